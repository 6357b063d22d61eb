"""A community for `bench.serve`, moved into the home folder that the settings name: `python -m bench.community FILE SIZE…`.

One public group with rules, members who can sign in, and discussions of given sizes; the file says where they are. Rows are made
in bulk, in the shape that the services make them (`tests/test_bench.py` compares the pages); SQLite only, since keys are given
out here.
"""

import json
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from bench.replay import RULES
from bench.words import POOL, SEED, text

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed

PASSWORD = "quiet harbour, steady lights"  # noqa: S105 -- of made-up members in a folder that goes
MEMBERS, SIGNING_IN = 40, 9
"""The first of them sign in: one reads, the others post. The others wrote what stands there."""
PAGE, AT_ONCE = 200, 2000
TOP_SHARE, RECENT = 0.3, 50
"""Comments that answer none, and among how many last ones the others choose: branches are as large in long discussions."""


@dataclass(slots=True)
class Planned:
    """A comment to be: places of its parent (None: none) and author in lists, its path, and what is counted of it."""

    parent: int | None
    path: bytes
    author: int
    children: int = 0
    branch: int = 1


def planned(size: int) -> list[Planned]:
    """A discussion's tree by seed."""
    from parley.threads import paths

    chance, tops, found = Random(f"{SEED}/{size}"), 0, list[Planned]()
    for here in range(size):
        parent = None if not here or chance.random() < TOP_SHARE else chance.randint(max(0, here - RECENT), here - 1)
        above = found[parent] if parent is not None else None
        if above is None or len(above.path) >= paths.WIDTH * paths.DEEPEST:
            tops += 1
            found.append(Planned(None, paths.extended(b"", tops), chance.randrange(SIGNING_IN, MEMBERS)))
            continue
        above.children += 1
        others = [each for each in range(SIGNING_IN, MEMBERS) if each != above.author]
        found.append(Planned(parent, paths.extended(above.path, above.children), chance.choice(others)))
        root = parent
        while root is not None and found[root].parent is not None:
            root = found[root].parent
        found[root or 0].branch += 1
    return found


@lru_cache(maxsize=POOL)
def drawn(source: str) -> Any:
    from parley.texts.rendering import render

    return render(source)


def discuss(seed: "Seed", plan: Sequence[Planned], people: "Sequence[Person]", at: datetime) -> None:
    """Post the plan, some thousand comments a transaction, as if each came a second after the one before."""
    from django.db.models import Max

    from parley.base.batches import batches
    from parley.seeds import services as seeds
    from parley.texts.models import Revision, Text
    from parley.threads.models import Comment

    seeds.pin(seed, at=at)
    first = {model: (model.objects.aggregate(last=Max("pk"))["last"] or 0) + 1 for model in (Text, Revision, Comment)}
    for numbers in batches(range(len(plan)), AT_ONCE):
        _post([(number, plan[number]) for number in numbers], seed, people, at, first)
    seed.top_count = sum(each.parent is None for each in plan)
    seed.save(update_fields=["top_count"])
    seeds.count(seed, comments=len(plan), people=len({each.author for each in plan}))


def _post(some: "Sequence[tuple[int, Planned]]", seed: "Seed", people: "Sequence[Person]", at: datetime, first: Any) -> None:
    from django.db import transaction

    from parley.base.batches import update_each
    from parley.texts.models import Revision, Text
    from parley.threads.models import Citation, Comment

    words, wordings = [], []
    for number, each in some:
        source, key, wording = text(number % POOL), first[Text] + number, first[Revision] + number
        made = drawn(source)
        words.append(Text(pk=key, author=people[each.author]))
        wordings.append(Revision(pk=wording, text_id=key, number=1, source=source, html=made.html, plain=made.plain))
    with transaction.atomic():
        Text.objects.bulk_create(words)
        Revision.objects.bulk_create(wordings)
        for row, current in zip(words, wordings, strict=True):
            row.current_id = current.pk
        update_each(words, ["current"])
        Comment.objects.bulk_create(_comment(number, each, seed, people, at, first) for number, each in some)
        Citation.objects.bulk_create(_citation(number, each, first) for number, each in some if each.parent is not None)


def _comment(number: int, each: Planned, seed: "Seed", people: "Sequence[Person]", at: datetime, first: Any) -> Any:
    from parley.texts.models import Text
    from parley.threads import paths
    from parley.threads.models import Comment

    return Comment(
        pk=first[Comment] + number, seed=seed, author=people[each.author], text_id=first[Text] + number, path=each.path,
        root=paths.places_of(each.path[:paths.WIDTH])[0], child_count=each.children, branch_size=each.branch,
        parent_id=None if each.parent is None else first[Comment] + each.parent, created_at=at + timedelta(seconds=number),
    )  # fmt: skip


def _citation(number: int, each: Planned, first: Any) -> Any:
    """Of its parent's opening, as a reply has it in which nothing was selected."""
    from parley.texts.models import Revision
    from parley.texts.spans import opening
    from parley.threads.models import Citation, Comment

    above = each.parent or 0
    start, end = opening(text(above % POOL))
    return Citation(
        comment_id=first[Comment] + number, place=0, cited_id=first[Comment] + above, revision_id=first[Revision] + above,
        start=start, end=end,
    )  # fmt: skip


def seeded(people: "Sequence[Person]", group: Any, headline: str, at: datetime) -> "Seed":
    """An article for a discussion."""
    from parley.posting import seeding
    from parley.seeds.services import Draft

    article = "\n\n".join(text(number, "article") for number in range(6))
    draft = Draft(headline=headline, source_name="The Lantern", article=article, bylines=("A. Writer",))
    return seeding.publish_seed(actor=people[-1], group=group, seeding_=seeding.Seeding(draft=draft), at=at)


def settled(at: datetime) -> "tuple[list[Person], Any]":
    """Members, and their group with its rules."""
    from houserules import read
    from parley.groups import services as groups
    from parley.people.services import create_person
    from parley.rulebooks import services as rulebooks

    people = [
        create_person(
            username=f"member{number}", email=f"member{number}@parley.example", joined_at=at - timedelta(days=90),
            password=PASSWORD if number < SIGNING_IN else None,
        )
        for number in range(MEMBERS)
    ]  # fmt: skip
    group = groups.create_group(actor=people[-1], name="bench", title="Bench", about="Made by seed.")
    for person in people[:-1]:
        groups.set_role(actor=people[-1], group=group, person=person, role="member")
    rulebooks.publish(actor=people[-1], group=group, book=read(RULES).all_confirmed(), after=0)
    return people, group


def moved_in(sizes: Sequence[int]) -> dict[str, Any]:
    """All of it; says where: `pages` by size, `page` of 200 comments, and comments to be `answered` in
    the discussion `posting`.
    """
    from django.utils import timezone

    from parley.threads.models import Comment

    at = timezone.now() - timedelta(days=2)
    people, group = settled(at)
    pages = {}
    for size in (PAGE, *sizes):
        seed = seeded(people, group, f"A discussion of {size} comments", at)
        discuss(seed, planned(size), people, at)
        pages[str(size)] = seed.url
        print(f"{size:,} comments …", file=sys.stderr, flush=True)
    posting = seeded(people, group, "A discussion in which clients post", at)
    discuss(posting, planned(PAGE), people, at)
    tops = Comment.objects.filter(seed=posting, parent=None).order_by("root")
    answered = list(tops.values_list("pk", flat=True)[:SIGNING_IN])
    return {"pages": pages, "page": pages[str(PAGE)], "answered": answered, "posting": posting.pk}


def main() -> int:
    """Into the home folder of the environment; where things are is written to the file."""
    file, sizes = Path(sys.argv[1]), [int(size) for size in sys.argv[2:]]
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
    from parley.ops import machine

    machine.settle(Path(os.environ["PARLEY_HOME"]))
    machine.migrate()
    made = moved_in(sizes)
    file.write_text(json.dumps(made), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
