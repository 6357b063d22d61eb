"""Live events from the front: who may listen, what is heard, and what ends it."""

import contextlib
import http.client
import re
import socket
import threading
import time

import httpx
import pytest

from tests.edge.conftest import token_in
from tests.edge.test_pages import fields_of


class Listening:
    """Hears a stream in a thread, which closes what it opened."""

    def __init__(self, small, seed: int, cookies=None) -> None:
        self.heard: list[str] = []
        self.over = threading.Event()
        self._place = re.fullmatch(r"http://([\d.]+):(\d+)", small.address).groups()
        said = {"Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items())} if cookies else {}
        self._asked = f"/s/{seed}/live", said
        self._begin()
        self.wait_for("retry:")

    def _begin(self) -> None:
        self._connection = http.client.HTTPConnection(*self._place, timeout=60)
        self._connection.connect()
        self.over.clear()
        self._thread = threading.Thread(target=self._listen, args=self._asked, daemon=True)
        self._thread.start()

    def _listen(self, path: str, said: dict[str, str]) -> None:
        with contextlib.closing(self._connection) as connection, contextlib.suppress(OSError, http.client.HTTPException):
            connection.request("GET", path, headers=said)
            with connection.getresponse() as answer:
                self.heard.append(f"{answer.status} {answer.headers.get('content-type')}")
                while line := answer.readline():
                    self.heard.append(line.decode().strip())
        self.over.set()

    def wait_for(self, words: str, seconds: float = 20) -> None:
        """A stream that ended at once, since something was told while it was let in, is asked for again, as a browser does."""
        until = time.monotonic() + seconds
        while not any(words in line for line in self.heard):
            assert time.monotonic() < until, self.heard
            if self.over.is_set() and not any("event" in line for line in self.heard):
                assert self.heard.count("retry: 3000") == 1, self.heard
                self._begin()
            time.sleep(0.05)

    def end(self) -> None:
        """The reader goes away."""
        if (link := self._connection.sock) is not None:
            with contextlib.suppress(OSError):
                link.shutdown(socket.SHUT_RDWR)
        self._thread.join(10)


def post(browser: httpx.Client, seed: int, text: str) -> None:
    form = browser.get(f"/s/{seed}/reply").text
    said = {**fields_of(form), "text": text, "anyway": "1", "csrfmiddlewaretoken": token_in(form)}
    assert browser.post(f"/s/{seed}/reply", data=said).status_code == 302


def test_readers_of_every_process_hear_of_a_comment_and_ask_how_many_there_are(small):
    before = small.get("/s/1/news").json()["comments"]
    listening = [Listening(small, 1) for _ in range(8)]
    time.sleep(1)  # what another test changed may end streams that begin now: browsers ask again
    listening = [Listening(small, 1) if each.over.is_set() else each for each in listening]
    with small.signed_in("bo") as bo:
        post(bo, 1, "Something that is heard.")
    for each in listening:
        each.wait_for("event: changed")
        assert each.heard[0] == "200 text/event-stream"
        assert not any("heard" in line for line in each.heard)  # that it changed, not how
    assert small.get("/s/1/news").json()["comments"] == before + 1
    for each in listening:
        each.end()


def test_of_a_private_discussion_only_members_hear_and_only_while_they_are(small):
    assert small.get("/s/2/live").status_code == 404
    assert small.get("/s/999/live").status_code == 404
    assert small.get("/s/2/news").status_code == 404
    with small.signed_in("ada") as ada, small.signed_in("bo") as bo, small.signed_in("olga") as olga:
        listening = Listening(small, 2, cookies=ada.cookies)
        post(bo, 2, "Only among ourselves.")
        listening.wait_for("event: changed")
        page = olga.get("/g/cellar/members").text
        put_out = {**fields_of(page), "member": "ada", "role": "out", "csrfmiddlewaretoken": token_in(page)}
        assert olga.post("/g/cellar/members", data=put_out).status_code == 302
        assert listening.over.wait(20)
        listening.end()
        assert ada.get("/s/2/live").status_code == 404
        back = {**put_out, "role": "member"}
        assert olga.post("/g/cellar/members", data=back).status_code == 302


def test_whose_session_ends_hears_no_more(small):
    with small.signed_in("ada") as ada:
        for _ in range(8):  # each process hears first of what another test changed, and ends a stream for it: browsers ask again
            listening = Listening(small, 2, cookies=ada.cookies)
            if not listening.over.wait(1):
                break
        assert not listening.over.is_set()
        sent = {"csrfmiddlewaretoken": token_in(ada.get("/account/logout/").text)}
        assert ada.post("/account/logout/", data=sent).status_code == 302
        assert listening.over.wait(20)
        listening.end()
        assert ada.get("/s/2/live").status_code == 404


def test_a_thousand_who_listen_or_read_nothing_or_say_half_keep_nobody_waiting(small):
    host, port = re.fullmatch(r"http://([\d.]+):(\d+)", small.address).groups()
    said = [
        f"GET /s/1/live HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n",
        f"GET /s/1/a-glacier-lake-drained HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n" * 20,
        f"GET / HTTP/1.1\r\nHost: {host}",
        f"POST /account/login/ HTTP/1.1\r\nHost: {host}:{port}\r\nContent-Length: 100\r\n\r\nlog",
    ]
    opened = []
    try:
        for number in range(1000):
            # a body that never ends holds a thread of nobody; of these there are as many as of the others
            opened.append(socket.create_connection((host, int(port)), timeout=10))
            opened[-1].sendall(said[number % len(said)].encode())
        began = time.monotonic()
        for path in ("/s/1/a-glacier-lake-drained", "/", "/log", "/account/login/"):
            assert small.get(path).status_code == 200
        assert time.monotonic() - began < 10
    finally:
        for each in opened:
            each.close()


@pytest.mark.alone
def test_whoever_listens_or_says_half_does_not_keep_the_server_from_ending(small_on):
    serving = small_on("", PARLEY_WORKERS="1")
    small = next(serving)
    listening = Listening(small, 1)
    with socket.create_connection(re.fullmatch(r"http://([\d.]+):(\d+)", small.address).groups(), timeout=10) as half:
        half.sendall(b"GET / HT")
        began = time.monotonic()
        assert next(serving, None) is None  # told to end, and ended
        assert time.monotonic() - began < 9.5  # at ten seconds the tests use force
    listening.end()


@pytest.mark.parametrize(
    "sent",
    [
        "GET / HTTP/1.1\r\nHost: {host}\r\nX-Long: {long}\r\n\r\n",
        "GET /{long} HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET / HTTP/1.1\r\n" + "X: y\r\n" * 2000 + "\r\n",
        "GET / HTTP/1.1\r\nHost: {host}\r\nCookie: {long}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: {many}\r\nIf-None-Match: {many}\r\n\r\n",
        "GET /%00%ff%0a?%ff=%00 HTTP/1.1\r\nHost: {host}\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: {host}\r\nHost: other\r\nRange: bytes=1-2,5-9,-1\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: {host}\r\nContent-Length: 99999999999\r\n\r\n",
        "POST /account/login/ HTTP/1.1\r\nHost: {host}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
)
def test_absurd_requests_get_an_answer_or_none_and_no_fault(small, sent):
    host, port = re.fullmatch(r"http://([\d.]+):(\d+)", small.address).groups()
    with socket.create_connection((host, int(port)), timeout=40) as connection:
        words = sent.format(host=f"{host}:{port}", long="x" * 300_000, many=",".join(f"e{n};q=0.{n}" for n in range(3000)))
        try:
            connection.sendall(words.encode("latin-1"))
            answer = connection.recv(12)
        except ConnectionError:
            answer = b""
    assert not answer.startswith(b"HTTP/1.1 5"), answer
    assert small.get().status_code == 200


def test_made_up_queries_fill_nothing(small):
    everybody = small.get().content
    for number in range(300):
        made_up = f"?x={number}&order=nonsense{number}&after=zz{number}"
        assert small.get(f"/s/1/a-glacier-lake-drained{made_up}").content == everybody
    assert small.get("/?" + "&" * 45).status_code == 200
