"""How often the comparison of two sides finds a bias that was planted, and one that was not: `python -m bench.figures [--runs N]`.

A made community of two camps votes, mostly for its own, and is ruled on under five lines. The camps are found from the votes alone.
"""

import argparse
from dataclasses import dataclass
from random import Random

from parley.stats import camps, evenness
from parley.stats.evenness import Side

MEMBERS, LINES, RUNS = 30, 5, 100


@dataclass(frozen=True, slots=True)
class Planted:
    """`rate`: of action on the side that is spared; `times`: as often on the other, for line 1; `ruled`: on each side and line."""

    rate: float
    times: float
    ruled: int = 200
    loyal: float = 0.75
    """Share of votes that stay in their camp."""


def votes(planted: Planted, chance: Random) -> list[tuple[int, int, int]]:
    """Forty by each member."""
    found = []
    for voter in range(2 * MEMBERS):
        for _ in range(40):
            side = voter // MEMBERS if chance.random() < planted.loyal else 1 - voter // MEMBERS
            found.append((voter, side * MEMBERS + chance.randrange(MEMBERS), 1))
    return found


def rulings(planted: Planted, chance: Random) -> list[tuple[str, int, bool]]:
    """(line, whose comment, whether it was acted upon)."""
    found = []
    for line in range(LINES):
        for side in (0, 1):
            rate = planted.rate * (planted.times if side and not line else 1)
            found += [
                (f"line {line}", side * MEMBERS + chance.randrange(MEMBERS), chance.random() < rate) for _ in range(planted.ruled)
            ]
    return found


def uneven(planted: Planted, run: int) -> tuple[set[str], bool]:
    """Lines that are called uneven, and whether anything is said at all."""
    chance = Random(f"{planted} {run}")  # noqa: S311 -- a sample by seed
    side_of = camps.camps_of(votes(planted, chance)).side_of
    counted: dict[str, list[list[int]]] = {}
    for line, person, acted in rulings(planted, chance):
        if person in side_of:
            side = counted.setdefault(line, [[0, 0], [0, 0]])[side_of[person]]
            side[0] += acted
            side[1] += 1
    lines = {line: (Side(*first), Side(*second)) for line, (first, second) in counted.items()}
    found = evenness.compare(lines)
    return {name for name, each in found.items() if each.is_uneven}, any(not each.is_silent for each in found.values())


def measured(planted: Planted, runs: int = RUNS) -> tuple[int, int, int]:
    """Of `runs`: how many find line 1, how many call any other line uneven, how many say anything."""
    found = [uneven(planted, run) for run in range(runs)]
    hits = sum("line 0" in names for names, _ in found)
    wrong = sum(bool(names - {"line 0"} if planted.times != 1 else names) for names, _ in found)
    return hits, wrong, sum(speaks for _, speaks in found)


TABLE = {
    "twice as often, 30 % and 60 %": Planted(0.3, 2),
    "twice as often, 20 % and 40 %": Planted(0.2, 2),
    "twice as often, 10 % and 20 %": Planted(0.1, 2),
    "alike, 30 %": Planted(0.3, 1),
    "alike, 60 %": Planted(0.6, 1),
    "alike, 5 %": Planted(0.05, 1),
    "twice as often, 20 rulings a side": Planted(0.3, 2, ruled=20),
    "alike, votes without camps": Planted(0.3, 1, loyal=0.5),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    runs = parser.parse_args().runs
    print(f"{'planted':36} {'found':>6} {'wrong':>6} {'speaks':>7}   of {runs} runs")
    for name, planted in TABLE.items():
        hits, wrong, speaks = measured(planted, runs)
        print(f"{name:36} {hits if planted.times != 1 else '':>6} {wrong:>6} {speaks:>7}")


if __name__ == "__main__":
    main()
