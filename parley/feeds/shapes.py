"""What every feed is made of, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings

MOST = 50
"""Entries of a feed, newest first."""
BEGINNING = datetime(2026, 1, 1, tzinfo=UTC)
"""How old a list of the site is in which nothing stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One entry. `url` and `tag` as `whole` and `tag_of` give them; `html` with whole addresses."""

    title: str
    url: str
    tag: str
    html: str
    at: datetime
    changed_at: datetime
    author: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """`url`: of the page; `path`: its own address without the format's ending; `begun_at`: how old it is without an entry."""

    title: str
    url: str
    path: str
    tag: str
    begun_at: datetime
    items: Sequence[Item] = ()

    @property
    def changed_at(self) -> datetime:
        return max((each.changed_at for each in self.items), default=self.begun_at)


def whole(path: str) -> str:
    """The address of a page of ours, as it is elsewhere."""
    return settings.ADDRESS + path


def host() -> str:
    return urlsplit(settings.ADDRESS).hostname or "parley"


def tag_of(path: str, since: datetime | None = None) -> str:
    """A name that lasts (RFC 4151), also when the site's scheme or a headline changes. `since`: when what it names began."""
    return f"tag:{host()},{since:%Y-%m-%d}:{path}" if since else f"tag:{host()},2026:{path}"
