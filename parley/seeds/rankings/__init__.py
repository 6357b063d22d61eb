"""One file per order of the front page: `title`, `explains` (a sentence for readers), `order` (fields, last one unique)."""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules


@dataclass(frozen=True, slots=True)
class Ranking:
    name: str
    title: str
    explains: str
    order: str
    """Field that falls from the first row to the last; ties go to the newer seed."""


@cache
def rankings() -> dict[str, Ranking]:
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").RANKING for name in names}
