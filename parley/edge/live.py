"""Live events (server-sent events, WHATWG HTML 9.2): whoever reads a discussion hears that it changed, never how; he asks for that as
anybody asks. Streams hold no thread and no database connection.
"""

import asyncio
import re
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from typing import Any

from parley.base.keys.shelf import WATCH
from parley.base.keys.tails import Touched
from parley.edge.behind import Behind, environ_of
from parley.edge.proof import FileProof, SharedProof

ADDRESS = re.compile(r"/s/(\d{1,18})/live")
BEAT, MOST_AGE, APART = 25.0, 900.0, 1.0
"""Seconds: between signs of life; until a stream ends, so that its reader is asked for again; between two events of one stream."""
LOOK = 0.25
"""Seconds between two looks for what other processes did, while somebody listens."""
TAKES = 10.0
"""Seconds in which a reader takes an event."""
HEADERS = [("content-type", "text/event-stream"), ("cache-control", "no-store"), ("x-accel-buffering", "no")]
FULL = [("content-type", "text/plain; charset=utf-8"), ("retry-after", "60"), ("cache-control", "no-store")]


class Stream:
    __slots__ = ("changed", "is_over")

    def __init__(self) -> None:
        self.changed = asyncio.Event()
        self.is_over = False

    def tell(self, *, ends: bool) -> None:
        self.is_over = self.is_over or ends
        self.changed.set()


class Live:
    def __init__(self, behind: Behind, proof: FileProof | SharedProof, *, most: int) -> None:
        self._behind, self._proof, self._most = behind, proof, most
        self._streams: defaultdict[str, set[Stream]] = defaultdict(set)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._looking: asyncio.Task[None] | None = None
        self.count = self._ended = 0
        """Who listens or is about to; and how often something was told that ends streams."""
        WATCH.add(self)

    def begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop

    def seed_of(self, path: str) -> str | None:
        """The number in the address of a discussion's events."""
        found = ADDRESS.fullmatch(path) if path.endswith("/live") else None
        return found[1] if found else None

    def touch(self, touched: Iterable[Touched]) -> None:
        """What ends a stream: a cut of any other key than the discussion's own, since it may concern who reads there."""
        if self._loop is not None and self.count:
            self._loop.call_soon_threadsafe(self._tell, list(touched))

    def _tell(self, touched: Iterable[Touched]) -> None:
        for key, is_cut in touched:
            self._ended += is_cut and not key.startswith("seed/")
            concerned = self._streams.get(key, ()) if key else {each for some in self._streams.values() for each in some}
            for stream in list(concerned):
                stream.tell(ends=is_cut and not key.startswith("seed/"))

    async def serve(self, seed: str, scope: Any, protocol: Any) -> None:
        """Django says whether the reader may read there, and which keys that depends on."""
        if self.count >= self._most:
            protocol.response_str(503, FULL, "Many people are listening here. The page itself is open.\n")
            return
        self.count += 1
        try:
            ended = self._ended
            answer = await self._behind.ask(environ_of(scope, BytesIO()))
            if answer.status != 204 or scope.method == "HEAD":
                await self._behind.send(answer, protocol, is_head=scope.method == "HEAD")
                return
            self._looking = self._looking or asyncio.get_running_loop().create_task(self._look())
            # What was told while Django decided may concern this reader: his stream ends at once, and his browser asks again.
            await self._stream({f"seed/{seed}", "site", *answer.keys}, protocol, is_over=ended != self._ended)
        finally:
            self.count -= 1

    async def _stream(self, keys: set[str], protocol: Any, *, is_over: bool) -> None:
        stream, sends = Stream(), protocol.response_stream(200, HEADERS)
        stream.is_over = is_over
        for key in keys:
            self._streams[key].add(stream)
        gone = asyncio.ensure_future(protocol.client_disconnect())
        try:
            await _write(sends, "retry: 3000\n\n")
            async with asyncio.timeout(MOST_AGE):
                while not gone.done() and not stream.is_over:
                    await _write(sends, await _next(stream, gone))
        except (TimeoutError, OSError, RuntimeError):  # old, or its reader is gone, or takes nothing
            pass
        finally:
            gone.cancel()
            self._forget(stream, keys)

    def _forget(self, stream: Stream, keys: set[str]) -> None:
        for key in keys:
            self._streams[key].discard(stream)
            if not self._streams[key]:
                del self._streams[key]

    async def _look(self) -> None:
        """As long as anybody listens."""
        try:
            while self.count:
                with suppress(Exception):  # the next look may succeed; nothing is shown by this
                    await self._proof.prove()
                await asyncio.sleep(LOOK)
        finally:
            self._looking = None


async def _next(stream: Stream, gone: "asyncio.Future[Any]") -> str:
    """The next thing to say."""
    changed = asyncio.ensure_future(stream.changed.wait())
    await asyncio.wait({changed, gone}, timeout=BEAT, return_when=asyncio.FIRST_COMPLETED)
    if not changed.done():
        changed.cancel()
        return ": here\n\n"
    if not stream.is_over:
        await asyncio.sleep(APART)  # what happens together is told once
    stream.changed.clear()
    return "event: changed\ndata:\n\n"


async def _write(sends: Any, words: str) -> None:
    await asyncio.wait_for(sends.send_str(words), TAKES)
