"""Charts with every place reckoned, so that a template only draws. Read without colour: filled or outlined, round or square."""

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass

from parley.base.saying import say
from parley.web import rows

WIDE, STEP, TOP, UNDER = 340, 38, 4, 18
"""Units of a drawing; between two bars; above the first; under the last, for an axis."""
MOST = 12
"""More than so many are in the table only."""
LONGEST = 40
"""Letters of a label that fit."""
EDGE = 8
OCTAVES = 3
"""An axis of ratios goes from an eighth to eight times."""

Counted = tuple[str, int, int, str]
"""Label, how many, how many of them are filled, and what is said beside it."""
Placed = tuple[str, float, float, float, str, bool]
"""Label, value, the ends of its interval, what is said beside it, and whether it stands out."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around a drawing."""

    key: str
    title: str
    about: str
    legend: str = ""


def short(label: str) -> str:
    return label if len(label) <= LONGEST else label[: LONGEST - 1].rstrip() + "…"


def bars(frame: Frame, counted: Sequence[Counted], *, of: int = 0) -> rows.ChartRow | None:
    """`of`: what the whole width stands for; otherwise the greatest."""
    whole = of or max((many for _, many, _, _ in counted), default=0)
    if not whole:
        return None
    drawn = tuple(
        rows.BarRow(y=TOP + STEP * place, label=short(label), says=says, width=_part(many, whole), solid=_part(filled, whole))
        for place, (label, many, filled, says) in enumerate(counted[:MOST])
    )
    return rows.ChartRow(**asdict(frame), height=TOP + STEP * len(drawn), bars=drawn)


def ratios(frame: Frame, placed: Sequence[Placed]) -> rows.ChartRow | None:
    """On an axis on which twice and half as often are as far from alike."""
    ticks = ((0.125, "1/8"), (0.25, "1/4"), (0.5, "1/2"), (1, say("alike")), (2, "2×"), (4, "4×"), (8, "8×"))
    return _dots(frame, placed, _ratio_at, ticks) if placed else None


def shares(frame: Frame, placed: Sequence[Placed]) -> rows.ChartRow | None:
    """On an axis from nothing to all."""
    ticks = ((0, "0 %"), (0.25, "25 %"), (0.5, "50 %"), (0.75, "75 %"), (1, "100 %"))
    return _dots(frame, placed, _share_at, ticks) if placed else None


def _dots(
    frame: Frame, placed: Sequence[Placed], at: Callable[[float], int], ticks: Sequence[tuple[float, str]]
) -> rows.ChartRow:
    drawn = tuple(
        rows.DotRow(
            y=TOP + STEP * place, label=short(label), says=says, x=at(value), low=at(low), high=at(high), is_marked=is_marked
        )
        for place, (label, value, low, high, says, is_marked) in enumerate(placed[:MOST])
    )
    marks = tuple((at(value), label) for value, label in ticks)
    return rows.ChartRow(**asdict(frame), height=TOP + STEP * len(drawn) + UNDER, dots=drawn, ticks=marks)


def _part(many: int, whole: int) -> int:
    return round((WIDE - 2) * many / whole)


def _ratio_at(ratio: float) -> int:
    turns = max(-OCTAVES, min(OCTAVES, math.log2(ratio) if ratio > 0 else -OCTAVES))
    return round(WIDE / 2 + (WIDE / 2 - 2 * EDGE) * turns / OCTAVES)


def _share_at(share: float) -> int:
    return round(2 * EDGE + (WIDE - 4 * EDGE) * max(0.0, min(1.0, share)))
