"""What somebody wrote, for himself alone: every wording as he wrote it, also what was cut of it."""

from collections.abc import Mapping
from typing import Any

from parley.exchange.own_data import Row, at
from parley.groups import policy as groups
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.models import Text


def wordings(text: Text | None) -> list[Row]:
    """Oldest first; its revisions come with it where there are many."""
    found = sorted(text.revisions.all(), key=lambda each: each.number) if text else []
    return [{"wording": each.number, "at": at(each.created_at), "source": texts.as_written(each)} for each in found]


def place_of(person: Person, seed: Seed) -> Mapping[str, Any]:
    """Where it was written; of a group that is closed to him now no more than that."""
    if not groups.may_read(person, seed.group):
        return {"group": None, "seed": None}
    return {"group": seed.group.name, "seed": seed.url}


def counts_of(person: Person, seed: Seed, **counts: int) -> Mapping[str, int]:
    """What others did there, as far as he may still read there."""
    return counts if groups.may_read(person, seed.group) else {}
