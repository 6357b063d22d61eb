"""One file per thing a ruling can do: `ACTION` with its name, the ledger's word, `apply` and `undo`. Found by folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parley.ledger.models import Entry, Told
from parley.texts.models import Text

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Action:
    name: str
    title: str
    """As on its button."""
    done: str
    """As in the log: “Words cut”."""
    told: Told
    apply: Callable[[Text, Sequence[Span], Entry], None]
    """Raises a `Refusal` where it cannot be done."""
    undo: Callable[[Text, Entry, Entry], None]
    """Takes the text, the entry whose effect ends, and the entry that says so. Restores to the byte and touches nothing else."""


@cache
def actions() -> dict[str, Action]:
    names = sorted(module.name for module in iter_modules(__path__))
    return {name: import_module(f"{__name__}.{name}").ACTION for name in names}
