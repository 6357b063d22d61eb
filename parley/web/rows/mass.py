"""Rows of acts on many comments at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .writing import ChoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class MassItemRow:
    """One comment. `value`: what its box sends; empty where it cannot be chosen, and `why` says why not, or what became of it."""

    number: str
    url: str
    headline: str
    words: str
    at: datetime
    value: str = ""
    is_chosen: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassFormRow:
    """Choosing what goes. Asks by `reach`, `since`, `line`; sends them with `item`, `note`, `evidence`, `ticket`."""

    action: str
    author: str
    group: str
    reaches: tuple[ChoiceRow, ...]
    since: str
    lines: tuple[ChoiceRow, ...]
    items: tuple[MassItemRow, ...]
    standing: tuple[MassItemRow, ...]
    """In reach, and left alone."""
    places: int
    """Discussions in which they stand."""
    quoted: int
    """Quotations of them by others, in which the same words go."""
    quoting: tuple[tuple[str, str], ...]
    """Some of those comments: label and address."""
    tickets: tuple[ChoiceRow, ...]
    note: str = ""
    evidence: str = ""
    is_listed: bool = False
    errors: tuple[str, ...] = ()
    cancel_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MassRow:
    """What was done. An address that is None is a thing this viewer cannot do."""

    url: str
    title: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[MassItemRow, ...]
    undo_url: str | None
    appeal_url: str | None
    reasons_url: str
    """Of the statement of reasons."""
    grounds: str = ""
    errors: tuple[str, ...] = ()
