"""How Django is called: long answers are closed whoever takes them, and queries have one form."""

import asyncio
import re
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor

import pytest

from parley.base.keys.tails import Touched
from parley.edge import behind, live
from parley.edge.names import name_of
from parley.seeds.services import slug_of
from parley.web.addresses.discussion import addresses


def run(work: Callable[[], Coroutine]) -> None:
    """In a thread of its own: playwright keeps a loop running in the tests' own."""
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(work())).result()


class Long:
    """Pieces of an answer that Django wants closed."""

    def __init__(self, pieces: int, fault: int | None = None) -> None:
        self.left, self.fault, self.closed, self.at = pieces, fault, 0, 0

    def __iter__(self):
        return self

    def __next__(self) -> bytes:
        self.at += 1
        if self.at == self.fault:
            raise OSError("the disk is gone")
        if self.at > self.left:
            raise StopIteration
        return b"x" * 600_000

    def close(self) -> None:
        self.closed += 1


class Reader:
    """Takes so many pieces."""

    def __init__(self, takes: int = 1000) -> None:
        self.takes, self.sent = takes, 0

    def response_empty(self, _status, _headers): ...

    def response_bytes(self, _status, _headers, body):
        self.sent += len(body)

    def response_stream(self, _status, _headers):
        return self

    async def send_bytes(self, piece):
        if not self.takes:
            raise RuntimeError("gone")
        self.takes -= 1
        self.sent += len(piece)


@pytest.mark.parametrize("pieces", [1, 2, 3, 5])
@pytest.mark.parametrize(
    ("is_head", "takes", "fault"), [(False, 9, None), (True, 9, None), (False, 0, None), (False, 1, None), (False, 9, 3)]
)
def test_it_is_closed_once(pieces, is_head, takes, fault):
    long, reader = Long(pieces, fault), Reader(takes)

    def site(_, start_response):
        start_response("200 OK", [])
        return long

    async def answered():
        here = behind.Behind(site)
        found = await here.ask(behind.environ_for("/", ""))
        await here.send(found, reader, is_head=is_head)

    try:
        run(answered)
    except (OSError, RuntimeError):
        assert fault or not takes or takes < pieces
    else:
        assert reader.sent == (0 if is_head else pieces * 600_000)
    assert long.closed == 1


def test_a_query_is_named_by_what_its_view_knows_and_can_use():
    page = "/s/1/a-glacier-lake-drained"
    for query in ("x=1", "order=nonsense", "after=nonsense", "order=&after=", "&" * 30, "order=votes'--"):
        assert name_of(page, query) == page
    assert name_of(page, "after=1.2&x=y&order=votes") == f"{page}?after=1.2&order=votes"
    assert name_of(f"{page}?x=1", "") is None
    for query in ("&" * 45, "x" * 500):
        assert name_of(page, query) is None
    assert name_of("/log", "after=0x1") == "/log"
    assert name_of("/", "after=12.5_7") == "/?after=12.5_7"
    assert name_of("/nowhere", "after=1") is None


def test_no_headline_takes_the_address_of_another_page():
    words = {match[1] for each in addresses if (match := re.match(r"s/<int:seed_id>/([a-z]+)", str(each.pattern)))}
    assert {"live", "news", "reply", "strain"} <= words
    assert {slug_of(word) for word in words} == {"seed"}


class Listener:
    """A reader of a stream, who stays."""

    method = "GET"

    def __init__(self) -> None:
        self.heard: list[str] = []

    def response_stream(self, _status, _headers):
        return self

    async def send_str(self, words):
        self.heard.append(words)

    async def client_disconnect(self):
        await asyncio.sleep(60)


@pytest.mark.parametrize(("told", "ends"), [("members/7", True), ("seed/1", False), (None, False)])
def test_a_stream_that_opens_while_a_right_goes_ends_at_once(monkeypatch, told, ends):
    monkeypatch.setattr(live, "environ_of", lambda *_: {})

    class Django:
        async def ask(self, _):
            if told:
                here.touch([Touched(told, is_cut=True)])
            await asyncio.sleep(0.01)
            return behind.Answer(status=204, keys={"members/7"})

    class Proof:
        async def prove(self): ...

    here, reader = live.Live(Django(), Proof(), most=5), Listener()

    async def listens():
        here.begin(asyncio.get_running_loop())
        async with asyncio.timeout(0.5):
            await here.serve("1", reader, reader)

    if ends:
        run(listens)
    else:
        with pytest.raises(TimeoutError):
            run(listens)
    assert reader.heard[0].startswith("retry")
    assert here.count == 0
