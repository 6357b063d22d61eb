"""How much of everything, and how the comments spread over discussions: a few have tens of thousands, many a handful."""

from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from random import Random

MEMBERS, SEEDS, COMMENTS = 20_000, 40_000, 2_000_000
SPREAD = 0.8
"""The n-th largest discussion has 1/n^0.8 of the comments of the largest."""
SILENT = 0.12
"""Share of seeds that nobody comments on."""
COMMENTS_PER_RULING, FEWEST_RULINGS = 5_000, 60


@dataclass(frozen=True, slots=True)
class Size:
    members: int = MEMBERS
    seeds: int = SEEDS
    comments: int = COMMENTS

    @property
    def groups(self) -> int:
        return max(2, round(0.7 * sqrt(self.members)))

    @property
    def rulings(self) -> int:
        return min(max(FEWEST_RULINGS, self.comments // COMMENTS_PER_RULING), self.comments // 4)


def scaled(scale: float) -> Size:
    """Of the whole community, 1.0, that much."""
    return Size(max(12, round(MEMBERS * scale)), max(4, round(SEEDS * scale)), round(COMMENTS * scale))


def discussion_sizes(size: Size, chance: Random) -> list[int]:
    """Comments of each seed; together exactly as many as wanted."""
    speaking = max(1, round(size.seeds * (1 - SILENT)))
    sums = list(accumulate(rank**-SPREAD for rank in range(1, speaking + 1)))
    ends = [round(size.comments * each / sums[-1]) for each in sums]
    found = [end - begin for begin, end in zip([0, *ends], ends, strict=False)] + [0] * (size.seeds - speaking)
    chance.shuffle(found)
    return found
