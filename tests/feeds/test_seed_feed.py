"""The feed of a seed: well-formed, whole addresses, and nothing in it that the page does not show."""

from xml.etree import ElementTree as ET

import pytest

from parley.feeds.shapes import MOST as ENTRIES

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def feed_of(browser, seed) -> ET.Element:
    response = browser.get(f"/s/{seed.pk}/feed.atom")
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    return ET.fromstring(response.content)  # noqa: S314 -- our own answer


def contents(root: ET.Element) -> list[str]:
    return [entry.find(f"{ATOM}summary").text for entry in root.iter(f"{ATOM}entry")]


def test_comments_newest_first_with_what_they_quote(seed, comment, people, as_):
    said = comment("The gauges were <right> & *good*.")
    comment("Were they?", by=people.bo, to=said)
    root = feed_of(as_(None), seed)
    assert [entry.find(f"{ATOM}title").text for entry in root.iter(f"{ATOM}entry")] == ["1.1 bo", "1 ada"]
    first, second = contents(root)
    assert first.startswith("<blockquote><p>The gauges were &lt;right&gt; &amp; <em>good</em>.</p>")
    assert "Were they?" in first
    assert second == "<p>The gauges were &lt;right&gt; &amp; <em>good</em>.</p>"


def test_cut_words_and_removed_comments(seed, comment, cut, people, as_):
    said = comment("A zorblax of words.")
    comment("Indeed.", by=people.bo, to=said)
    gone = comment("Another zorblax.", by=people.bo)
    cut(said, "zorblax")
    cut(gone, None)
    response = as_(None).get(f"/s/{seed.pk}/feed.atom")
    assert b"zorblax" not in response.content
    tombstone, reply, first = contents(feed_of(as_(None), seed))
    assert "Removed for rule 1, “Taunting and trolling may be removed.”" in tombstone
    for html in (tombstone, reply, first):
        assert 'href="http://127.0.0.1:8000/log/' in html


def test_it_is_bounded_open_and_the_same_for_all(seed, comment, as_, people, django_assert_max_num_queries):
    for _ in range(ENTRIES + 3):
        comment()
    first, second = (as_(None).get(f"/s/{seed.pk}/feed.atom") for _ in range(2))
    assert first.content == second.content
    assert not first.cookies
    with django_assert_max_num_queries(6):
        assert len(contents(feed_of(as_(None), seed))) == ENTRIES
    assert feed_of(as_(people.bo), seed) is not None


def test_hostile_headlines_stay_text(seed_with, comment, as_):
    seed = seed_with(headline="]]> <script>&\u202e\x07 lake")
    comment("]]> <![CDATA[ \x0b words &amp; more", on=seed)
    assert "<script>" in feed_of(as_(None), seed).find(f"{ATOM}title").text


def test_the_feed_of_a_private_group(group_with, seed_with, comment, people, as_):
    seed = seed_with(group=group_with(visibility="private"))
    comment("Between us.", on=seed)
    for who in (None, people.new, people.sita):
        assert as_(who).get(f"/s/{seed.pk}/feed.atom").status_code == 404
    assert contents(feed_of(as_(people.bo), seed)) == ["<p>Between us.</p>"]
