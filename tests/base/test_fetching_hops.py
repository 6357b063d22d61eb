"""Redirects, names that change their mind, and certificates."""

import pytest

from parley.base.fetching import Reason, safe_get
from tests.base.local_site import get, http, lookup, moved, network, refused, trust_pem


def test_redirects_are_followed_and_told(site):
    site.routes["/a"] = moved("/b?x#part", 301)
    site.routes["/b?x"] = moved(site.url("/ü", "other.example"), 308)
    site.routes["/%C3%BC"] = http()
    fetched = get(site)
    assert fetched.url == site.url("/%C3%BC", "other.example")
    assert fetched.redirects == (site.url("/a"), site.url("/b?x"))


def test_five_redirects_and_no_more(site):
    for n in range(9):
        site.routes[f"/{n}"] = moved(f"/{n + 1}")
    site.routes["/9"] = http()
    assert len(get(site, "/4").redirects) == 5
    with refused(Reason.TOO_MANY_REDIRECTS):
        get(site, "/3")


def test_a_circle(site):
    site.routes["/a"], site.routes["/b"] = moved("/b"), moved("/a")
    with refused(Reason.TOO_MANY_REDIRECTS):
        get(site)
    assert site.paths() == ["/robots.txt", "/a", "/b"]


@pytest.mark.parametrize(
    ("to", "reason"),
    [
        ("http://10.0.0.1/", Reason.PRIVATE),
        ("http://[::ffff:169.254.169.254]/latest", Reason.PRIVATE),
        ("http://2886729729/", Reason.PRIVATE),
        ("https://inside.example/", Reason.PRIVATE),
        ("//inside.example/", Reason.PRIVATE),
        ("file:///etc/passwd", Reason.SCHEME),
        ("http://news.example:22/", Reason.PORT),
        ("http://me:secret@news.example/", Reason.CREDENTIALS),
        ("https://nowhere.example/", Reason.UNKNOWN_HOST),
        ("http://[", Reason.NOT_AN_ADDRESS),
        ("/" + "a" * 3000, Reason.TOO_LONG),
    ],
)
def test_each_hop_is_checked_anew(site, to, reason):
    site.routes["/a"] = moved(to)
    ports = site.limits.ports | {80, 443}
    inside = {"lookup": lambda host, port: ["192.168.0.1"] if host == "inside.example" else lookup(host, port)}
    with refused(reason):
        get(site, ports=ports, changes=inside)


def test_a_name_that_changes_its_mind_is_asked_once_a_hop(site):
    """DNS rebinding: the second answer would lead inside, but nobody asks for it before the connection stands."""
    answers = [["127.0.0.1"], ["192.168.0.1"], ["127.0.0.1"]]
    asked = []

    def fickle(host, port):
        asked.append(host)
        return answers[len(asked) - 1]

    site.routes["/a"] = http()
    assert get(site, changes={"lookup": fickle}).body  # robots.txt and page, one lookup
    assert len(asked) == 1
    asked.clear()
    site.routes["/a"] = moved("/b")
    with refused(Reason.PRIVATE):  # the next hop asks again and believes what it is told
        get(site, changes={"lookup": fickle})
    assert len(asked) == 2


def test_tls_is_checked_for_the_name_although_we_dial_the_address(tls_site):
    tls_site.routes["/a"] = http()
    assert get(tls_site, changes={"trust": trust_pem}).body
    assert set(tls_site.server_names) == {"news.example"}
    assert f"Host: news.example:{tls_site.port}" in tls_site.heads[0]


def test_a_certificate_for_another_name(tls_site):
    with refused(Reason.TLS):
        get(tls_site, host="other.example", changes={"trust": trust_pem})


def test_a_certificate_that_nobody_vouches_for(tls_site):
    with refused(Reason.TLS):
        get(tls_site)


def test_a_site_that_does_not_speak_tls(site):
    with refused(Reason.TLS):
        safe_get(site.url("/a").replace("http:", "https:"), limits=site.limits, network=network())


def test_from_https_down_to_http(site, tls_site):
    tls_site.routes["/a"] = moved(site.url("/b"))
    site.routes["/b"] = http()
    ports = site.limits.ports | tls_site.limits.ports
    assert get(tls_site, changes={"trust": trust_pem}, ports=ports).url == site.url("/b")
