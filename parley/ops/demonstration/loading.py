"""The community at a start of the demo: moved in once, and the words that greet whoever started it."""

from collections.abc import Callable
from pathlib import Path

from django.db import transaction
from django.utils import timezone

from parley.ops.demonstration import texts
from parley.ops.demonstration.password import PASSWORD
from parley.people.queries import person_or_none

Say = Callable[[str], None]


def load(folder: Path, *, say: Say) -> bool:
    """False when the community lives here already."""
    community = texts.read(folder)
    if person_or_none(community.people[0]["name"]) is not None:
        return False
    from parley.ops.demonstration.moving import move_in  # most of the site, which later starts need not wait for

    with transaction.atomic():  # a start that is stopped halfway begins anew
        move_in(community, timezone.now(), say)
    return True


def welcome(folder: Path, address: str) -> str:
    """What is printed when the site is about to answer."""
    names = ", ".join(row["name"] for row in texts.read(folder).people)
    return (
        f"\nParley is at {address}\n\nSign in as one of: {names}\nThe password of each: {PASSWORD}\n"
        "Good to begin with: ada writes, mo moderates “astronomy”, where cases wait, obi owns it, admin runs the site.\n"
        "Mail is printed here. Ctrl-C stops it.\n"
    )
