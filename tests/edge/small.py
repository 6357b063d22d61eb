"""A small community in a database of its own: `python -m tests.edge.small`, in the surroundings of a site.

ada and bo write, mo moderates, olga owns. In seed 1 ada has said something, which bo quotes.
"""

import os
import sys
from pathlib import Path

PASSWORD = "a long red box"
WORDS = "The tiltmeter sleeps."


def main() -> None:
    from parley.ops import machine

    machine.settle(Path(os.environ["PARLEY_HOME"]))
    machine.migrate()

    from houserules import read
    from parley.groups import services as groups
    from parley.people.services import create_person
    from parley.posting import seeding
    from parley.posting import services as posting
    from parley.rulebooks import services as rulebooks
    from parley.seeds.services import Draft

    people = {
        name: create_person(username=name, email=f"{name}@parley.example", password=PASSWORD) for name in ("ada", "bo", "mo", "olga")
    }
    for name, visibility in (("astronomy", "public"), ("cellar", "private")):
        settings = {"visibility": visibility, "allows_pictures": True}
        group = groups.create_group(actor=people["olga"], name=name, title=name.title(), **settings)
        for member, role in (("ada", "member"), ("bo", "member"), ("mo", "mod")):
            groups.set_role(actor=people["olga"], group=group, person=people[member], role=role)
        rulebooks.publish(actor=people["olga"], group=group, book=read("Stay on topic.\n\nNo taunting.").all_confirmed(), after=0)
        draft = Draft(
            headline="A glacier lake drained", source_name="The Lantern", article="Sensors saw it coming. " * 40,
            canonical_url=f"https://lantern.example/{name}",
        )  # fmt: skip
        seed = seeding.publish_seed(actor=people["olga"], group=group, seeding_=seeding.Seeding(draft=draft))
        said = posting.post_comment(actor=people["ada"], seed=seed, reply=posting.Reply(source=WORDS, anyway=True))
        answer = posting.Reply(source="Does it?", parent_id=said.pk, quotes=[(said.pk, WORDS)], anyway=True)
        posting.post_comment(actor=people["bo"], seed=seed, reply=answer)


if __name__ == "__main__":
    sys.exit(main())
