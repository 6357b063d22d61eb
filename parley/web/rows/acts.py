"""Rows of what mods do: cutting, and the public log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRow:
    """A word that a mod can mark; `value` is its span `start-end` in code points of the stored text."""

    value: str
    text: str
    before: str = " "
    is_marked: bool = False
    is_cut: bool = False
    starts_line: bool = False
    picture: str = ""
    """Address of the picture that it stands for, which `text` describes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRow:
    """One act in the public log. Never holds the words that went."""

    number: int
    at: datetime
    what: str
    url: str
    decider: str
    line_number: int | None = None
    line: str = ""
    about: str = ""
    about_url: str | None = None
    note: str = ""
    is_undone: bool = False
    undone_url: str | None = None
    undo_url: str | None = None
    digest: str = ""
    purged_url: str | None = None
    """The entry that says why this one is empty."""
    facts: tuple[tuple[str, str], ...] = ()
