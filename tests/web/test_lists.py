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
