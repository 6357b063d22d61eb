"""Rows of groups, members, searches, asides, and error pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from markupsafe import Markup

    from .frame import TabRow


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupHead:
    """The head of a group's pages."""

    title: str
    url: str
    about: str = ""
    tabs: tuple[TabRow, ...] = ()
    members: int = 0
    is_private: bool = False
    role: str = ""
    join_url: str | None = None
    leave_url: str | None = None
    seed_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupRow:
    """A group in a list."""

    title: str
    url: str
    about: str = ""
    members: int = 0
    seeds: int = 0
    is_private: bool = False
    role: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberHead:
    """The head of a member's page. `facts`: short lines such as “Member since March 2026”."""

    name: str
    url: str
    facts: tuple[str, ...] = ()
    tabs: tuple[TabRow, ...] = ()
    is_self: bool = False
    groups: tuple[AsideRow, ...] = ()
    """Those that the reader may see."""
    block_url: str | None = None
    unblock_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberRow:
    """A member in a group's list."""

    name: str
    url: str
    role: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockedRow:
    """Somebody whom the reader blocked."""

    name: str
    url: str
    unblock_url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HitRow:
    """Something a search found. `title` and `snippet` have `<mark>` around the words asked for."""

    title: Markup
    url: str
    snippet: Markup
    where: str
    author: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionRow:
    """One revision of a comment, as it may be shown now."""

    label: str
    at: datetime
    html: Markup
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideRow:
    """One line of an aside box."""

    label: str
    url: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideBox:
    """A box beside the main column."""

    title: str
    rows: tuple[AsideRow, ...] = ()
    text: str = ""
    more: AsideRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseningRow:
    """Fewer second signatures, as an owner asks for them: sends `asked` (its key) and `answer` (`agree` or `decline`)."""

    key: str
    by: str
    at: datetime
    before: str
    after: str
    may_agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalRow:
    """An owner is asked to be one no more: sends `asked` (its key) and `answer` (`agree` or `decline`)."""

    key: str
    by: str
    name: str
    becomes: str
    at: datetime
    may_agree: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """An error page: `status` as in HTTP, one kind sentence, and what can be done now."""

    status: int
    title: str
    sentence: str
    ways: tuple[AsideRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRow:
    """Text that arrived after its session had ended: shown as field `name`, and ready to be sent again to `action`."""

    action: str
    fields: tuple[tuple[str, str], ...]
    text: str
    name: str = "text"
    sign_in_url: str | None = None
    sentence: str = ""
    files: tuple[str, ...] = ()
    """Names of the fields in which files came: a page cannot give those back."""
