"""Which machines are talked to. Nothing here opens a connection, unless the program is wrong."""

from ipaddress import IPv6Address, ip_address, ip_network

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.base.fetching import Limits, Network, Reason, Refused, safe_get
from parley.base.fetching.addresses import is_public, pins, unwrapped
from parley.base.fetching.deadline import Deadline

PRIVATE = [
    *("0.0.0.0", "0.1.2.3", "10.0.0.1", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.8.9.1", "169.254.169.254"),  # noqa: S104
    *("172.16.0.1", "172.31.255.255", "192.0.0.1", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1"),
    *("198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.1.1.1", "240.0.0.1"),
    *("255.255.255.255", "168.63.129.16"),
    *(
        "::",
        "::1",
        "::127.0.0.1",
        "fe80::1",
        "fec0::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "100::1",
        "64:ff9b:1::1",
    ),
    *("2001::1", "2001:0:7f00:1::", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1", "2002:7f00:1::", "3fff::1"),
    *("::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:0:127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "5f00::1"),
]
PUBLIC = ["1.1.1.1", "93.184.215.14", "172.32.0.1", "2606:4700::1111", "2a00:1450::1", "64:ff9b::101:101"]


@pytest.mark.parametrize("text", PRIVATE)
def test_private_addresses_are_closed(text):
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", PUBLIC)
def test_public_addresses_are_open(text):
    assert is_public(ip_address(text))


@given(st.ip_addresses(v=4))
def test_wrapping_an_address_changes_nothing(address):
    wrapped = [IPv6Address((0xFFFF << 32) + int(address)), IPv6Address((0x64FF9B << 96) + int(address))]
    assert {is_public(each) for each in wrapped} == {is_public(address)}


@given(st.ip_addresses())
def test_no_more_is_open_than_the_standard_library_calls_global(address):
    if is_public(address):
        assert unwrapped(address).is_global


def refusal(url, found=(), **limits):
    """The reason for which `url` is refused when every name leads to `found`."""
    with pytest.raises(Refused) as caught:
        safe_get(url, limits=Limits(**limits), network=Network(lookup=lambda _host, _port: list(found)))
    return caught.value.reason


@pytest.mark.parametrize("text", PRIVATE)
def test_names_and_literals_that_lead_to_private_addresses(text):
    assert refusal("http://news.example/", [text]) is Reason.PRIVATE
    assert refusal("https://news.example/", ["1.1.1.1", text]) is Reason.PRIVATE
    assert refusal(f"http://[{text}]/" if ":" in text else f"http://{text}/") is Reason.PRIVATE


@pytest.mark.parametrize(
    "host",
    [
        "2130706433",
        "0x7f000001",
        "0x7f.1",
        "127.1",
        "127.0.1",
        "017700000001",
        "0x7F.0.0.1",
        "0",
        "127.0.0.1.",
        "3232235777",
    ],
)
def test_old_spellings_of_an_address(host):
    assert refusal(f"http://{host}/") is Reason.PRIVATE


def test_localhost_is_resolved_like_any_name():
    assert refusal("http://localhost/", ["127.0.0.1", "::1"]) is Reason.PRIVATE


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("", Reason.SCHEME),
        ("example.org/article", Reason.SCHEME),
        ("ftp://example.org/", Reason.SCHEME),
        ("file:///etc/passwd", Reason.SCHEME),
        ("javascript:alert(1)", Reason.SCHEME),
        ("gopher://example.org:70/1", Reason.SCHEME),
        ("http://", Reason.NOT_AN_ADDRESS),
        ("http:///path", Reason.NOT_AN_ADDRESS),
        ("http://ex ample.org/", Reason.NOT_AN_ADDRESS),
        ("http://example.org\\@other.example/", Reason.CREDENTIALS),
        ("http://example.org\\.other.example/", Reason.NOT_AN_ADDRESS),
        ("http://ex%61mple.org/", Reason.NOT_AN_ADDRESS),
        ("http://a..example.org/", Reason.NOT_AN_ADDRESS),
        ("http://-a.example.org/", Reason.NOT_AN_ADDRESS),
        (f"http://{'a' * 64}.example.org/", Reason.NOT_AN_ADDRESS),
        (f"http://{'a.' * 130}org/", Reason.NOT_AN_ADDRESS),
        ("http://1.2.3.4.5/", Reason.NOT_AN_ADDRESS),
        ("http://999.1.1.1/", Reason.NOT_AN_ADDRESS),
        ("http://0x/", Reason.NOT_AN_ADDRESS),
        ("http://[fe80::1%25eth0]/", Reason.NOT_AN_ADDRESS),
        ("http://[::1", Reason.NOT_AN_ADDRESS),
        ("http://①②⑦.⓪.⓪.①/", Reason.NOT_AN_ADDRESS),
        ("http://127。0。0。1/", Reason.PRIVATE),
        ("http://example.org/\x00", Reason.NOT_AN_ADDRESS),
        ("http://example.org/a\r\nHost: b", Reason.NOT_AN_ADDRESS),
        ("http://example.org/\ud800", Reason.NOT_AN_ADDRESS),
        ("http://user:pass@example.org/", Reason.CREDENTIALS),
        ("http://user@example.org/", Reason.CREDENTIALS),
        ("http://example.org:22/", Reason.PORT),
        ("http://example.org:0/", Reason.PORT),
        ("http://example.org:99999/", Reason.PORT),
        ("https://example.org:8443/", Reason.PORT),
        ("http://example.org/" + "a" * 2000, Reason.TOO_LONG),
        ("http://example.org/" + "ü" * 1000, Reason.TOO_LONG),
        ("http://news.example/", Reason.UNKNOWN_HOST),
    ],
)
def test_addresses_that_are_not_opened(url, reason):
    assert refusal(url) is reason


@pytest.mark.parametrize(
    "text", ["http://bücher.example/", " https://BÜCHER.example.\n", "https://xn--bcher-kva.example/"]
)
def test_one_name_for_an_international_host(text):
    asked = []

    def lookup(host, port):
        asked.append(host)
        return []

    with pytest.raises(Refused):
        safe_get(text, network=Network(lookup=lookup))
    assert asked == ["xn--bcher-kva.example"]


@given(st.text(st.characters(codec=None)) | st.from_regex(r"https?://[^/]{0,40}(:[0-9]{0,6})?(/.{0,20})?"))
def test_any_text_is_refused_or_looked_up(text):
    assert refusal(text) in Reason


@pytest.mark.parametrize("error", [OSError, UnicodeError])
def test_a_lookup_that_fails(error):
    def lookup(host, port):
        raise error

    with pytest.raises(Refused) as caught:
        pins("news.example", 80, lookup=lookup, allow=(), deadline=Deadline(5))
    assert caught.value.reason is Reason.UNKNOWN_HOST


def test_the_system_knows_loopback():
    found = pins(
        "localhost",
        80,
        lookup=Network().lookup,
        allow=[ip_network("::/0"), ip_network("0.0.0.0/0")],
        deadline=Deadline(5),
    )
    assert all(address.is_loopback for address in found)
