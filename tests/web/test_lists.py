"""Lists of seeds through the front door: their orders, and why a seed stands where it stands."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db


def headlines(browser, address: str) -> list[str]:
    answer = browser.get(address)
    assert answer.status_code == 200, address
    return re.findall(r'<h2 class="headline"[^>]*><a href="[^"]*">([^<]*)</a>', answer.content.decode())


@pytest.fixture
def talks(seed, seed_with, comment, people):
    """Three seeds in a group: nobody talks in the first, one person in “Alone”, three in “Lively”."""
    made = {seed.headline: seed} | {name: seed_with(group=seed.group, headline=name) for name in ("Lively", "Alone")}
    comment(on=made["Alone"])
    for who in (people.ada, people.bo, people.mo):
        comment(by=who, on=made["Lively"])
    return made


def test_most_discussed_is_what_most_people_discuss(as_, people, talks, seed):
    for address in ("/discussed", f"{seed.group.url}?order=discussed"):
        assert headlines(as_(None), address) == ["Lively", "Alone"]
    assert headlines(as_(None), "/newest") == ["Alone", "Lively", seed.headline]
    shown = as_(None).get("/discussed").content.decode()
    assert "Why here?" in shown
    assert "3 comments, and 3 people who wrote them at 4 comments each, make 15 points." in shown
    assert "seeded 3.5 days later" in shown
    assert 'href="/discussed/feed.atom"' in shown


def test_every_order_says_why(as_, people, talks):
    assert as_(people.ada).post(f"/s/{talks['Alone'].pk}/vote", {"voted": "1"}).status_code in {200, 302}
    shown = as_(None).get("/").content.decode()
    assert "1 vote, and 1 comment at half a vote each, make 1.5 points." in shown
    assert "seeded 5 hours later" in shown
    assert "no votes and no comments yet" in shown
    assert "nothing else counts" in as_(None).get("/newest").content.decode()


def test_my_groups_are_mine(as_, people, talks, group_with, seed_with):
    private = group_with(visibility="private", members={"ada": "member", "olga": "owner"})
    seed_with(group=private, headline="Between us")
    seed_with(group=group_with(members={}), headline="Elsewhere")
    assert set(headlines(as_(people.ada), "/mine")) == {*talks, "Between us"}
    assert set(headlines(as_(people.bo), "/mine")) == set(talks)
    assert b"groups that you join" in as_(people.new).get("/mine").content
    assert as_(None).get("/mine").url == "/account/login/?next=%2Fmine"


@pytest.mark.parametrize("address", ["/discussed?after=x", "/discussed?after=1e9_1", "/mine?after=-1_1", "/mine?after=%00"])
def test_nonsense_starts_from_the_top(as_, people, talks, address):
    assert headlines(as_(people.ada), address)


def test_orders_do_not_ask_more_when_they_grow(as_, people, group, seed_with, comment):
    for more in (1, 12):
        for _ in range(more):
            comment(on=seed_with(group=group))
        for address, reader, most in (("/discussed", None, 0), ("/discussed", people.ada, 1), ("/mine", people.ada, 1)):
            as_(reader).get(address)
            with CaptureQueriesContext(connection) as asked:
                as_(reader).get(address)
            assert len(asked) <= QUERIES["front"][most], "\n".join(each["sql"] for each in asked)


@pytest.fixture
def tagged(seed_with, group_with):
    """Seeds of two publishers, two of them tagged; and one in a private group."""
    tide = "https://www.tide.example"
    open_, shut = group_with(), group_with(visibility="private", members={"ada": "member", "olga": "owner"})
    return {
        "Gauges": seed_with(group=open_, headline="Gauges", tags=("Ice & snow", "lakes"), remark="See."),
        "Ferries": seed_with(group=open_, headline="Ferries", tags=("lakes",), canonical_url=f"{tide}/f", source_name="Tide"),
        "Boats": seed_with(group=shut, headline="Boats", tags=("lakes", "hush"), canonical_url=f"{tide}/b", source_name="Hush"),
        "Hidden": seed_with(group=shut, headline="Hidden", canonical_url="https://secret.example/h", source_name="Secret"),
    }  # fmt: skip


def test_tags_and_sources_list_their_seeds_that_one_may_read(as_, people, tagged):
    ada, out = as_(people.ada), as_(None)
    assert headlines(out, "/tags/lakes") == ["Ferries", "Gauges"]
    assert headlines(ada, "/tags/Lakes") == ["Boats", "Ferries", "Gauges"]
    assert headlines(out, "/tags/ice%20%26%20snow") == ["Gauges"]
    assert headlines(out, "/sources/tide.example") == ["Ferries"]
    assert headlines(ada, "/sources/Tide.Example") == ["Boats", "Ferries"]
    assert b"Seeders also name it Tide" in ada.get("/sources/tide.example").content
    assert b"Hush" not in out.get("/sources/tide.example").content
    for address in ("/tags/hush", "/sources/secret.example", "/tags/hush/feed.atom", "/sources/secret.example/feed.json"):
        assert (out.get(address).status_code, ada.get(address).status_code) == (404, 200)
        assert out.get(f"{address}?after=9_9").status_code == 404
    shown = out.get("/tags").content.decode()
    assert "lakes" in shown
    assert "hush" not in shown


def test_cards_and_pages_lead_to_them(as_, tagged):
    for address in ("/", tagged["Gauges"].url):
        shown = as_(None).get(address).content.decode()
        for way in ("/tags/ice%20%26%20snow", "/tags/lakes", "/sources/lantern.example"):
            assert f'href="{way}"' in shown, (address, way)
    for address in ("/tags/lakes", "/sources/tide.example"):
        shown = as_(None).get(address).content.decode()
        assert f'href="{address}/feed.atom"' in shown
        assert b"Ferries" in as_(None).get(f"{address}/feed.rss").content


@pytest.mark.parametrize("address", [
    "/tags/none", "/tags/" + "x" * 500, "/tags/", "/tags/%00", "/tags/%20", "/sources/", "/sources/none.example",
    "/sources/" + "x" * 500, "/sources/%00",
    "/days/2026-13-01", "/days/20261127", "/days/2026-W48-5", "/days/0001-01-01", "/days/9999-12-31", "/days/x",
    "/days/1999-01-01", "/days/2999-01-01", "/days", "/tags/none/feed.atom", "/sources/none.example/feed.atom",
])  # fmt: skip
def test_what_is_no_list_is_not_there(as_, db, address):
    answer = as_(None).get(address)
    assert answer.status_code == 404
    assert b"<h1" in answer.content


def test_days_lead_to_days(as_, people, tagged):
    from datetime import UTC, datetime, timedelta

    from parley.seeds.models import Seed

    today = datetime.now(UTC)
    for days, name in ((0, "Gauges"), (3, "Ferries"), (1, "Boats")):
        Seed.objects.filter(headline=name).update(created_at=today - timedelta(days=days))
    Seed.objects.filter(headline="Hidden").update(created_at=today - timedelta(days=9))
    first, middle, last = (f"/days/{today - timedelta(days=days):%Y-%m-%d}" for days in (3, 1, 0))
    assert as_(None).get("/days").url == last
    assert headlines(as_(None), last) == ["Gauges"]
    assert f'href="{first}" rel="prev"' in as_(None).get(last).content.decode()
    assert f'href="{last}" rel="next"' in as_(None).get(first).content.decode()
    assert 'rel="prev"' not in as_(None).get(first).content.decode()
    assert f'href="{middle}" rel="prev"' in as_(people.ada).get(last).content.decode()
    assert as_(None).get(middle).status_code == 404


def test_these_lists_do_not_ask_more_when_they_grow(as_, people, group, seed_with):
    for more in (1, 30):
        for _ in range(more):
            seed_with(group=group, tags=("lakes", "ice"), remark="See.")
        for address in ("/tags", "/tags/lakes", "/sources/lantern.example", as_(None).get("/days").url):
            for reader, most in zip((None, people.ada), QUERIES["gathered"], strict=True):
                as_(reader).get(address)
                with CaptureQueriesContext(connection) as asked:
                    as_(reader).get(address)
                assert len(asked) <= most, "\n".join([address, *(each["sql"] for each in asked)])
    following = as_(None).get("/tags/lakes").content.decode().split('rel="next"')[0].rsplit('href="', 1)[1].split('"')[0]
    assert len(headlines(as_(None), following)) == 6
