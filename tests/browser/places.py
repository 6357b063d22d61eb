"""A group with one discussion of its own, moved into a demo that is served."""

import subprocess
import sys
from pathlib import Path

from tests.server import ROOT, surroundings

PLACE = """
import os, django
from pathlib import Path
from parley.ops.machine import settle
os.environ["DJANGO_SETTINGS_MODULE"] = "parley.config.settings"
settle(Path(os.environ["PARLEY_HOME"]))
django.setup()
from houserules import read
from parley.groups import services as groups
from parley.moderation import flagging
from parley.people.models import Person
from parley.posting import seeding
from parley.posting import services as posting
from parley.rulebooks import services as rulebooks
from parley.seeds.services import Draft
person = {{each.username: each for each in Person.objects.all()}}
group = groups.create_group(actor=person["admin"], name={name!r}, title={title!r})
for name, role in {roles!r}:
    groups.set_role(actor=person["admin"], group=group, person=person[name], role=role)
rulebooks.publish(actor=person["admin"], group=group, book=read("Taunting may be removed.\\n\\nNo memes.").all_confirmed(), after=0)
draft = Draft(
    headline={headline!r}, source_name="The Lantern", article="Sand came. " * 50, canonical_url="https://lantern.example/{name}"
)
seed = seeding.publish_seed(actor=person["admin"], group=group, seeding_=seeding.Seeding(draft=draft, remark="", rules=None))
def say(who, words, parent=None):
    reply = posting.Reply(source=words, parent_id=parent, quotes=None, anyway=True, is_official=False)
    return posting.post_comment(actor=person[who], seed=seed, reply=reply)
"""


def move_in(home: Path, then: str, *, name: str, title: str, headline: str, roles: tuple[tuple[str, str], ...]) -> str:
    """`then` is a program that goes on with `person`, `group`, `seed`, and `say`; what it printed."""
    program = PLACE.format(name=name, title=title, headline=headline, roles=roles) + then
    made = subprocess.run(
        [sys.executable, "-c", program], env=surroundings(home), cwd=ROOT, capture_output=True, text=True, timeout=180, check=False
    )
    assert made.returncode == 0, made.stderr
    return made.stdout.strip()
