"""Rows of seeds: in a list, at the head of their page, and what is shown of the article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture kept on this site, in CSS pixels, so that nothing moves when it arrives."""

    url: str
    width: int
    height: int
    alt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteState:
    """Votes of one item. `why` is the sentence for whoever may not vote for it (its author, or signed out)."""

    url: str
    count: int
    voted: bool = False
    allowed: bool = False
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TagRow:
    name: str
    url: str
    count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AlsoRow:
    """Another seed of the same story."""

    url: str
    source_name: str
    group_title: str
    comments: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedRow:
    """A seed in a list."""

    id: str
    url: str
    headline: str
    source_name: str
    source_url: str | None
    seeder: str
    seeder_url: str
    group_title: str
    group_url: str
    seeded_at: datetime
    vote: VoteState
    comments: int
    bylines: tuple[str, ...] = ()
    published: date | None = None
    excerpt: str = ""
    remark: str = ""
    rules: int = 0
    rules_url: str = ""
    picture: Picture | None = None
    new_comments: int = 0
    is_locked: bool = False
    language: str = ""
    why: str = ""
    """Why it stands where it stands."""
    all_of_source: str = ""
    """Where all seeds of its source stand."""
    tags: tuple[TagRow, ...] = ()
    also: tuple[AlsoRow, ...] = ()
    """Where the same story stands besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """What is shown of the article, and how much that is of the whole. `html` is `None` where only a link is shown."""

    html: Markup | None = None
    shown_words: int = 0
    all_words: int = 0
    rest_url: str | None = None
    licence: str = ""
    licence_url: str | None = None
    language: str = ""
    picture: Picture | None = None
    caption: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedHead:
    """The head of a seed's page. `original_headline` only if the seeder changed it: that is shown."""

    headline: str
    source_name: str
    source_url: str | None
    seeder: str
    seeder_url: str
    group_title: str
    group_url: str
    seeded_at: datetime
    vote: VoteState
    bylines: tuple[str, ...] = ()
    published: date | None = None
    minutes: int = 0
    original_headline: str = ""
    remark: str = ""
    tags: tuple[TagRow, ...] = ()
    all_of_source: str = ""
    flag_url: str | None = None
    flag_label: str = "Flag"
    flag_state: str = ""
    unlisted: tuple[str, str] | None = None
    """By which line it was taken off the lists, and the address of the entry."""
    language: str = ""
    edit_url: str | None = None
    promote_url: str | None = None
    """Sends `on`: 1 puts it on the front page, 0 takes it off."""
    is_on_front: bool = True
