"""A hundred seeds with their discussions, which run at the same time: planned in memory, then stored in one transaction.

Comments of all of them are written in the order of their times, as on a busy site, so that one discussion's rows lie far apart.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple
from uuid import UUID

from parley.ops.generating.places import Place, Places
from parley.ops.generating.tree import Node, Tree
from parley.ops.generating.words import Said, Words

SEEDS_AT_ONCE = 100
HOURS = 36
"""In which two thirds of a discussion come."""
VOTES, SEED_VOTES = 1.2, 8.0
REMARKS = 0.4
CITES = 0.9
"""Share of answers that cite what they answer."""


class Written(NamedTuple):
    """A text with its only revision."""

    text: int
    revision: int
    author: int
    said: Said
    at: datetime


class Given(NamedTuple):
    """A vote."""

    person: int
    author: int
    seed: int | None
    comment: int | None
    at: datetime


@dataclass(slots=True)
class Keys:
    """The next of each table."""

    seed: int
    text: int
    revision: int
    comment: int


@dataclass(slots=True)
class Planned:
    """A seed and what belongs to it."""

    key: int
    place: Place
    seeder: int
    at: datetime
    wanted: int
    headline: str
    form_key: UUID
    remark: int | None = None
    tree: Tree = field(default_factory=Tree)
    votes: int = 0


@dataclass(slots=True)
class Wave:
    seeds: list[Planned] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)

    @property
    def comments(self) -> int:
        return sum(len(each.tree.nodes) for each in self.seeds)

    def nodes(self) -> Iterator[tuple[Planned, Node]]:
        """In the order of their keys."""
        found = [(seed, node) for seed in self.seeds for node in seed.tree.nodes]
        return iter(sorted(found, key=lambda each: each[1].key))


@dataclass(slots=True)
class Planner:
    """What waves are made of; `end`: nothing happened later."""

    places: Places
    words: Words
    keys: Keys
    end: datetime

    def wave(self, begins: Sequence[tuple[datetime, int]], chance: Random) -> Wave:
        """Seeds at these times with so many comments each."""
        wave = Wave()
        for at, wanted in begins:
            wave.seeds.append(self._seed(wave, at, wanted, chance))
        for at, seed in self._moments(wave, chance):
            self._comment(wave, seed, at, chance)
        for seed in wave.seeds:
            self._votes(wave, seed, chance)
        return wave

    def _seed(self, wave: Wave, at: datetime, wanted: int, chance: Random) -> Planned:
        place = chance.choices(self.places.all, self.places.shares)[0]
        made = Planned(
            self.keys.seed, place, _somebody(place, chance), at, wanted, self.words.headline(chance),
            UUID(int=chance.getrandbits(128)),
        )  # fmt: skip
        self.keys.seed += 1
        if chance.random() < REMARKS:
            made.remark = self._write(wave, made.seeder, at, chance).text
        return made

    def _moments(self, wave: Wave, chance: Random) -> list[tuple[datetime, Planned]]:
        found = [
            (min(seed.at + timedelta(hours=0.05 + chance.expovariate(1 / HOURS)), self.end), seed)
            for seed in wave.seeds for _ in range(seed.wanted)
        ]  # fmt: skip
        return sorted(found, key=lambda each: each[0])

    def _write(self, wave: Wave, author: int, at: datetime, chance: Random) -> Written:
        made = Written(self.keys.text, self.keys.revision, author, self.words.comment(chance), at)
        self.keys.text += 1
        self.keys.revision += 1
        wave.written.append(made)
        return made

    def _comment(self, wave: Wave, seed: Planned, at: datetime, chance: Random) -> None:
        parent, author = seed.tree.answered(chance), _somebody(seed.place, chance)
        if parent is not None and parent.author == author:
            parent = None
        text = self._write(wave, author, at, chance)
        above, path = seed.tree.place(parent)
        root = None if above is None else above.root or above
        seed.tree.add(
            Node(self.keys.comment, text.text, text.revision, author, text.said.opening, at, parent, above, path, root)
        )
        self.keys.comment += 1

    def _votes(self, wave: Wave, seed: Planned, chance: Random) -> None:
        for person in self._voters(seed.place, seed.seeder, SEED_VOTES, chance):
            wave.given.append(Given(person, seed.seeder, seed.key, None, seed.at))
            seed.votes += 1
        for node in seed.tree.nodes:
            for person in self._voters(seed.place, node.author, VOTES, chance):
                wave.given.append(Given(person, node.author, None, node.key, node.at))
                node.votes += 1

    def _voters(self, place: Place, author: int, mean: float, chance: Random) -> set[int]:
        count = int(chance.expovariate(1 / mean))
        return {chance.choice(place.members) for _ in range(count)} - {author} if count else set()


def _somebody(place: Place, chance: Random) -> int:
    """A few say the most."""
    return place.members[int(len(place.members) * chance.random() ** 3)]
