"""A member's own data, one file per kind of thing: what his archive holds of it. Found by folder.

A new table that refers to a person is named by a kind here, or in `NOT_HIS` with the reason; a test fails where it is neither.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from parley.people.models import Person

Row = Mapping[str, Any]
"""What JSON holds; times in ISO 8601, in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    name: str
    """Of its file in the archive, without `.jsonl`."""
    about: str
    """A sentence for the README in it."""
    rows: Callable[[Person], Iterator[Row]]
    """Oldest first; any number of them takes the same memory."""
    tells: tuple[str, ...]
    """`app.Model.field` of what refers to a person and is told here."""


@cache
def kinds() -> tuple[Kind, ...]:
    found = [import_module(f"{__name__}.{module.name}").KIND for module in iter_modules(__path__)]
    return tuple(sorted(found, key=lambda kind: kind.name))


NOT_HIS: Mapping[str, str] = {
    "appeals.Appeal.decided_by": "an act of office, about somebody else; it stands in the public log",
    "groups.Loosening.answered_by": "an act of office; it stands in the public log",
    "groups.Loosening.by": "an act of office; it stands in the public log",
    "groups.Removal.answered_by": "an act of office; it stands in the public log",
    "groups.Removal.by": "an act of office, about somebody else; it stands in the public log",
    "groups.Removal.person": "a wish of others, of which he is told by a notice",
    "moderation.Case.claimed_by": "who has a case for some minutes",
    "moderation.Case.handed_to": "who has a case; he is told by a notice",
    "moderation.Case.seconded_by": "an act of office, about somebody else",
    "moderation.Case.wants_second": "an act of office, about somebody else",
    "moderation.MassAct.actor": "an act of office, about somebody else; it stands in the public log",
    "moderation.MassAct.person": "each of its rulings is told with the rulings",
    "moderation.Ruling.actor": "an act of office, about somebody else; it stands in the public log",
    "moderation.Step.actor": "an act of office, about somebody else, for mods alone",
    "people.Archive.person": "the archive itself",
    "people.Block.blocked": "nobody is told by whom he is blocked",
    "people.Invitation.used_by": "it is told to who made it; that he joined by one is told by his account",
    "people.Trace.person": "a hash, and only of who has left",
    "rulebooks.Draft.declined_by": "an act of office, told to the author of the draft",
    "rulebooks.Version.signed_by": "an act of office; it stands in the public log",
    "texts.Text.author": "each text is told with what it belongs to: a comment, a remark, a message, an appeal",
    "threads.Impasse.begun_by": "one of the two, with whom the impasse is told",
    "threads.Impasse.offered_by": "one of the two, with whom the impasse is told",
    "votes.Vote.author": "others’ votes; nobody is shown who voted",
}
"""What refers to a person and is not in his archive, and why."""


def at(time: Any) -> str | None:
    return time.isoformat() if time is not None else None


def keyed(found: Any, *, size: int = 500) -> Iterator[Any]:
    """Every row of a query, oldest first, in slices by key, so that a database is asked for no more than it can give at once."""
    last = 0
    while some := list(found.filter(pk__gt=last).order_by("pk")[:size]):
        yield from some
        last = some[-1].pk


def plain(rows: Iterable[Any], *fields: str) -> Iterator[Row]:
    """These fields of rows, times as text."""
    for row in rows:
        values = {name: getattr(row, name) for name in fields}
        yield {name: at(value) if hasattr(value, "isoformat") else value for name, value in values.items()}
