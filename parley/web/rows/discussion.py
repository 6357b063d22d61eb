"""Rows of a discussion: comments, citations, tombstones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from markupsafe import Markup

    from .frame import NoticeRow, TabRow
    from .places import AsideRow
    from .seeds import VoteState
    from .writing import WriteRow


LONGEST_NUMBER = 5
"""A comment's number with more places than this is shown with its middle left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitationRow:
    """A quotation of a comment as that comment is now. `is_edited_since`: the author changed it after it was cited."""

    html: Markup
    author: str
    author_url: str
    number: str
    url: str
    is_edited_since: bool = False
    is_removed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovedRow:
    """Why a comment's place holds a tombstone. `decider` is a kind of decider, never a name."""

    line_number: int
    line_words: str
    decider: str
    at: datetime
    entry_number: int
    entry_url: str
    is_whole_redaction: bool = False
    is_hidden: bool = False
    """By the seeder, until a mod has ruled."""
    is_taken_back: bool = False
    """By its author, who left; by no line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentRow:
    """A comment in its place. An address that is `None` is a thing this viewer cannot do."""

    id: str
    number: str
    url: str
    depth: int
    author: str
    author_url: str
    at: datetime
    html: Markup
    vote: VoteState
    language: str = ""
    """Code of what it is written in; empty when not sure."""
    roles: tuple[str, ...] = ()
    is_edited: bool = False
    history_url: str | None = None
    citations: tuple[CitationRow, ...] = ()
    removed: RemovedRow | None = None
    reply_url: str | None = None
    edit_url: str | None = None
    append_url: str | None = None
    cut_url: str | None = None
    flag_url: str | None = None
    flag_label: str = "Flag"
    flag_state: str = ""
    """“flagged by you” or “a mod has ruled”; empty where it can be flagged."""
    show_url: str | None = None
    """Where the seeder takes his hiding back."""
    why_url: str | None = None
    parent_number: str = ""
    parent_url: str | None = None
    is_own: bool = False
    is_folded: bool = False
    """By somebody whom the reader blocked: closed until it is pressed."""
    is_official: bool = False
    is_calm: bool = False
    is_new: bool = False

    @property
    def indent(self) -> int:
        """Steps to the right; beyond six the number alone says how deep it stands."""
        return min(self.depth, 6)

    @property
    def short_number(self) -> str:
        """The number as shown: `1.1.2`, and from a certain length on `1.1.….4.2`."""
        places = self.number.split(".")
        if len(places) <= LONGEST_NUMBER:
            return self.number
        return ".".join([*places[:2], "…", *places[-2:]])


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadRow:
    """The bar above a discussion."""

    comments: int
    orders: tuple[TabRow, ...]
    new_comments: int = 0
    new_url: str | None = None
    search_url: str | None = None
    feed_url: str | None = None
    live_url: str | None = None
    """Where its readers hear that it changed; `/news` beside it says how many comments there are, and the newest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreRow:
    """The way to the next slice."""

    url: str
    label: str = "More comments"


@dataclass(frozen=True, slots=True, kw_only=True)
class FootRow:
    """What ends a discussion for its reader: the form, or why there is none, or the way in."""

    write: WriteRow | None = None
    suspended: NoticeRow | None = None
    join: AsideRow | None = None
    read_url: str = ""
    read_to: int = 0
    """Key of the newest comment where something is new to the reader: until there all is marked as read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StrainRow:
    """What holds in a discussion: since when, until when, why, and by what kind of decider. `key` is empty where nobody ends it."""

    key: str
    says: str
    at: datetime
    until: datetime | None = None
    why: str = ""
    decider: str = ""
    entry_url: str = ""
    is_involved: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberHoldRow:
    """A member whose new comments wait for a mod."""

    key: str
    name: str
    url: str
    until: datetime
    why: str
