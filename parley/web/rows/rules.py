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
    """A run of a rule book's prose. `number`: its clause. `is_plain`: no software stands for it. `line`: at the start of a line
    its number in the red box.
    """

    text: str
    number: int | None = None
    is_plain: bool = False
    breaks: bool = False
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseRow:
    """What a run of words was understood to ask, and how it may be kept. Sends the keeping as `keeping-{key}`."""

    number: int
    key: str
    kind: str
    explains: str
    """In the engine's words."""
    for_people: str = ""
    """Said besides where no software looks for it."""
    words: str = ""
    parameters: str = ""
    choices: tuple[ChoiceRow, ...] = ()
    how: str = ""
    is_people: bool = False
    finds: str = ""
    """An example that it must find. Sent as `find-{key}`, as its counterpart as `leave-{key}`."""
    leaves: str = ""
    warns: str = ""
    """What it does not keep to, once turned up."""
    unmet: tuple[str, ...] = ()
    """What is the matter with its examples."""
    figures: str = ""
    settings: tuple[FieldRow, ...] = ()
    """What else is chosen, sent as `set-{key}-{name}`."""
    is_shadow: bool = False
    shadow: ShadowRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShadowRow:
    """What a clause in shadow found in live comments."""

    judged: int
    found: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayRow:
    """A draft over past comments. `figures`: (what, in force, draft). `members`: (name, newly found, no longer). `differences`:
    (address of the comment, its number and author, in force, draft). `refresh_url`: while it runs, where this row is had anew.
    """

    state: str
    says: str
    percent: int = 0
    figures: tuple[tuple[str, str, str], ...] = ()
    members: tuple[tuple[str, int, int], ...] = ()
    more_members: int = 0
    differences: tuple[tuple[str, str, str, str], ...] = ()
    more_differences: int = 0
    clauses: tuple[tuple[str, int], ...] = ()
    """Words of each clause of the draft that found anything, and in how many comments."""
    days: int = 0
    is_earlier: bool = False
    """It is of another state of the draft than stands beside it."""
    refresh_url: str | None = None
    notes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    """What could not be judged, in the engine's words."""
    can_stop: bool = False
    can_go_on: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnRow:
    """A clause of a running discussion that can be kept more weakly."""

    number: int
    key: str
    kind: str
    words: str
    now: str
    ways: tuple[ChoiceRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtRow:
    """An entry of rules from elsewhere and what became of it. `lines`: each with whether software stands for it."""

    where: str
    words: str
    lines: tuple[tuple[str, bool], ...] = ()
    why_not: str = ""
    left_out: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRow:
    """A rule book being written. Sends `prose`, for each clause shown `shown` and its choices, `version`, `reading` (what was
    read before), and by its buttons `read`, `merge`, `replay`, `stop`, `drop` or `confirm`.
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
    note: str = ""
    """What was done with the words just now."""
    changed: tuple[str, ...] = ()
    """What is kept otherwise than in force."""
    remarks: tuple[str, ...] = ()
    """What the rules lack."""
    replay: ReplayRow | None = None
    replay_days: tuple[ChoiceRow, ...] = ()
    signs: str = ""
    """Whether and why a second owner has to sign."""
    confirms: str = ""
    """On the button by which it is put in force, or offered."""
    can_drop: bool = False
    declined_by: str = ""
    """The other owner who would not sign it."""
    declined_because: tuple[str, ...] = ()
    """Why, line by line."""
    experts: tuple[FieldRow, ...] = ()
    """For each line that no software reads, its expression."""
    has_expressions: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One dated version of a rule book."""

    label: str
    at: datetime
    url: str
    note: str = ""
    is_in_force: bool = False
