"""One file for each format of feeds, named as its addresses end: `FORMAT`, with its media type and how it is written."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parley.feeds.shapes import Feed


@dataclass(frozen=True, slots=True)
class Format:
    title: str
    media_type: str
    write: Callable[[Feed, str], bytes]
    """Takes the feed and its own whole address."""


@cache
def formats() -> dict[str, Format]:
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").FORMAT for name in names}
