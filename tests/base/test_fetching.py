"""What a site answers, well or badly, over real connections on loopback."""

import gzip
import time
import tracemalloc
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from parley.base.fetching import PICTURES, SENTENCES, Identity, Reason, Refused, safe_get
from parley.base.refusals import Refusal
from tests.base.local_site import Site, get, http, moved, network, refused


def test_a_page(site):
    site.routes["/a?b=c"] = http("<p>Grüße".encode(), kind='Text/HTML; Charset="UTF-8"')
    fetched = get(site, "/a?b=c#part")
    assert fetched.url == site.url("/a?b=c")
    assert (fetched.content_type, fetched.charset) == ("text/html", "utf-8")
    assert (fetched.body.decode(), fetched.redirects) == ("<p>Grüße", ())


def test_what_we_say_of_ourselves(site):
    site.routes["/a"] = http()
    who = Identity(about="https://parley.example/fetching")
    safe_get(site.url("/a"), limits=site.limits, identity=who, network=network())
    for head in site.heads:  # robots.txt, then the page
        assert f"\r\nHost: news.example:{site.port}\r\n" in head
        assert "\r\nUser-Agent: Parley/0.1 (+https://parley.example/fetching)\r\n" in head
        assert "cookie" not in head.lower()


def test_proxies_in_the_environment_are_not_used(site, monkeypatch):
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    site.routes["/a"] = http()
    assert get(site).body


@pytest.mark.parametrize(
    ("kind", "charset"),
    [
        ("text/html", None),
        ("application/xhtml+xml;charset=ISO-8859-1", "iso-8859-1"),
        ("text/html; charset=unicode_escape", None),
        ("text/html; charset=\xff", None),
        ("text/html; a=b; charset='windows-1252'", "windows-1252"),
    ],
)
def test_charsets(site, kind, charset):
    site.routes["/a"] = http(kind=kind)
    assert get(site).charset == charset


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "text/plain", "", "text/htmlx", "text/html,x"])
def test_other_kinds_are_no_pages(site, kind):
    site.routes["/a"] = http(kind=kind)
    with refused(Reason.KIND):
        get(site)


def test_pictures(site):
    site.routes["/a"] = http(b"pixels", kind="image/webp")
    assert get(site, kinds=PICTURES).body == b"pixels"
    site.routes["/a"] = http()
    with refused(Reason.KIND):
        get(site, kinds=PICTURES)


@pytest.mark.parametrize(
    ("status", "reason"),
    [
        *((204, Reason.EMPTY), (206, Reason.REJECTED), (300, Reason.REJECTED), (304, Reason.REJECTED)),
        *((400, Reason.REJECTED), (401, Reason.LOGIN), (402, Reason.PAYMENT), (403, Reason.LOGIN)),
        *((404, Reason.NOT_FOUND), (410, Reason.NOT_FOUND), (418, Reason.REJECTED), (429, Reason.TOO_OFTEN)),
        *((451, Reason.LEGAL), (500, Reason.SITE_TROUBLE), (503, Reason.SITE_TROUBLE), (599, Reason.SITE_TROUBLE)),
    ],
)
def test_each_status_has_its_sentence(site, status, reason):
    site.routes["/a"] = http(b"", status)
    with refused(reason):
        get(site)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"garbage\r\n\r\n",
        b"HTTP/1.1 200",
        b"HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        http(content_length="1000"),
        http(content_length="-1"),
        http(content_length="1, 2"),
        http(transfer_encoding="chunked", content_length="5"),
        http(b"not packed", content_encoding="gzip"),
        http(gzip.compress(b"<p>Hello" * 100)[:-20], content_encoding="gzip"),
        http(content_encoding="br"),
        http(content_encoding="gzip, gzip"),
        http(b"", 302),
        b"HTTP/1.1 200 OK\r\n" + b"X-Y: " + b"z" * 2_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X-Y: z\r\n" * 200_000 + b"\r\n",
    ],
)
def test_garbled_answers(site, answer):
    site.routes["/a"] = answer
    with refused(Reason.GARBLED):
        get(site)


def test_a_content_length_that_is_too_short_ends_the_page(site):
    site.routes["/a"] = http(b"<p>Hello there", content_length="8")
    assert get(site).body == b"<p>Hello"


@pytest.mark.parametrize("body", [b"", b" \n\t "])
def test_an_empty_page(site, body):
    site.routes["/a"] = http(body)
    with refused(Reason.EMPTY):
        get(site)


def test_packed_pages_and_unpacked_ones(site):
    site.routes["/a"] = http(gzip.compress(b"<p>Hello"), content_encoding="gzip")
    site.routes["/b"] = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Hello"
    site.routes["/c"] = http(b"8\r\n<p>Hello\r\n0\r\n\r\n", transfer_encoding="chunked").replace(
        b"content-length: 18\r\n", b""
    )
    assert {get(site, path).body for path in ("/a", "/b", "/c")} == {b"<p>Hello"}


def test_a_page_may_fill_the_limit_and_no_more(site):
    site.routes["/a"] = http(b"a" * 1000)
    assert len(get(site, body_bytes=1000).body) == 1000
    with refused(Reason.TOO_BIG):
        get(site, body_bytes=999)


def test_a_bomb_stops_at_the_limit(site):
    site.routes["/a"] = http(gzip.compress(bytes(100_000_000), 1), content_encoding="gzip")
    tracemalloc.start()
    with refused(Reason.TOO_BIG):
        get(site, body_bytes=1_000_000)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 8_000_000


def test_an_endless_page(site):
    def flood(connection):
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while not site.done.is_set():
            connection.sendall(b"a" * 65536)

    site.routes["/a"] = flood
    with refused(Reason.TOO_BIG):
        get(site)


def test_an_endless_answer_that_never_comes_to_its_page(site):
    def flood(connection):
        while not site.done.is_set():
            connection.sendall(b"HTTP/1.1 100 Continue\r\n\r\n" * 1000)

    site.routes["/a"] = flood
    with refused(Reason.TOO_BIG):
        get(site, body_bytes=10_000)


@pytest.mark.parametrize("start", [b"", b"HTTP/1.1 200 OK\r\nX:", http(content_length="9999999")])
def test_a_drip_ends_at_the_deadline(site, start):
    def drip(connection):
        connection.sendall(start)
        while not site.done.wait(0.02):
            connection.sendall(b"a")

    site.routes["/a"] = drip
    began = time.monotonic()
    with refused(Reason.TOO_SLOW):
        get(site, seconds=0.4)
    assert time.monotonic() - began < 1.5


def test_the_deadline_is_one_for_all_hops(site):
    def late(connection):
        site.done.wait(0.25)
        connection.sendall(moved(f"/{time.monotonic()}"))

    class Everywhere(dict):
        def get(self, path, default):
            return default if path == "/robots.txt" else late

    site.routes = Everywhere()
    with refused(Reason.TOO_SLOW):
        get(site, seconds=0.6)


def test_a_name_server_that_never_answers(site):
    def stuck(host, port):
        site.done.wait(10)
        return []

    began = time.monotonic()
    with refused(Reason.TOO_SLOW):
        get(site, seconds=0.2, changes={"lookup": stuck})
    assert time.monotonic() - began < 1.5


def test_slow_name_servers_tie_up_only_so_many_lookups(site):
    def stuck(host, port):
        site.done.wait(10)
        return []

    reasons = []
    while Reason.CROWDED not in reasons and len(reasons) < 40:
        with pytest.raises(Refused) as caught:
            get(site, seconds=0.01, changes={"lookup": stuck})
        reasons.append(caught.value.reason)
    assert reasons[-1] is Reason.CROWDED
    site.done.set()
    with refused(Reason.NOT_FOUND):  # the next lookups have room again
        _until_room(site)


def _until_room(site):
    for _ in range(100):
        try:
            get(site)
        except Refused as refusal:
            if refusal.reason is not Reason.CROWDED:
                raise
        time.sleep(0.02)


def test_nobody_listens(site):
    closed = replace(site.limits, ports=frozenset({1}))
    with refused(Reason.UNREACHABLE):
        safe_get("http://news.example:1/", limits=closed, network=network())


def test_the_next_address_of_a_host_is_tried(site):
    site.routes["/a"] = http()
    assert get(site, changes={"lookup": lambda _host, _port: ["::1", "127.0.0.1"]}).body


def test_every_reason_has_a_sentence():
    assert set(SENTENCES) == set(Reason)
    for sentence in SENTENCES.values():
        assert sentence[0].isupper()
        assert sentence.endswith(".")
        assert len(sentence) <= 140
    refusal = Refused(Reason.PRIVATE)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.field, refusal.sentence) == ("private", "url", SENTENCES[Reason.PRIVATE])


@pytest.fixture(scope="module")
def lasting_site():
    made = Site()
    yield made
    made.close()


GOOD = [
    http(b"<p>Hello" * 50),
    http(gzip.compress(b"<p>Hello" * 50), content_encoding="gzip"),
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n<p>Hello\r\n0\r\n\r\n",
    moved("/b"),
]


@settings(max_examples=120, deadline=None)
@given(
    st.sampled_from(GOOD), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=4), st.integers(0, 6)), max_size=4)
)
def test_whatever_a_site_answers_ends_well(lasting_site, answer, cuts):
    for where, put, drop in cuts:
        at = int(where * len(answer))
        answer = answer[:at] + put + answer[at + drop :]
    lasting_site.routes["/a"] = answer
    with suppress(Refused):
        assert get(lasting_site, ports=lasting_site.limits.ports | {80}).body
