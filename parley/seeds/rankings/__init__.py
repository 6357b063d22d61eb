"""One file per order of lists: `title`, `explains` (a sentence for readers), `order` (a field, falling), `why` (of one seed)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol


class Counted(Protocol):
    """What rankings know of a seed."""

    created_at: datetime
    vote_count: int
    comment_count: int
    people_count: int


@dataclass(frozen=True, slots=True)
class Ranking:
    name: str
    title: str
    explains: str
    order: str
    """Field that falls from the first row to the last; ties go to the newer seed."""
    why: Callable[[Counted], str]
    """Why a seed stands where it stands, with its figures. It says nothing that changes with time alone, since pages are kept."""
    place: int
    """Among the others, where readers choose."""
    above: float | None = None
    """Only seeds with more than this of `order` are listed."""


@cache
def rankings() -> dict[str, Ranking]:
    """By name, in the order in which readers choose among them."""
    names = [module.name for module in iter_modules(__path__)]
    found = [import_module(f"{__name__}.{name}").RANKING for name in names]
    return {each.name: each for each in sorted(found, key=lambda each: each.place)}


def counted(number: float, one: str) -> str:
    """“1 vote”, “2,000 votes”, “2.5 points”."""
    shown = f"{number:,.1f}".removesuffix(".0")
    return f"{shown} {one}" if shown == "1" else f"{shown} {one}s"


def lasting(seconds: float) -> str:
    """In the largest unit of which there is more than one and a half: “12 minutes”, “19 hours”, “2.4 days”."""
    if seconds >= 129_600:
        return counted(seconds / 86_400, "day")
    return counted(round(seconds / 3_600), "hour") if seconds >= 5_400 else counted(round(seconds / 60), "minute")
