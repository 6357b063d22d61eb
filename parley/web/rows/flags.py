"""Rows of flags, and of a comment that waits for a mod."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from .writing import ChoiceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class HideRow:
    """A seeder may hide what is off topic until a mod has ruled. `lines`: numbers of those it goes with."""

    lines: tuple[int, ...]
    left: int
    most: int
    ruled: int = 0
    agreed: int = 0
    is_chosen: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlagRow:
    """Reporting a comment or a seed. Sends `line`, `words` (a passage a line), `revision` (what is read), `note`, `hides`."""

    action: str
    title: str
    lines: tuple[ChoiceRow, ...]
    words: str = ""
    revision: str = ""
    note: str = ""
    can_mark: bool = True
    is_mine: bool = False
    settled: str = ""
    hide: HideRow | None = None
    errors: tuple[str, ...] = ()
    note_errors: tuple[str, ...] = ()
    cancel_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldRow:
    """One's own comment that waits for a mod. `lines`: number, words, what the software saw, and what is said
    besides of how it reads the line.
    """

    seed: str
    seed_url: str
    html: Markup
    at: datetime
    lines: tuple[tuple[int, str, tuple[str, ...], str], ...] = ()
    citations: int = 0
    take_back_url: str | None = None
