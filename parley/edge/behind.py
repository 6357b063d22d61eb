"""Django behind the front: a request becomes what WSGI (PEP 3333) asks for, is answered in one of a few threads, and leaves again."""

import asyncio
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import dataclass, field
from io import BytesIO
from tempfile import SpooledTemporaryFile
from typing import IO, Any, TypeVar, cast

from parley.base.keys.showing import ASKED
from parley.base.turns import Turns
from parley.edge.finished import Headers

Site = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Result = TypeVar("Result")
THREADS = 8
IN_MEMORY = 1_000_000
"""Bytes of a body that are held in memory; an answer that is longer is sent piece by piece, a request goes to a file."""
MOST = 64_000_000
"""Bytes of the longest request that is read; forms say much earlier what is too long for them."""
PLAIN = [("content-type", "text/plain; charset=utf-8")]
PATIENCE = 30.0
"""Seconds in which a reader takes the next piece of a long answer, and a writer sends the next one of a long form."""


@dataclass(slots=True)
class Answer:
    status: int = 500
    headers: Headers = ()
    body: bytes = b""
    rest: Iterator[bytes] | None = None
    """Further pieces of a long answer, to be taken in a thread."""
    pieces: object = None
    """What is to be closed when the last piece was taken, or nobody takes it."""
    keys: set[str] = field(default_factory=set)
    """Of what the page shows, where its view named them (`base.keys.shows`)."""

    def header(self, name: str) -> str:
        return next((value for each, value in self.headers if each.lower() == name), "")


class TooLongError(Exception):
    pass


class Behind:
    """`answer` for a request from outside, `ask` for one of our own."""

    def __init__(self, site: Site, *, turns: int = 1) -> None:
        """`turns`: so many threads compute at once; the others wait for theirs, or for something elsewhere."""
        self._site = site
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="django")
        self._turns = Turns(turns)

    async def answer(self, scope: Any, protocol: Any) -> None:
        """Whole, or piece by piece where it is long."""
        try:
            body = await _body(scope, protocol)
        except TooLongError:
            protocol.response_str(413, PLAIN, "This is longer than anything we take.\n")
            return
        except TimeoutError:
            protocol.response_str(408, PLAIN, "What you sent did not come to its end in time. Please send it again.\n")
            return
        with closing(body):
            found = await self.ask(environ_of(scope, body))
        await self.send(found, protocol, is_head=scope.method == "HEAD")

    async def ask(self, environ: dict[str, Any]) -> Answer:
        return await self.in_thread(self.call, environ)

    async def in_thread(self, work: Callable[..., Result], *given: Any) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._in_turn, work, *given)

    def _in_turn(self, work: Callable[..., Result], *given: Any) -> Result:
        with self._turns.taken():
            return work(*given)

    def call(self, environ: dict[str, Any]) -> Answer:
        """In a thread: the answer, of which at least the first pieces are there."""
        answer = Answer(keys=environ[ASKED])

        def start_response(status: str, headers: Headers, *_: Any) -> None:
            answer.status, answer.headers = int(status[:3]), headers

        answer.pieces = pieces = self._site(environ, start_response)
        try:
            found, size, coming = [], 0, iter(pieces)
            for piece in coming:
                found.append(piece)
                size += len(piece)
                if size > IN_MEMORY:
                    answer.rest = coming
                    break
            answer.body = b"".join(found)
        finally:
            if answer.rest is None:
                _close(pieces)
        return answer

    async def send(self, answer: Answer, protocol: Any, *, is_head: bool) -> None:
        headers = [(name, value) for name, value in answer.headers if name.lower() != "connection"]
        try:
            if is_head:
                protocol.response_empty(answer.status, headers)
            elif answer.rest is None:
                protocol.response_bytes(answer.status, headers, answer.body)
            else:
                await self._stream(answer.body, answer.rest, protocol.response_stream(answer.status, headers))
        finally:
            if answer.rest is not None:
                await self.in_thread(_close, answer.pieces)

    async def _stream(self, piece: bytes | None, rest: Iterator[bytes], stream: Any) -> None:
        """A reader who stands still loses the rest."""
        while piece is not None:
            await asyncio.wait_for(stream.send_bytes(piece), PATIENCE)
            piece = await self.in_thread(next, rest, None)


def _close(pieces: object) -> None:
    if close := getattr(pieces, "close", None):
        close()


async def _body(scope: Any, protocol: Any) -> IO[bytes]:
    """What was sent, in memory or in a file; nothing of what announces itself as too long for any form without a file."""
    if scope.method in {"GET", "HEAD"}:
        return BytesIO()
    announced = scope.headers.get("content-length") or "0"
    if announced.isdecimal() and int(announced[:12]) > MOST:
        raise TooLongError
    found = cast("IO[bytes]", SpooledTemporaryFile(IN_MEMORY))  # noqa: SIM115 -- closed by whoever answers
    try:
        await _take(protocol, found)
    except BaseException:
        found.close()
        raise
    found.seek(0)
    return found


async def _take(protocol: Any, into: IO[bytes]) -> None:
    pieces, size = aiter(protocol), 0
    with suppress(StopAsyncIteration):
        while True:
            piece = await asyncio.wait_for(anext(pieces), PATIENCE)
            size += len(piece)
            if size > MOST:
                raise TooLongError
            into.write(piece)


def environ_of(scope: Any, body: IO[bytes]) -> dict[str, Any]:
    """Headers with an underscore in their name are left out: they would stand for one with a hyphen that a proxy vouches for."""
    environ: dict[str, Any] = {
        **environ_for(scope.path, scope.query_string),
        "REQUEST_METHOD": scope.method,
        "SERVER_PROTOCOL": f"HTTP/{scope.http_version}",
        "REMOTE_ADDR": scope.client.rpartition(":")[0].strip("[]"),
        "wsgi.url_scheme": scope.scheme,
        "wsgi.input": body,
    }
    size = body.seek(0, 2)
    body.seek(0)
    for name, value in scope.headers.items():
        if "_" in name:
            continue
        key = f"HTTP_{name.upper().replace('-', '_')}"
        key = key.removeprefix("HTTP_") if key in {"HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"} else key
        between = "; " if key == "HTTP_COOKIE" else ","
        environ[key] = f"{environ[key]}{between}{value}" if key in environ else value
    if scope.method not in {"GET", "HEAD"}:
        environ["CONTENT_LENGTH"] = str(size)
    return environ


def environ_for(path: str, query: str, **more: Any) -> dict[str, Any]:
    """The least that a request has: what is asked for by ourselves comes from no address, and is counted for nobody. The path comes
    decoded, which WSGI wants as bytes in disguise.
    """
    return {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "QUERY_STRING": query,
        "PATH_INFO": path.encode(errors="replace").decode("latin-1"),
        "SERVER_NAME": "localhost", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "",
        "wsgi.version": (1, 0), "wsgi.url_scheme": "http", "wsgi.input": BytesIO(), "wsgi.errors": None, "wsgi.multithread": True,
        "wsgi.multiprocess": True, "wsgi.run_once": False, ASKED: set(), **more,
    }  # fmt: skip
