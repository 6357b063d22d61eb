"""The index of words, one file for each database. All of them hold tokens (`tokens.py`) of a heading, of a text, and marks by which
results are narrowed down, under the key of a document; and all of them answer alike.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from django.db import connection

from parley.search.asking import Need

MOST_RANKED = 10_000
"""So many matches, the newest, are ranked and counted."""

PAGE = (
    "WITH found AS MATERIALIZED ({found} LIMIT {ranked}) SELECT id, (SELECT count(*) FROM found) FROM found ORDER BY {order}"
    " LIMIT %s OFFSET %s"
)
"""Nothing that anybody typed is put into the braces of this or of what it finds."""


@dataclass(frozen=True, slots=True)
class Entry:
    key: int
    group: int
    heading: Sequence[str]
    words: Sequence[str]
    marks: Sequence[str]


@dataclass(frozen=True, slots=True)
class Looked:
    """For what is looked. `near`: for a need by its place, words of headings that are nearly what was written. Of each of `marks` one
    has to be there, of `without_marks` none. `groups`: SQL with its parameters, the keys of groups that may be read.
    """

    needs: Sequence[Need]
    near: dict[int, Sequence[str]]
    without: Sequence[Need]
    marks: Sequence[Sequence[str]]
    without_marks: Sequence[str]
    groups: tuple[str, Sequence[Any]]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Keys:
    """Documents of one page, in order; `count` of all, at most `MOST_RANKED`, and whether there are more."""

    keys: Sequence[int]
    count: int
    is_more: bool


def page_of(found: str, order: str, params: Sequence[Any]) -> Keys:
    """`found`: SQL that gives documents from the newest on; the parameters end with how many are wanted, and behind how many."""
    with connection.cursor() as cursor:
        cursor.execute(PAGE.format(found=found, ranked=MOST_RANKED + 1, order=order), params)
        rows = cursor.fetchall()
    count = rows[0][1] if rows else 0
    return Keys([row[0] for row in rows], min(count, MOST_RANKED), count > MOST_RANKED)


class Index(Protocol):
    def set_up(self) -> None:
        """Make it where it is not there; in vain where it is."""

    def put(self, entries: Iterable[Entry]) -> None:
        """Also in place of what stood under these keys."""

    def drop(self, keys: Iterable[int]) -> None: ...

    def clear(self) -> None: ...

    def find(self, looked: Looked, *, by_rank: bool, start: int, most: int) -> Keys: ...


def index() -> Index:
    """Of the database in use."""
    if connection.vendor == "sqlite":
        from parley.search.indexes.sqlite import Fts5

        return Fts5()
    from parley.search.indexes.postgresql import FullText

    return FullText()
