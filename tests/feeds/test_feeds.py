"""All feeds in all formats: read by programs that others wrote, open as their pages are, and the same names in each."""

import json
from email.utils import parsedate_to_datetime

import feedparser
import pytest

from parley.feeds import hammering
from parley.feeds.formats import formats
from tests.budgets import QUERIES
from tests.edge.keeping import Keeper as KeptFor

pytestmark = pytest.mark.django_db
SAID = {"version", "title", "home_page_url", "feed_url", "language", "items"}


def read(browser, path: str) -> dict:
    """Of any format: title, address, and items as (name, address, title, html, author)."""
    answer = browser.get(path)
    assert answer.status_code == 200, path
    if path.endswith(".json"):
        assert answer.headers["Content-Type"].startswith("application/feed+json")
        said = json.loads(answer.content)
        assert set(said) == SAID
        assert said["version"] == "https://jsonfeed.org/version/1.1"
        items = [
            (each["id"], each["url"], each["title"], each["content_html"], each.get("authors", [{"name": ""}])[0]["name"])
            for each in said["items"]
        ]
        return {"title": said["title"], "url": said["home_page_url"], "self": said["feed_url"], "items": items}
    found = feedparser.parse(answer.content, response_headers={"content-type": answer.headers["Content-Type"]}, sanitize_html=False)
    assert not found.bozo, found.get("bozo_exception")
    assert found.version == {"atom": "atom10", "rss": "rss20"}[path.rpartition(".")[2]]
    items = [(each.id, each.link, each.title, each.summary, each.get("author", "")) for each in found.entries]
    own = next(each.href for each in found.feed.links if each.rel == "self")
    return {"title": found.feed.title, "url": found.feed.link, "self": own, "items": items}


@pytest.fixture
def paths(seed, comment, cut, people):
    """Of every feed, without its ending; something stands in each."""
    said = comment("The gauges were <right> & *good*, quibble.")
    comment("Were they?", by=people.bo, to=said)
    cut(said, "quibble")
    group = seed.group.url
    return [
        "/feed", "/newest/feed", "/discussed/feed", f"{group}/feed", f"{group}/log/feed", "/m/ada/feed", "/m/olga/feed",
        f"/s/{seed.pk}/feed", "/log/feed", "/sources/lantern.example/feed",
    ]  # fmt: skip


def test_every_feed_says_the_same_in_every_format(as_, paths):
    assert set(formats()) == {"atom", "json", "rss"}
    for path in paths:
        atom, rss, other = (read(as_(None), f"{path}.{ending}") for ending in ("atom", "rss", "json"))
        assert atom["items"], path
        assert other["self"] == f"http://127.0.0.1:8000{path}.json"
        for each in (rss, other):
            assert (each["title"], each["url"]) == (atom["title"], atom["url"])
            assert [item[:3] for item in each["items"]] == [item[:3] for item in atom["items"]]
            assert [item[3] for item in each["items"]] == [item[3] for item in atom["items"]]
        for _, url, title, html, _ in atom["items"]:
            assert url.startswith("http://127.0.0.1:8000/")
            assert title
            assert 'href="/' not in html
            assert "quibble" not in html


def test_what_stands_in_them(as_, paths, seed):
    by_path = {path: read(as_(None), f"{path}.json")["items"] for path in paths}
    ((_, url, title, html, author),) = by_path["/feed"]
    assert (url, title, author) == (f"http://127.0.0.1:8000{seed.url}", "A glacier lake drained", "olga")
    assert "Sensors saw it coming." in html
    assert seed.canonical_url in html
    assert [item[2] for item in by_path["/m/ada/feed"]] == ["A glacier lake drained · ada"]
    assert "The gauges were &lt;right&gt; &amp; <em>good</em>" in by_path["/m/ada/feed"][0][3]
    assert any("Words redacted in" in item[2] for item in by_path["/log/feed"])
    assert by_path["/log/feed"][0][3].startswith("<p>By ")


def test_asking_again_costs_nothing_and_dates_are_dates(as_, paths):
    for path in paths:
        for ending in formats():
            tag = as_(None).get(f"{path}.{ending}").headers["ETag"]
            again = as_(None).get(f"{path}.{ending}", headers={"If-None-Match": tag})
            assert (again.status_code, again.content) == (304, b"")
    rss = feedparser.parse(as_(None).get("/feed.rss").content)
    assert parsedate_to_datetime(rss.entries[0].published)


def test_what_is_not_there(as_, people, group_with, seed_with, comment):
    group = group_with(visibility="private")
    said = comment("Between us.", on=seed_with(group=group, headline="A zorblax drained"))
    for path in (f"{group.url}/feed", f"{group.url}/log/feed", f"/s/{said.seed_id}/feed"):
        for who in (None, people.new):
            assert as_(who).get(f"{path}.atom").status_code == 404
        assert as_(people.bo).get(f"{path}.json").status_code == 200
    assert b"zorblax" not in b"".join(as_(None).get(f"{path}.rss").content for path in ("/feed", "/newest/feed", "/m/ada/feed"))
    for path in ("/feed.xml", "/feed.__init__", "/newest/feed.JSON", "/m/nobody/feed.atom", "/g/none/feed.atom"):
        assert as_(None).get(path).status_code == 404, path


LISTS = [
    "/feed", "/newest/feed", "/discussed/feed", "/sources/lantern.example/feed",
    "{group}/feed", "/m/ada/feed", "/log/feed", "{group}/log/feed", "/s/{key}/feed",
]  # fmt: skip


@pytest.mark.parametrize("path", LISTS)
def test_more_entries_ask_no_more(as_, paths, seed, seed_with, comment, path, django_assert_max_num_queries):
    for _ in range(4):
        comment(on=seed_with(group=seed.group))
        comment(on=seed)
    with django_assert_max_num_queries(QUERIES["feed"][0]):
        read(as_(None), path.format(group=seed.group.url, key=seed.pk) + ".json")


def test_who_hammers_is_told_when_to_come_back(as_, db, monkeypatch):
    monkeypatch.setattr("parley.feeds.hammering.MOST", 2)
    monkeypatch.setattr("parley.feeds.hammering.time", lambda: 1_000_000_030)
    elsewhere = {"REMOTE_ADDR": "203.0.113.7"}
    tag = as_(None).get("/log/heads.atom").headers["ETag"]
    assert as_(None).get("/log/heads.atom", headers={"If-None-Match": tag}).status_code == 304
    for _ in range(2):
        answer = as_(None).get("/log/heads.atom", headers={"If-None-Match": tag})
        assert (answer.status_code, answer.headers["Retry-After"], answer.headers["Cache-Control"]) == (429, "50", "no-store")
        assert b"ask again in 50 seconds" in answer.content
    assert as_(None).get("/log/heads.rss").status_code == 200
    assert as_(None).get("/log/heads.atom", **elsewhere).status_code == 200
    assert [KeptFor().seen("/log/heads.atom")[:5] for _ in range(3)] == [b"<?xml"] * 3  # the front asks for everybody
    monkeypatch.setattr("parley.feeds.hammering.time", lambda: 1_000_000_080)
    assert as_(None).get("/log/heads.atom").status_code == 200


def test_what_is_counted_stays_bounded(as_, db, monkeypatch):
    monkeypatch.setattr("parley.feeds.hammering.MOST_ASKERS", 5)
    for number in range(12):
        as_(None).get("/log/heads.atom", REMOTE_ADDR=f"2001:db8:0:{number}::1")
    assert len(hammering.COUNTS) <= 5


def test_pages_lead_to_their_feeds(as_, paths, seed):
    group = seed.group.url
    pages = {"/": "", "/newest": "/newest", group: group, "/m/ada": "/m/ada", "/log": "/log", f"{group}/log": f"{group}/log"}
    for page, path in (pages | {seed.url: f"/s/{seed.pk}"}).items():
        shown = as_(None).get(page).content.decode()
        assert 'type="application/atom+xml" title=' in shown
        assert f'href="{path}/feed.atom"' in shown
        assert f'href="{path}/feed.json"' in shown
