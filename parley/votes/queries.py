"""Reading votes: only ever one's own, or whether somebody with a part in a case voted."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import QuerySet

from parley.people.models import Person
from parley.seeds.models import Seed
from parley.votes.models import Vote


def _standing(viewer: Person) -> QuerySet[Vote]:
    return Vote.objects.filter(person=viewer, taken_back_at=None)


def voted_seeds(viewer: Person | None, seeds: Iterable[Seed]) -> set[int]:
    if viewer is None:
        return set()
    keys = [seed.pk for seed in seeds]
    return set(_standing(viewer).filter(seed__in=keys).values_list("seed_id", flat=True))


def split(rows: Iterable[Sequence[Any]]) -> tuple[bool, frozenset[int]]:
    """Whether the seed is among them, and keys of comments."""
    keys = {key for key, *_ in rows}
    return None in keys, frozenset(key for key in keys if key is not None)


def votes_in(person: int, seed: int, comments: Sequence[int]) -> "tuple[QuerySet[Vote, Any], QuerySet[Vote, Any]]":
    """For the comments, and for the seed: asked for either at once, SQLite looks through all votes of a person."""
    standing = Vote.objects.filter(person=person, taken_back_at=None).values_list("comment_id")
    return standing.filter(comment__in=comments), standing.filter(seed=seed)


def voters_of(among: Iterable[int], *, comments: Iterable[int], seeds: Iterable[int]) -> dict[tuple[str, int], set[int]]:
    """Keys of those `among` whom are people that voted, by (“comment” or “seed”, key); also where the vote was taken back (R4.6)."""
    cast = Vote.objects.filter(person__in=set(among)).values_list("comment_id", "seed_id", "person_id")
    found: dict[tuple[str, int], set[int]] = {}
    for comment, seed, person in cast.filter(comment__in=set(comments)).union(cast.filter(seed__in=set(seeds)), all=True):
        found.setdefault(("comment", comment) if comment else ("seed", seed), set()).add(person)
    return found
