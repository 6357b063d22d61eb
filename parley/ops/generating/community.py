"""The whole community: people, groups, waves of seeds, rulings. The same size and the same number give the same community."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from random import Random

from parley.groups.models import Group
from parley.ops.generating.places import Places, found_groups, settle_people
from parley.ops.generating.progress import Progress
from parley.ops.generating.rows import count_on, look_at_tables, next_key, tidy_tables
from parley.ops.generating.ruling import rule_on_some
from parley.ops.generating.size import Size, discussion_sizes
from parley.ops.generating.storing import STORED, Store
from parley.ops.generating.wave import SEEDS_AT_ONCE, Keys, Planner
from parley.ops.generating.words import Words
from parley.ops.refusals import CannotRun
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.texts.models import Revision, Text
from parley.threads.models import Comment

YEARS = 3


def refuse_filled() -> None:
    """A community is made in an empty database alone: one that was cut off is begun anew in a fresh one."""
    if Person.objects.exists() or Group.objects.exists():
        raise CannotRun(
            "there are people or groups in this database already, and a generated community goes into an empty one. Name another"
            " with PARLEY_HOME or PARLEY_DATABASE, or empty this one first."
        )


def generate(size: Size, *, seed: int, now: datetime) -> None:
    """Raises `CannotRun` where somebody lives there already."""
    refuse_filled()
    chance = Random(seed)  # noqa: S311 -- made up by seed
    start = now - timedelta(days=365 * YEARS)
    people = settle_people(size, start, chance)
    places = found_groups(size, people, start, chance)
    _talk(size, places, chance, start, now)
    count_on(STORED)
    look_at_tables()
    rule_on_some(places, size.rulings, chance)
    tidy_tables()


def _talk(size: Size, places: Places, chance: Random, start: datetime, now: datetime) -> None:
    words = Words(chance)
    planner = Planner(places, words, Keys(*map(next_key, (Seed, Text, Revision, Comment))), end=now)
    store, told, done = Store(places, words), Progress("comments", size.comments), 0
    for begins in _begins(discussion_sizes(size, chance), start, now, chance):
        wave = planner.wave(begins, chance)
        store.take(wave, chance)
        done += wave.comments
        told.at(done)


def _begins(sizes: Sequence[int], start: datetime, now: datetime, chance: Random) -> Iterator[list[tuple[datetime, int]]]:
    """When seeds come and how many comments they get, so many seeds at a time."""
    step = (now - start) / len(sizes)
    for first in range(0, len(sizes), SEEDS_AT_ONCE):
        some = sizes[first : first + SEEDS_AT_ONCE]
        yield [(start + step * (first + place + chance.random()), count) for place, count in enumerate(some)]
