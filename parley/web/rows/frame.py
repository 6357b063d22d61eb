"""Rows of every page's frame: who reads, where they are, what just happened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """The signed-in person for whom this page is made. Signed out: `None`, and the page is the same for all."""

    name: str
    url: str
    is_mod: bool = False
    cases: int | None = None
    """Open cases where the reader moderates; None for who moderates nothing."""
    news: int = 0
    """Unread notices; beyond 99 no more are counted."""
    tracked: int = 0
    """Followed discussions in which something is new."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CrumbRow:
    """One step of the way to this page; the last has no address."""

    label: str
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TabRow:
    """One tab of a group's or member's head, or one order of a discussion."""

    label: str
    url: str
    is_here: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One sentence after an act. `clears` names the draft that is saved now and need not be kept in the browser."""

    text: str
    is_refusal: bool = False
    clears: str = ""
    link: str = ""
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRow:
    """The archive of one's own data; without an address it is being made."""

    asked_at: datetime
    until: datetime
    url: str | None = None
    size: str = ""
    can_renew: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchBox:
    """The search field in the masthead: where it asks, and of what."""

    url: str
    label: str
    query: str = ""
