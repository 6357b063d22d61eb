"""The one form of an article's address: what is the same article, and what must never be taken for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.seeds.addresses import normal_form

HOME = "https://tidewatch.example"
PIECES = ["a", "Ä", "%c3%a4", "..", ".", "", "x=1", "&", "?", "#f", "utm_source=x", "cid=4", " ", "%", "//", ":", "@", "é"]
PARTS = st.lists(st.sampled_from(PIECES), max_size=8)


@pytest.mark.parametrize("same", [
    "HTTPS://Tidewatch.EXAMPLE/ferry?id=7", "https://tidewatch.example:443/ferry?id=7", "https://tidewatch.example/ferry?id=7#comments",
    "https://tidewatch.example/ferry?utm_source=mail&id=7&fbclid=abc", " https://tidewatch.example./ferry?id=7 ",
    "https://tidewatch.example/news/../ferry?id=7&",
])  # fmt: skip
def test_the_same_article_has_one_address(same):
    assert normal_form(same) == f"{HOME}/ferry?id=7"


@pytest.mark.parametrize("other", [
    "/ferry?id=8", "/ferry", "/ferry?id=7&page=2",
    "/ferry/?id=7", "/Ferry?id=7", "/ferry?cid=7", "/ferry?gallery=7", "/index.php?ferry-7",
])  # fmt: skip
def test_another_article_never_shares_it(other):
    assert normal_form(HOME + other) == HOME + other


@pytest.mark.parametrize("none", [
    "", "ferry", "javascript:alert(1)", "ftp://a.example/", "https://", "https://a..b/", "https://me:pw@a.example/", "https:// /",
    "//a.example/", "https://a.example\\@b.example/", "https://a.example/" + "x" * 2_000, "https://[::1", "https://a.example/\ud800",
    "data:text/html,<b>", "https://a.example:port/",
])  # fmt: skip
def test_what_is_no_address_has_none(none):
    assert normal_form(none) is None


def test_hosts_in_other_scripts_and_odd_ports_are_kept():
    assert normal_form("https://Bücher.example/ä") == "https://xn--bcher-kva.example/%C3%A4"
    assert normal_form("http://a.example:8080") == "http://a.example:8080/"
    assert normal_form("http://[2001:DB8::1]:80/a") == "http://[2001:db8::1]/a"


@given(st.text(max_size=60) | PARTS.map(lambda parts: f"{HOME}/" + "".join(parts)))
def test_the_form_of_a_form_is_itself(text):
    found = normal_form(text)
    assert found is None or (normal_form(found) == found and found.isascii() and len(found) <= 2_000)
