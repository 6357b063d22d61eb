"""Whether one line is kept alike on two sides: rates of action per ruled case, compared. Pure: no database and no clock."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

LEAST = 30
"""Rulings on each side; below it nothing is said."""
SURE = 0.02
"""In a community that treats all alike, so often is any line at all called uneven, at most."""
NORMAL = 1.959964
"""95 % of a normal distribution lie within so many deviations."""


@dataclass(frozen=True, slots=True)
class Side:
    acted: int
    ruled: int

    @property
    def rate(self) -> float:
        return self.acted / self.ruled if self.ruled else 0.0


@dataclass(frozen=True, slots=True)
class Compared:
    """`ratio`: how many times more often the first side is acted upon than the second, with its 95 % interval; None: silent."""

    sides: tuple[Side, Side]
    ratio: float | None = None
    low: float = 0.0
    high: float = math.inf
    chance: float = 1.0
    """How often alike treatment would look as uneven as this or more, with all lines taken together (Holm)."""

    @property
    def is_silent(self) -> bool:
        return self.ratio is None

    @property
    def is_uneven(self) -> bool:
        return self.chance < SURE


def compare(lines: Mapping[str, tuple[Side, Side]]) -> dict[str, Compared]:
    """By line. Lines with too few rulings on a side stay silent and do not count among those compared."""
    spoken = {name: sides for name, sides in lines.items() if min(side.ruled for side in sides) >= LEAST}
    chances = _holm({name: fisher(*sides) for name, sides in spoken.items()})
    return {
        name: Compared(sides, *ratio_of(*sides), chances[name]) if name in spoken else Compared(sides)
        for name, sides in lines.items()
    }


def ratio_of(first: Side, second: Side) -> tuple[float, float, float]:
    """Risk ratio with its 95 % interval (Katz); where a rate is 0, or both are 1, half a case is added to each."""
    plain = first.acted > 0 and second.acted > 0 and (first.acted < first.ruled or second.acted < second.ruled)
    more = 0.0 if plain else 0.5
    a, n, b, m = first.acted + more, first.ruled + more, second.acted + more, second.ruled + more
    if not plain:
        n, m = n + 0.5, m + 0.5
    middle = math.log(a / n) - math.log(b / m)
    spread = NORMAL * math.sqrt(max(1 / a - 1 / n + 1 / b - 1 / m, 0.0))
    return math.exp(middle), math.exp(middle - spread), math.exp(middle + spread)


def fisher(first: Side, second: Side) -> float:
    """Fisher's exact test, both ways: how often chance alone would share out the acted cases as unevenly as this or more."""
    acted = first.acted + second.acted
    lowest, highest = max(0, acted - second.ruled), min(acted, first.ruled)
    logs = {k: _log_ways(first.ruled, k) + _log_ways(second.ruled, acted - k) for k in range(lowest, highest + 1)}
    whole, seen = _log_ways(first.ruled + second.ruled, acted), logs[first.acted] + 1e-7
    return min(1.0, math.fsum(math.exp(each - whole) for each in logs.values() if each <= seen))


def _log_ways(of: int, some: int) -> float:
    return math.lgamma(of + 1) - math.lgamma(some + 1) - math.lgamma(of - some + 1)


def _holm(chances: Mapping[str, float]) -> dict[str, float]:
    """Corrected for how many lines were looked at."""
    found: dict[str, float] = {}
    largest = 0.0
    for place, (name, chance) in enumerate(sorted(chances.items(), key=lambda each: each[1])):
        largest = max(largest, min(1.0, chance * (len(chances) - place)))
        found[name] = largest
    return found
