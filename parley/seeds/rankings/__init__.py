"""One file per order of lists: `title`, `explains` (a sentence for readers), `order` (a field, falling), `why` (of one seed)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from math import ceil
from pkgutil import iter_modules
from typing import Protocol

from parley.base.saying import counted, later_counted, number


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


def many(forms: tuple[str, str], count: float) -> str:
    """“1 vote”, “2,000 votes”, “2.5 points”: of two forms with `{shown}`."""
    whole = count == int(count)
    return counted(*forms, ceil(count), shown=number(int(count) if whole else round(count, 1)))


VOTES = later_counted("{shown} vote", "{shown} votes")
COMMENTS = later_counted("{shown} comment", "{shown} comments")
POINTS = later_counted("{shown} point", "{shown} points")
DAYS = later_counted("{shown} day", "{shown} days")
HOURS = later_counted("{shown} hour", "{shown} hours")
MINUTES = later_counted("{shown} minute", "{shown} minutes")


def lasting(seconds: float) -> str:
    """In the largest unit of which there is more than one and a half: “12 minutes”, “19 hours”, “2.4 days”."""
    if seconds >= 129_600:
        return many(DAYS, round(seconds / 86_400, 1))
    return many(HOURS, round(seconds / 3_600)) if seconds >= 5_400 else many(MINUTES, round(seconds / 60))
