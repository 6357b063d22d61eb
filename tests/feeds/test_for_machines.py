"""What search engines and other sites read: the sitemap, oEmbed, and a discussion described by schema.org's words."""

import json
import re
from xml.etree import ElementTree as ET

import pytest

from parley.feeds import sitemap

pytestmark = pytest.mark.django_db
SITE = "http://127.0.0.1:8000"


def places(answer) -> list[str]:
    assert answer.headers["Content-Type"].startswith("application/xml")
    root = ET.fromstring(answer.content)  # noqa: S314 -- our own answer
    return [each.text for each in root.iter(f"{{{sitemap.SPACE}}}loc")]


def described(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])


def test_every_open_discussion_is_in_the_sitemap_and_no_other(as_, seed, seed_with, group_with, monkeypatch):
    monkeypatch.setattr(sitemap, "AT_ONCE", 2)
    closed = seed_with(group=group_with(visibility="private"))
    last = seed_with(group=seed.group)
    files = places(as_(None).get("/sitemap.xml"))
    assert files[0] == f"{SITE}/sitemap-pages.xml"
    found = [each for file in files[1:] for each in places(as_(None).get(file.removeprefix(SITE)))]
    assert {f"{SITE}{seed.url}", f"{SITE}{last.url}"} <= set(found)
    assert not any(f"/s/{closed.pk}" in each for each in found)
    pages = places(as_(None).get("/sitemap-pages.xml"))
    assert {f"{SITE}/", f"{SITE}{seed.group.url}/rules"} <= set(pages)
    assert not any(closed.group.url in each for each in pages)
    for path in (each.removeprefix(SITE) for each in [*found, *pages]):
        assert as_(None).get(path).status_code == 200, path
    assert as_(None).get("/sitemap-999999999.xml").status_code == 404
    assert f"Sitemap: {SITE}/sitemap.xml" in as_(None).get("/robots.txt").content.decode()


def test_a_discussion_is_described(as_, seed_with, comment, people):
    seed = seed_with(headline="</script><script>alert(1)</script> & a lake")
    comment(on=seed)
    page = as_(None).get(seed.url).content.decode()
    said = described(page)
    assert (said["@type"], said["headline"], said["commentCount"]) == ("DiscussionForumPosting", seed.headline, 1)
    assert said["author"] == {"@type": "Person", "name": "olga", "url": f"{SITE}/m/olga"}
    assert said["sharedContent"]["url"] == seed.canonical_url
    assert "<script>alert" not in page
    assert described(as_(people.bo).get(seed.url).content.decode()) == said


def test_another_site_asks_what_a_link_shows(as_, seed, seed_with, group_with, people):
    page = as_(None).get(seed.url).content.decode()
    address = re.search(r'type="application/json\+oembed"[^>]* href="([^"]+)"', page)[1].replace("&amp;", "&")
    said = as_(None).get(address).json()
    assert (said["version"], said["type"], said["title"], said["author_name"]) == ("1.0", "link", seed.headline, "olga")
    for url in (f"{SITE}/s/{seed.pk}", f"{SITE}{seed.url}?order=newest#c1"):
        assert as_(None).get("/oembed", {"url": url}).status_code == 200
    closed = seed_with(group=group_with(visibility="private"))
    odd = ["", "x" * 5000, "\x00", f"{SITE}/s/99999999999999999999", f"{SITE}.evil.example{seed.url}", f"{SITE}/g/none"]
    for url in (*odd, f"{SITE}{closed.url}"):
        assert as_(None).get("/oembed", {"url": url}).status_code == 404, url
    assert as_(people.bo).get("/oembed", {"url": f"{SITE}{closed.url}"}).status_code == 200
    assert as_(None).get("/oembed", {"url": f"{SITE}{seed.url}", "format": "xml"}).status_code == 501
