"""Seeding through the front door: three ways in, the preview, publishing."""

import gzip

import pytest

from parley.seeds.models import Article, Reading, Seed
from parley.seeds.queries import existing
from tests.article_site import PARAGRAPHS, printed
from tests.web.seeding_forms import TEXT, again, filled, pasted, publish, published, value, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(settings):
    with printed() as made:
        settings.FETCH_ALLOW, settings.FETCH_PORTS = ("127.0.0.0/8",), (made.server_port,)
        yield made


@pytest.fixture
def ada(as_, people):
    return as_(people.ada)


@pytest.fixture
def preview(ada, group):
    return pasted(ada, group)


def read(browser, paper, group):
    return browser.post("/seed", {"way": "address", "url": f"{paper.home}/ferry?id=7&utm_source=mail", "group": group.name})


def test_from_an_address_to_the_page_and_nothing_more_than_the_excerpt(ada, as_, paper, group):
    seen = read(ada, paper, group)
    assert value(seen, "headline") == "Last call for the night ferry"
    assert "At the source: Last call for the night ferry - Tidewatch" in words(seen)
    assert f"{group.title} shows the first 120 of " in words(seen)
    number = next(n for n, each in enumerate(Reading.objects.get().article["dropped"], 1) if each["line"] == "CLOSE X")
    seen = again(ada, seen, restore=[number], remark="Bring a lamp.", tags="ferries, night")
    assert "CLOSE X" in value(seen, "text").split("\n\n")[3]
    shown = published(ada, seen)
    assert "Last call for the night ferry" in words(shown)
    assert "Bring a lamp." in words(shown)
    assert "Headline changed" not in words(shown)
    assert PARAGRAPHS[0] in words(shown)
    seed = Seed.objects.get()
    assert "zanderfluke" in seed.article.body
    assert bytes(seed.article.raw_page)
    assert [each["line"] for each in seed.article.dropped if each["line"] == "CLOSE X"] == []
    search = f"{group.url}/search?q=zanderfluke"
    doors = ["/", "/newest", group.url, seed.url, f"/s/{seed.pk}/feed.atom", search, f"/seed/picture/{value(seen, 'token')}"]
    for reader in (None, seed.seeder):
        for door in doors:
            answer = as_(reader).get(door, headers={"accept-encoding": "gzip"})
            body = gzip.decompress(answer.content) if answer.headers.get("Content-Encoding") == "gzip" else answer.content
            assert b"quartermaster" not in body, door


def test_the_picture_is_kept_here_and_open_where_the_seed_is(ada, as_, people, paper, group_with):
    group = group_with(visibility="private")
    seen = read(ada, paper, group)
    key = value(seen, "token")
    assert ada.get(f"/seed/picture/{key}")["Content-Type"] == "image/webp"
    assert as_(people.bo).get(f"/seed/picture/{key}").status_code == 404
    published(ada, seen)
    address = f"/s/{Seed.objects.get().pk}/picture"
    shown = ada.get(address)
    assert shown.content[8:12] == b"WEBP"
    assert shown["Cache-Control"] == "private, no-cache"
    assert shown["X-Content-Type-Options"] == "nosniff"
    assert ada.get(address, headers={"if-none-match": shown["ETag"]}).status_code == 304
    for stranger in (None, people.new):
        assert as_(stranger).get(address).status_code == 404
    assert ada.post(address).status_code == 405


def test_a_picture_can_be_left_behind(ada, as_, paper, group):
    published(ada, read(ada, paper, group), keep_picture=None)
    assert Seed.objects.get().picture is None
    assert as_(None).get(f"/s/{Seed.objects.get().pk}/picture").status_code == 404


def test_an_uploaded_page_is_read(ada, paper, group, tmp_path):
    page = tmp_path / "saved.html"
    page.write_bytes(paper.answers["/ferry?id=7"][2])
    with page.open("rb") as file:
        seen = ada.post("/seed", {"way": "file", "page": file, "group": group.name})
    assert value(seen, "canonical_url") == f"{paper.home}/ferry?id=7"
    assert value(seen, "bylines") == "Noor Halloran"


def test_pasted_text_is_published_with_every_field_by_itself(ada, group, preview):
    published(
        ada, preview, source_name="Tidewatch", canonical_url="HTTPS://Tidewatch.example:443/ferry?utm_source=x#top",
        published="2026-11-20", language="en", bylines="Noor Halloran\r\nIlse van der Waal", licence="CC BY 4.0",
        caption="The Marigold", credit="A. Lens", tags="#Ferries, night , ferries", original_headline="LAST CALL",
    )  # fmt: skip
    seed = Seed.objects.get()
    assert (seed.headline, seed.original_headline, seed.source.name) == ("Last call", "LAST CALL", "Tidewatch")
    assert seed.canonical_url == "https://tidewatch.example/ferry"
    assert seed.bylines == ["Noor Halloran", "Ilse van der Waal"]
    assert (str(seed.published_date), seed.language, seed.caption, seed.credit) == ("2026-11-20", "en", "The Marigold", "A. Lens")
    assert sorted(tag.name for tag in seed.tags.all()) == ["ferries", "night"]
    assert seed.article.body == TEXT
    assert existing(group, "https://tidewatch.example/ferry?fbclid=1") == seed


def test_lines_are_restored_and_dropped_again(ada, group):
    seen = pasted(ada, group, text=f"{PARAGRAPHS[0]}\n\nFOLLOW\n\n{PARAGRAPHS[1]}")
    assert value(seen, "text") == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"
    back = again(ada, seen, restore=["1"])
    assert value(back, "text") == f"{PARAGRAPHS[0]}\n\nFOLLOW\n\n{PARAGRAPHS[1]}"
    assert value(again(ada, back), "text") == value(back, "text")
    assert value(again(ada, back, restore=None), "text") == value(seen, "text")


def test_rules_act_only_as_they_were_seen(ada, preview):
    seen = publish(ada, preview, prose="No memes.\n\nBe kind to the bees.")
    assert seen.status_code == 409
    assert "look, then publish" in words(seen)
    assert not Seed.objects.exists()
    assert "No memes. asked before posting · yours" in words(seen) or "No memes. not possible here · yours" in words(seen)
    changed = publish(ada, seen, prose="No bees.")
    assert changed.status_code == 409
    shown = published(ada, changed)
    assert "No bees." in words(shown)
    book = Seed.objects.get().book.versions.get()
    assert book.prose == "No bees."
    assert all(clause["confirmed"] for line in book.reading["lines"] for clause in line["clauses"])


def test_a_conflict_with_a_wider_line_is_told_before_publishing(ada, group):
    seen = again(ada, pasted(ada, group), prose="Memes are welcome.")
    assert "allows what line" in words(seen)


def test_what_the_group_shows_is_told_in_words(ada, group_with):
    for settings, said in (
        ({"show": "link"}, "shows no text of articles"), ({"show": "full"}, "whole texts only under a stated licence"),
        ({"excerpt_words": 10}, "shows the first 10 of"),
    ):  # fmt: skip
        assert said in words(pasted(ada, group_with(**settings)))
    whole = again(ada, pasted(ada, group_with(show="full")), licence="CC BY 4.0")
    assert "under the licence you state" in words(whole)


def test_the_same_article_leads_to_the_discussion_that_exists(ada, as_, people, seed_with, group_with, preview):
    seed = seed_with(group=group_with(visibility="private"), canonical_url="https://tidewatch.example/ferry")
    same = {"canonical_url": "https://tidewatch.example/ferry?utm_source=x", "group": seed.group.name}
    told = again(ada, preview, **same)
    assert seed.url in told.content.decode()
    stopped = publish(ada, told, remark="Mine")
    assert stopped.status_code == 409
    assert seed.url in stopped.content.decode()
    assert value(stopped, "remark") == "Mine"
    assert Seed.objects.count() == 1
    stranger = as_(people.new)
    elsewhere = group_with(members={"new": "member"})
    other = again(stranger, pasted(stranger, elsewhere), canonical_url="https://tidewatch.example/ferry")
    assert seed.url not in other.content.decode()


def test_the_same_form_twice_is_one_seed(ada, preview):
    first, second = publish(ada, preview), publish(ada, preview)
    assert first["Location"] == second["Location"]
    assert again(ada, preview)["Location"] == first["Location"]
    assert Seed.objects.count() == Article.objects.count() == 1


@pytest.mark.parametrize("key", ["980d6912-3ba5-43c1-bde6-1854ba7c4f69", "", "no key", "bo's"])
def test_without_what_was_read_the_typed_fields_stand(ada, as_, people, group, preview, key):
    if key == "bo's":
        key = value(pasted(as_(people.bo), group, headline="Bo’s own"), "token")
    seen = publish(ada, preview, token=key, headline="Mine", restore=["1"])
    assert seen.status_code == 409
    assert "no longer kept" in words(seen)
    assert (value(seen, "headline"), value(seen, "text")) == ("Mine", TEXT)
    published(ada, seen)
    assert Seed.objects.get().article.raw_page is None
    assert Seed.objects.get().seeder == people.ada


def test_refusals_keep_what_was_typed_and_open_pasting(ada, group, paper):
    paper.answers["/members"] = (403, "text/html", b"<p>no")
    for path in ("/members", "/ferry.png"):
        refused = ada.post("/seed", {"way": "address", "url": paper.home + path, "group": group.name})
        assert refused.status_code == 422
        assert filled(refused)["way"] == ["text"]
        assert value(refused, "url") == value(refused, "text_url") == paper.home + path
    for url in ("ftp://a.example/", f"{paper.home}/nowhere"):
        sent = {"way": "address", "url": url, "group": group.name, "text": "Typed", "headline": "H"}
        typo = ada.post("/seed", sent)
        assert {name: value(typo, name) for name in sent} == sent


def test_a_bookmarklet_and_a_share_menu_fill_the_form(ada, group):
    assert value(ada.get("/seed?url=https://a.example/x&title=T"), "url") == "https://a.example/x"
    shared = ada.get("/seed", {"text": "https://a.example/y", "title": "T", "group": group.name})
    assert (value(shared, "url"), value(shared, "headline"), value(shared, "group")) == ("https://a.example/y", "T", group.name)
    assert filled(ada.get("/seed", {"text": "Some words", "title": "T"}))["way"] == ["text"]


def test_who_is_in_no_group_is_led_to_the_groups(as_, people):
    shown = as_(people.new).get("/seed")
    assert shown.status_code == 200
    assert "you are in none yet" in words(shown)
    assert as_(None).get("/seed").status_code == 302


def test_twenty_readings_in_ten_minutes(ada, group):
    for _ in range(20):
        assert pasted(ada, group).status_code == 200
    stopped = pasted(ada, group)
    assert stopped.status_code == 429
    assert value(stopped, "text") == TEXT


def test_what_a_source_is_called_in_one_group_is_not_what_it_is_called_in_another(as_, people, seed_with, group_with):
    closed = seed_with(group=group_with(visibility="private"), source_name="Zorblax Ledger", canonical_url="https://paper.example/1")
    opened = seed_with(source_name="The Paper", canonical_url="https://paper.example/2")
    nameless = seed_with(source_name="", canonical_url="https://paper.example/3")
    again = seed_with(source_name="The Paper", canonical_url="https://paper.example/4")
    assert [each.source.name for each in (closed, opened, nameless)] == ["Zorblax Ledger", "The Paper", "paper.example"]
    assert again.source == opened.source
    assert "Zorblax" not in as_(people.ada).get(opened.url).content.decode()
