"""Finished pages: found, made one at a time for each name, and dropped when what they show is touched."""

import asyncio
import logging
from typing import NamedTuple

from parley.base.keys import Made, Shelf
from parley.base.keys.shelf import Flight, Row
from parley.edge.behind import Answer, Behind, environ_for
from parley.edge.finished import Bytes, Finished
from parley.edge.proof import FileProof, SharedProof

logger = logging.getLogger(__name__)
ROUNDS = 3
"""So often one waits for a page that others make; then one asks for oneself."""
OVERHEAD = 2_000
"""Bytes of a page beside its own."""
GROWS = 2
"""A page is counted with what its encodings may add."""


class Asked(NamedTuple):
    name: str
    """As `names.name_of` has it."""
    encoding: str
    host: str
    language: str
    """One of ours."""
    is_chosen: bool = False
    """By a cookie, so that nobody between us and the reader may keep the answer for others."""

    @property
    def page(self) -> tuple[str, str]:
        """What it is kept under."""
        return self.name, self.language


class Pages:
    def __init__(self, behind: Behind, proof: FileProof | SharedProof, *, megabytes: float) -> None:
        self.shelf = Shelf(megabytes=megabytes)
        self._behind = behind
        self._proof = proof
        self._making: dict[tuple[str, str], asyncio.Event] = {}

    async def find(self, asked: Asked) -> Bytes | Answer | None:
        """The page in its encoding; what else Django says; or None where one has to ask Django oneself. Raises nothing of the
        database's: what cannot be proved is not shown.
        """
        for _ in range(ROUNDS):
            try:
                await self._proof.prove()
            except Exception:  # whatever it is, Django meets it as well and says so
                logger.exception("The database does not answer whether kept pages are current")
                return None
            row = self.shelf.look(asked.page)
            if row is not None and row.is_good:
                return await self._encoded(row, asked)
            if (others := self._making.get(asked.page)) is None:
                return await self._make(asked)
            if row is not None and row.is_last:
                return await self._encoded(row, asked)
            await others.wait()
        return None

    def proved(self, asked: Asked) -> Finished | None:
        """A good one, for a caller who has just proved; the quick way."""
        row = self.shelf.look(asked.page)
        return row.made.value if row is not None and row.is_good else None

    async def _encoded(self, row: Row, asked: Asked) -> Bytes:
        page: Finished = row.made.value
        if asked.encoding in page.encoded:
            return page.encoded[asked.encoding]
        return await self._behind.in_thread(page.encode, asked.encoding)

    async def _make(self, asked: Asked) -> Bytes | Answer | None:
        made = self._making[asked.page] = asyncio.Event()
        try:
            with self.shelf.flight() as flight:
                answer, page = await self._behind.in_thread(self._made, asked)
                if page is None:
                    return answer
                await self._keep(asked, page, answer.keys, flight)
            return page.encoded[asked.encoding]
        finally:
            del self._making[asked.page]
            made.set()

    def _made(self, asked: Asked) -> tuple[Answer, Finished | None]:
        """In a thread: as a reader asks who says nothing of himself but what he reads."""
        path, _, query = asked.name.partition("?")
        answer = self._behind.call(environ_for(path, query, HTTP_HOST=asked.host, HTTP_ACCEPT_LANGUAGE=asked.language))
        is_kept = answer.status == 200 and answer.keys and answer.rest is None and not answer.header("set-cookie")
        if not is_kept or "cookie" in answer.header("vary").lower() or "public" not in answer.header("cache-control"):
            return answer, None
        page = Finished(answer.body, answer.headers)
        page.encode(asked.encoding)
        return answer, page

    async def _keep(self, asked: Asked, page: Finished, keys: set[str], flight: Flight) -> None:
        """What was touched while it was made has to be known before it is kept."""
        try:
            await self._proof.prove()
        except Exception:  # it is shown to whoever asked, who came before it was made, and to nobody else
            logger.exception("The database does not answer whether a page may be kept")
            return
        self.shelf.put(asked.page, Made(page, len(page.whole) * GROWS + OVERHEAD, frozenset({*keys, "site"})), flight)
