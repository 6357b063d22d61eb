"""Reading votes: only ever one's own, or whether somebody with a part in a case voted."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads.models import Comment
from parley.votes.models import Vote


def _standing(viewer: Person) -> QuerySet[Vote]:
    return Vote.objects.filter(person=viewer, taken_back_at=None)


def voted_seeds(viewer: Person | None, seeds: Iterable[Seed]) -> set[int]:
    if viewer is None:
        return set()
    keys = [seed.pk for seed in seeds]
    return set(_standing(viewer).filter(seed__in=keys).values_list("seed_id", flat=True))


def voted_in(viewer: Person | None, seed: Seed, comments: Iterable[Comment]) -> tuple[bool, frozenset[int]]:
    """Whether the viewer voted for the seed, and keys of the comments he voted for; one query."""
    if viewer is None:
        return False, frozenset()
    wanted = Q(seed=seed) | Q(comment__in=[comment.pk for comment in comments])
    keys = set(_standing(viewer).filter(wanted).values_list("comment_id", flat=True))
    return None in keys, frozenset(key for key in keys if key is not None)


def voters_of(among: Iterable[int], *, comments: Iterable[int], seeds: Iterable[int]) -> dict[tuple[str, int], set[int]]:
    """Keys of those `among` whom are people that voted, by (“comment” or “seed”, key); also where the vote was taken back (R4.6)."""
    places = Q(comment__in=set(comments)) | Q(seed__in=set(seeds))
    found: dict[tuple[str, int], set[int]] = {}
    for comment, seed, person in Vote.objects.filter(places, person__in=set(among)).values_list("comment_id", "seed_id", "person_id"):
        found.setdefault(("comment", comment) if comment else ("seed", seed), set()).add(person)
    return found
