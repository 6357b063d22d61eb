"""What was touched since one looked last: exactly, whoever committed when.

On a file of SQLite one writes at a time, so keys of rows follow commits, and `PRAGMA data_version` says within microseconds whether
anybody committed at all. On PostgreSQL many write at once and a smaller key can become visible after a larger one; so the last look's
snapshot is kept, and what this one sees and that one did not is new (PostgreSQL's manual, “Transaction ID and Snapshot Information
Functions”).
"""

import sqlite3
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol
from urllib.parse import quote

from django.db import DEFAULT_DB_ALIAS, connection, connections

FORGETS = 1800.0
"""Seconds between two looks after which rows may be gone, and everything counts as touched."""
NEWEST = "SELECT COALESCE(MAX(id), 0) FROM keys_touch"
BEHIND = "SELECT key, is_cut, id FROM keys_touch WHERE id > {} ORDER BY id"
UNSEEN = """SELECT touched.key, touched.is_cut, pg_current_snapshot()::text FROM (SELECT 1) AS one LEFT JOIN keys_touch AS touched
ON touched.xact >= %s AND NOT pg_visible_in_snapshot(touched.xact::text::xid8, %s::text::pg_snapshot)"""
SNAPSHOT = "SELECT NULL, NULL, pg_current_snapshot()::text"


class Touched(NamedTuple):
    key: str
    is_cut: bool


EVERYTHING = (Touched("", is_cut=True),)
"""The empty key stands for all."""


class Tail(Protocol):
    def read(self) -> Sequence[Touched]:
        """What was committed since the last call; `EVERYTHING` at the first. Raises what the database raises."""
        ...


class FileTail:
    """Of SQLite in a file, over a connection of its own. Not for two threads at once."""

    def __init__(self, path: str) -> None:
        address = f"file:{quote(path)}?mode=ro"
        self._cursor = sqlite3.connect(address, uri=True, check_same_thread=False, isolation_level=None, timeout=1).cursor()
        self._version = self._last = -1
        self._looked_at = -FORGETS

    def read(self) -> Sequence[Touched]:
        version = self._cursor.execute("PRAGMA data_version").fetchone()[0]
        now = time.monotonic()
        found: Sequence[Touched] = ()
        if version != self._version:
            found = self._behind(now)
            self._version = version  # read before the rows: what was committed between is read twice rather than never
        self._looked_at = now
        return found

    def _behind(self, now: float) -> Sequence[Touched]:
        if now - self._looked_at >= FORGETS:
            self._last = self._cursor.execute(NEWEST).fetchone()[0]
            return EVERYTHING
        rows = self._cursor.execute(BEHIND.format("?"), (self._last,)).fetchall()
        self._last = rows[-1][2] if rows else self._last
        return [Touched(key, bool(is_cut)) for key, is_cut, _ in rows]


class Snapshot:
    """Where one looked last, on PostgreSQL."""

    def __init__(self) -> None:
        self._seen = ""
        self._looked_at = 0.0

    def query(self) -> tuple[str, tuple[str, ...]]:
        if not self._seen or time.monotonic() - self._looked_at >= FORGETS:
            self._seen = ""
            return SNAPSHOT, ()
        return UNSEEN, (self._seen.partition(":")[0], self._seen)

    def taken(self, rows: Sequence[tuple[str | None, bool | None, str]], *, moves_on: bool = True) -> Sequence[Touched]:
        """What the answer to `query` says; the next one goes on from it. Not from one inside a transaction, whose own number its
        snapshot takes for seen: what is touched there later would be missed by all.
        """
        was_empty = not self._seen
        if moves_on:
            self._seen, self._looked_at = rows[0][2], time.monotonic()
        return EVERYTHING if was_empty else [Touched(key, bool(is_cut)) for key, is_cut, _ in rows if key is not None]


class SharedTail:
    """Over the connection of whoever asks: PostgreSQL, and tests whose transactions nobody else sees."""

    def __init__(self) -> None:
        self._last = -1
        self._snapshot = Snapshot()

    def read(self) -> Sequence[Touched]:
        with connection.cursor() as cursor:
            if connection.vendor == "postgresql":
                words, values = self._snapshot.query()
                cursor.execute(words, values)
                return self._snapshot.taken(cursor.fetchall(), moves_on=not connection.in_atomic_block)
            if self._last < 0:
                cursor.execute(NEWEST)
                self._last = cursor.fetchone()[0]
                return EVERYTHING
            cursor.execute(BEHIND.format("%s"), [self._last])
            rows = cursor.fetchall()
        self._last = rows[-1][2] if rows else self._last
        return [Touched(key, bool(is_cut)) for key, is_cut, _ in rows]


def tail() -> Tail:
    """For the database of this process. A file that is there is looked into directly."""
    asked = connections[DEFAULT_DB_ALIAS]
    name = str(asked.settings_dict["NAME"])
    if asked.vendor == "sqlite" and Path(name).is_file() and not asked.in_atomic_block:
        return FileTail(name)
    return SharedTail()
