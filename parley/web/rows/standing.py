"""Rows of what was decided about somebody: statements, appeals, notices, one's own record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkRow:
    """One turn of the talk about a ruling."""

    who: str
    is_mods: bool
    html: Markup
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """A statement of reasons. An address that is None is a thing this viewer cannot do."""

    url: str
    title: str
    facts: tuple[tuple[str, str], ...]
    item_url: str | None
    """None, with the next, for who may not read the group any more."""
    entry_url: str | None
    is_undone: bool
    talk: tuple[TalkRow, ...]
    appeal_url: str | None
    appeal_until: str
    appeal: Markup | None
    """What the author wrote."""
    appeal_state: tuple[str, ...]
    undo_url: str | None
    is_concerned: bool
    """The viewer is whom it was done to."""
    mass: tuple[str, str] | None = None
    """Of one of many: a sentence and the address of the act."""
    text: str = ""
    grounds: str = ""
    errors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeLine:
    """One notice in the list of notices."""

    url: str
    subject: str
    lines: tuple[str, ...]
    at: datetime
    is_new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceRow:
    """A browser that hears of one's notices; its owner alone sees the address it hears at."""

    name: str
    endpoint: str
    since: datetime
    stop_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRow:
    """One's points in a group, when they fall, and what comes next."""

    group: str
    group_url: str
    points: int
    limit: int
    falls: tuple[tuple[str, datetime], ...]
    following: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LimitRow:
    """A suspension that stands."""

    sentence: str
    agreement: str
    agree_url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """A ruling, a flag, or a comment that waits, in one line."""

    label: str
    url: str
    state: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CountRow:
    """One line of a table of counts, or the heading of those that follow."""

    label: str
    value: str
    is_heading: bool = False
