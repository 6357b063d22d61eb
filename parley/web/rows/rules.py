"""Rows of house rules: the red box, and a rule book being written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from .writing import ChoiceRow, FieldRow


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleRow:
    """One line of the red box. `clauses`: (start, end, title of the kind) for the words a clause stands for."""

    number: int
    text: str
    how: str
    origin: str = ""
    clauses: tuple[tuple[int, int, str], ...] = ()

    @property
    def pieces(self) -> tuple[tuple[str, str], ...]:
        """The text cut at its clauses: (words, title of their kind or nothing). Overlaps keep the first."""
        found, here = [], 0
        for start, end, title in sorted(self.clauses):
            if start >= here:
                found += [(self.text[here:start], ""), (self.text[start:end], title)]
                here = end
        return tuple(piece for piece in [*found, (self.text[here:], "")] if piece[0])


@dataclass(frozen=True, slots=True, kw_only=True)
class RulesBox:
    """The red box above a discussion."""

    rows: tuple[RuleRow, ...]
    title: str = "House rules of this seed"
    intro: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PieceRow:
    """A run of a rule book's prose. `number`: its clause. `is_plain`: no software stands for it."""

    text: str
    number: int | None = None
    is_plain: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """What a run of words was understood to ask, and how it may be kept. Sends the keeping as `keeping-{key}`."""

    number: int
    key: str
    kind: str
    explains: str
    words: str = ""
    parameters: str = ""
    choices: tuple[ChoiceRow, ...] = ()
    how: str = ""
    is_people: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRow:
    """A rule book being written. Sends `prose`, `keeping-*`, `version`, `reading` (what was read before), and by its buttons
    `read` or `confirm`.
    """

    action: str
    prose: FieldRow
    version: str
    reading: str = ""
    pieces: tuple[PieceRow, ...] = ()
    clauses: tuple[ClauseRow, ...] = ()
    gaps: tuple[str, ...] = ()
    in_force: str = ""
    errors: tuple[str, ...] = ()
    is_stale: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One dated version of a rule book."""

    label: str
    at: datetime
    url: str
    note: str = ""
    is_in_force: bool = False
