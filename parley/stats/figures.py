"""What is counted, as it leaves the database; pure."""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce

from parley.stats.evenness import NORMAL, Compared

FEW = 5
"""Below it a figure about people is not told, since it would be about somebody."""
LEAST_ACTIVE = 30
"""So many active members make a rate of them."""
WITHIN = {"an hour": 1, "a day": 24, "three days": 72, "a week": 168}
"""Hours from a case's opening to its ruling."""
TERMS = {"up to a day": 1, "up to a week": 7, "up to 30 days": 30}
"""Days of a suspension."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Rulings as they stand now. `taken_back`: undone, or ended by an appeal, and nothing came in their place."""

    ruled: int = 0
    no_breach: int = 0
    cut: int = 0
    removed: int = 0
    taken_back: int = 0
    appealed: int = 0
    granted: int = 0
    refused: int = 0

    @property
    def acted(self) -> int:
        return self.cut + self.removed

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})


def summed(tallies: Iterable[Tally]) -> Tally:
    return reduce(Tally.__add__, tallies, Tally())


@dataclass(frozen=True, slots=True)
class Share:
    some: int
    of: int

    @property
    def part(self) -> float | None:
        """None: too few to tell."""
        return self.some / self.of if self.of >= FEW else None

    @property
    def interval(self) -> tuple[float, float]:
        """In which the share lies with 95 % (E. B. Wilson, 1927)."""
        part, more = self.some / self.of, NORMAL**2 / self.of
        middle, spread = part + more / 2, NORMAL * math.sqrt(part * (1 - part) / self.of + more / self.of / 4)
        return max(0.0, (middle - spread) / (1 + more)), min(1.0, (middle + spread) / (1 + more))


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """From the opening of a case to its ruling, in seconds; `within`: how many took no longer, by the words of `WITHIN`."""

    cases: int = 0
    within: Mapping[str, int] = field(default_factory=dict)
    median: float | None = None
    ninth: float | None = None
    """Nine of ten took no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """Replies that cite the comment they answer."""

    written: Share
    """As they were posted."""
    standing: Share
    """As they read now: without what was removed, and without citations whose words are all cut."""
    before: Share
    """In discussions with a cut: posted on the days before the first."""
    after: Share
    """And on the days after it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspensions:
    all: int = 0
    lifted: int = 0
    terms: Mapping[str, int | None] = field(default_factory=dict)
    """By length; None: some, but too few to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evenness:
    """`sizes` of both sides, the larger first; (0, 0): the votes show no two sides."""

    sizes: tuple[int, int] = (0, 0)
    within: float = 0.0
    lines: Mapping[str, Compared] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    lines: Mapping[str, Tally]
    """By the words of the line, the most named first."""
    deciders: Mapping[str, Tally]
    bases: Mapping[str, Tally]
    mods: Mapping[str, Tally]
    """By name; of one group only, up to the last Monday, and only those with enough rulings."""
    times: Times
    seconds: Share
    """Opinions of other mods that the ruling agreed with."""
    pointed: Share
    """Of cases that software pointed at: where a mod then acted."""
    flagged: Share
    """Of cases that members flagged: the same."""
    citing: Citing
    active: int
    """Members who posted."""
    suspensions: Suspensions
    evenness: Evenness

    @property
    def all(self) -> Tally:
        return summed(self.deciders.values())

    def per_hundred(self, count: int) -> float | None:
        """For each hundred active members; None: too few of them, or of what is counted."""
        return 100 * count / self.active if self.active >= LEAST_ACTIVE and not 0 < count < FEW else None


def masked(counts: Mapping[str, int]) -> dict[str, int | None]:
    """Small ones hidden; where one alone would be hidden, another goes with it, since the sum is told."""
    hidden = {name for name, count in counts.items() if 0 < count < FEW}
    others = sorted((count, name) for name, count in counts.items() if name not in hidden and count)
    if len(hidden) == 1 and others:
        hidden.add(others[0][1])
    return {name: None if name in hidden else count for name, count in counts.items()}
