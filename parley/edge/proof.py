"""Proving that what is kept is no older than the reader's question.

On a file of SQLite that is a look of microseconds. On PostgreSQL it is a question over a connection of its own, and all readers who
came before it was sent share its answer.
"""

import asyncio
from contextlib import suppress
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections
from psycopg.conninfo import make_conninfo

from parley.base.keys.shelf import WATCH
from parley.base.keys.tails import Snapshot

PATIENCE = 2.0
"""Seconds after which a question counts as not answered."""


class FileProof:
    async def prove(self) -> None:
        WATCH.prove()


class SharedProof:
    def __init__(self, conninfo: str) -> None:
        self._conninfo = conninfo
        self._connection: psycopg.AsyncConnection[Any] | None = None
        self._snapshot = Snapshot()
        self._next: asyncio.Task[None] | None = None
        self._asking = asyncio.Lock()

    async def prove(self) -> None:
        """Whoever comes while a question is under way waits for the next one, which is sent after he came."""
        if self._next is None:
            self._next = asyncio.get_running_loop().create_task(self._ask())
        await asyncio.shield(self._next)

    async def _ask(self) -> None:
        async with self._asking:
            self._next = None
            try:
                rows = await self._answered()
            except psycopg.Error:  # the connection was dropped; whether the database is there shows a new one
                rows = await self._answered()
            WATCH.tell(self._snapshot.taken(rows))

    async def _answered(self) -> list[Any]:
        try:
            return await asyncio.wait_for(self._rows(), PATIENCE)
        except BaseException:
            await self._hang_up()
            raise

    async def _rows(self) -> list[Any]:
        if self._connection is None:
            self._connection = await psycopg.AsyncConnection.connect(self._conninfo, autocommit=True)
        words, values = self._snapshot.query()
        return await (await self._connection.execute(words, values)).fetchall()

    async def _hang_up(self) -> None:
        """What was seen is remembered: the next connection goes on from there."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.Error):
                await connection.close()


def proof() -> FileProof | SharedProof:
    """For the database of this process."""
    asked = connections[DEFAULT_DB_ALIAS]
    if asked.vendor != "postgresql":
        return FileProof()
    named = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    given = {word: asked.settings_dict[name] for name, word in named.items() if asked.settings_dict.get(name)}
    plain = {name: value for name, value in asked.settings_dict["OPTIONS"].items() if isinstance(value, str)}
    return SharedProof(make_conninfo(**given, **plain))
