"""Rows of what somebody follows, and of what he has begun to write."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackRow:
    """What a reader follows and has not read, above a discussion. `url` is the discussion's short address.

    `folded`, `muted`: keys of comments below which he folded or muted it, for the behaviours. `me`: his name, by which they know
    that a comment is his own.
    """

    url: str
    me: str
    new: str = ""
    """How many comments: “7”, “100+”; empty for none."""
    is_followed: bool = False
    is_muted: bool = False
    folded: str = ""
    muted: str = ""
    draft_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedRow:
    """A discussion on the tracker. `next_url` leads to the first new comment."""

    headline: str
    url: str
    language: str
    group: str
    group_url: str
    at: datetime
    short_url: str
    new: str = ""
    next_url: str | None = None
    is_followed: bool = True
    is_muted: bool = False
    back: str = "/tracker"
    """Where a button on it leads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsentRow:
    """A draft. `place` and `url` are None where its discussion is closed to its author now: his words are his all the same."""

    text: str
    at: datetime
    drop_url: str
    place: str | None = None
    what: str = ""
    url: str | None = None
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """What can be done about everything below a comment."""

    fold_url: str
    mute_url: str
    back: str
    is_folded: bool = False
    is_muted: bool = False
