"""Rows of what mods decide on: the queue, a case, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from .acts import WordRow
    from .discussion import CitationRow
    from .frame import TabRow
    from .writing import ChoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedRow:
    """A case in the queue. Neither how many flagged it nor what it weighs is told before the ruling."""

    url: str
    what: str
    author: str
    excerpt: str
    about: tuple[str, ...]
    """Lines that were named: “rule 3, No memes”."""
    state: str
    """Who has it, or what it waits for; empty where nobody does."""
    opened_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRow:
    title: str
    filters: tuple[TabRow, ...]
    cases: tuple[QueuedRow, ...]
    recused: int = 0
    more_url: str | None = None
    line: str = ""
    """Number of the rule by which cases are looked for."""
    kept: tuple[tuple[str, str], ...] = ()
    """Other filters, sent with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PointedRow:
    """What points to a line: software with its confidence, or members with their notes."""

    line_number: int
    line: str
    marked: tuple[str, ...]
    note: str = ""
    percent: int | None = None
    """How sure software is; None: members flagged it."""
    history_url: str = ""
    """The words were changed since this was flagged; `marked` are those of then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BesideRow:
    """A neighbour on the same ground, or an earlier ruling."""

    label: str
    url: str
    excerpt: str
    outcome: str
    note: str = ""
    """What software found in it, in English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    says: Markup
    """What was done and by whom."""
    note: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DecideRow:
    """The form. Sends `do`, `version`, `revision`, `what`, `cut`, `line`, `ticket`, `scope`, `days`, `agreement`, `evidence`, `note`,
    `discretion`.
    """

    version: str
    revision: str
    actions: tuple[ChoiceRow, ...]
    lines: tuple[ChoiceRow, ...]
    """Those that something points to, and the chosen one; all, where nothing points to any."""
    other_lines: tuple[ChoiceRow, ...]
    tickets: tuple[ChoiceRow, ...]
    scopes: tuple[ChoiceRow, ...]
    mods: tuple[ChoiceRow, ...]
    points: str
    days: str = ""
    agreement: str = ""
    evidence: str = ""
    note: str = ""
    is_discretion: bool = False
    wants_opinion: bool = False
    weighed: str = ""
    """What the wrong-rule check says."""
    reads: tuple[str, ...] = ()
    """What the author will read."""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRow:
    """What stands around an item."""

    item_url: str
    parent: Markup | None
    is_parent_cited: bool
    """What matters of the parent is among the citations."""
    parent_by: str
    citations: tuple[CitationRow, ...]
    cited_by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    number: int
    """0: a ruling that opens its own case."""
    url: str
    title: str
    place: PlaceRow
    author: str
    author_url: str
    words: tuple[WordRow, ...]
    pointed: tuple[PointedRow, ...]
    nearby: tuple[BesideRow, ...]
    before: tuple[BesideRow, ...]
    record: tuple[str, ...]
    steps: tuple[StepRow, ...]
    until: datetime | None
    decide: DecideRow | None
    """None: there is nothing for this mod to decide now; `why` says so."""
    why: str = ""
    ruling_url: str | None = None
    flagged: tuple[str, ...] = ()
    """After the ruling: who flagged it."""
    cancel_url: str = ""
    """Of a ruling that opens its own case."""
    mass_url: str | None = None
    """Removing more by the same author at once."""

    @property
    def has_pictures(self) -> bool:
        return any(word.picture for word in self.words)
