"""One file per thing a ruling can do: `ACTION` with its name, the ledger's word, `apply` and `undo`. Found by folder."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from parley.ledger.models import Entry, Told
from parley.seeds.models import Seed
from parley.threads.models import Comment

Span = tuple[int, int]
Ruled = Comment | Seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    name: str
    title: str
    """As on its button."""
    done: str
    """As in the log: “Words cut”."""
    told: Told
    apply: Callable[[Ruled, Sequence[Span], Entry], None]
    """Raises a `Refusal` where it cannot be done."""
    undo: Callable[[Ruled, Entry, Entry], None]
    """Takes the item, the entry whose effect ends, and the entry that says so. Restores to the byte and touches nothing else."""
    is_breach: bool = True
    """Something was done to somebody, who is told why and may appeal."""
    on_comments: bool = True
    on_seeds: bool = True


@cache
def actions() -> dict[str, Action]:
    found = [import_module(f"{__name__}.{module.name}").ACTION for module in iter_modules(__path__)]
    return {action.name: action for action in sorted(found, key=lambda action: action.name)}
