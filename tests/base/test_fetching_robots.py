"""A site that does not want programs on a page is obeyed; one that cannot say is left alone."""

import time
from dataclasses import replace

import pytest

from parley.base.fetching import Reason, Refused, RobotsMemory, safe_get
from parley.base.fetching.memory import Said
from parley.base.fetching.robots import read_rules
from tests.base.local_site import http, moved, network


def get(site, path="/a", way_out=None, **limits):
    return safe_get(site.url(path), limits=replace(site.limits, **limits), network=way_out or network())


def reason_for(site, path="/a", way_out=None, **limits):
    with pytest.raises(Refused) as caught:
        get(site, path, way_out, **limits)
    return caught.value.reason


def robots(text, status=200):
    return http(text.encode(), status, kind="text/plain")


@pytest.mark.parametrize(
    ("text", "open_to_us"),
    [
        ("User-agent: *\nDisallow: /a", False),
        ("User-agent: *\nDisallow: /", False),
        ("\ufeffUser-agent: *\nDisallow: /", False),
        ("User-agent: parley\nDisallow: /", False),
        ("USER-AGENT: PARLEY # us\nDISALLOW: /", False),
        ("User-agent: other\nUser-agent: parley\nDisallow: /", False),
        ("User-agent: *\nDisallow: /*?", True),
        ("User-agent: *\nDisallow: /b", True),
        ("User-agent: *\nDisallow:", True),
        ("User-agent: other\nDisallow: /", True),
        ("User-agent: par\nDisallow: /", True),
        ("User-agent: *\nDisallow: /\nUser-agent: parley\nAllow: /", True),
        ("User-agent: *\nDisallow: /\nAllow: /a", True),
        ("<html>not a robots.txt</html>", True),
        ("\x00\xff" * 1000, True),
    ],
)
def test_rules_are_kept(site, text, open_to_us):
    site.routes.update({"/a": http(), "/robots.txt": robots(text)})
    if open_to_us:
        assert get(site).body
        return
    assert reason_for(site) is Reason.ROBOTS
    assert site.paths() == ["/robots.txt"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 429])
def test_a_site_without_rules_is_open(site, status):
    site.routes.update({"/a": http(), "/robots.txt": http(b"", status)})
    assert get(site).body


@pytest.mark.parametrize(
    "answer", [http(b"", 500), http(b"", 503), b"", b"garbage", moved("http://10.0.0.1/robots.txt")]
)
def test_a_site_that_cannot_say_is_closed(site, answer):
    site.routes.update({"/a": http(), "/robots.txt": answer})
    assert reason_for(site) is Reason.ROBOTS_SILENT
    assert "/a" not in site.paths()


def test_a_site_that_does_not_say_in_time_is_closed(site):
    site.routes.update({"/a": http(), "/robots.txt": lambda _connection: site.done.wait(5)})
    began = time.monotonic()
    assert reason_for(site, seconds=0.6) is Reason.TOO_SLOW
    assert time.monotonic() - began < 1.5
    assert "/a" not in site.paths()


def test_an_empty_answer_has_no_rules(site):
    site.routes.update({"/a": http(), "/robots.txt": http(b"")})
    assert get(site).body


def test_rules_may_lie_elsewhere(site):
    site.routes.update({"/a": http(), "/robots.txt": moved("/r"), "/r": robots("User-agent: *\nDisallow: /a")})
    assert reason_for(site) is Reason.ROBOTS
    site.routes["/robots.txt"] = moved("/robots.txt")
    assert get(site).body


def test_each_hop_asks_its_own_site(site):
    site.routes.update({"/a": moved(site.url("/b", "other.example")), "/b": http()})
    site.routes["/robots.txt"] = robots("User-agent: *\nDisallow: /b")
    assert reason_for(site) is Reason.ROBOTS
    assert site.paths() == ["/robots.txt", "/a", "/robots.txt"]


def test_the_rest_of_a_giant_is_not_looked_at(site):
    site.routes.update({"/a": http(), "/robots.txt": robots("User-agent: *\nDisallow: /a\n" + "#" * 3_000_000)})
    assert reason_for(site, body_bytes=1000) is Reason.ROBOTS


def test_many_agents_and_many_rules_stay_small():
    """The reader alone would make 15,000 times 20,000 rules of this."""
    agents = "".join(f"User-agent: a{n}\n" for n in range(15_000))
    began = time.monotonic()
    rules = read_rules(agents + "Disallow: /*a*a*a*b$\n" * 12_000, "Parley")
    assert rules.can_fetch("http://news.example/" + "a" * 1900, "Parley")
    rules = read_rules("User-agent: *\n" + "Disallow: /*a*a*a*b$\n" * 20_000, "Parley")
    assert rules.can_fetch("http://news.example/" + "a" * 1900, "Parley")
    assert time.monotonic() - began < 5


def test_a_site_is_asked_once(site):
    way_out = network()
    site.routes.update({"/a": http(), "/b": http(), "/robots.txt": robots("User-agent: *\nDisallow: /c")})
    assert get(site, "/a", way_out).body
    assert get(site, "/b", way_out).body
    assert reason_for(site, "/c", way_out) is Reason.ROBOTS
    assert site.paths() == ["/robots.txt", "/a", "/b"]


def test_memory_is_bounded():
    memory = RobotsMemory(sites=2, chars=10, seconds=60, silent_seconds=0)
    rules = read_rules("", "Parley")
    for name in ("a", "b", "c"):
        memory.keep(name, Said(rules))
    memory.keep("d", Said(rules, chars=11))
    assert [memory.recall(name) is not None for name in "abcd"] == [False, True, True, False]
    memory.keep("silent", Said(None))
    assert memory.recall("silent") is None
    assert len(memory) == 2
