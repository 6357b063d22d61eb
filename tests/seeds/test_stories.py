"""What tells the same story is one entry on the lists of the site, with ways to the others that one may read."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parley.seeds.models import Seed
from tests.budgets import QUERIES
from tests.web.test_lists import headlines

pytestmark = pytest.mark.django_db
STORY = "Port authority expects the ferry strike to widen"
REPORT = "Negotiators say that a walk-out on the eastern routes is now likely, a day after the talks ended. " * 6


@pytest.fixture
def told(seed_with):
    """A seed of an address at a publisher."""

    def make(headline=STORY, host="lantern.example", path="ferry", **more):
        return seed_with(headline=headline, canonical_url=f"https://{host}/{path}", source_name=host, **more)

    return make


def same(one, other) -> bool:
    return one.story == other.story != ""


def test_one_address_in_several_groups_is_one_entry(as_, people, told, comment):
    first, second = told(), told()
    assert headlines(as_(None), "/newest").count(STORY) == 1
    shown = as_(None).get("/newest").content.decode()
    assert f'<h2 class="headline" dir="auto"><a href="{second.url}">' in shown
    assert f'The same story: <a href="{first.url}">' in shown
    comment(on=first)
    assert f'The same story: <a href="{second.url}">' in as_(None).get("/").content.decode()
    assert headlines(as_(None), first.group.url) == [STORY]
    assert headlines(as_(None), "/sources/lantern.example").count(STORY) == 2
    assert as_(None).get("/newest/feed.rss").content.decode().count(f"<title>{STORY}</title>") == 1


def test_several_sources_of_one_story_are_one_entry(told):
    first = told(article=REPORT)
    assert same(first, told(host="tide.example", headline="Ferry strike to widen, the port authority expects", article="Else. " * 90))
    assert same(first, told(host="gull.example", headline="Port authority expects wider ferry strike", article=f"{REPORT} Ours."))
    assert not same(first, told(host="crow.example", headline="Port authority expects a wider ferry strike", article="Other. " * 90))
    assert not same(first, told(path="next-week"))  # a publisher's headline comes again
    few = [told(host=host, headline="Ferry strike", article=host * 90) for host in ("owl.example", "jay.example")]
    assert not same(*few)


def test_what_was_long_ago_is_another_story_unless_it_is_the_same_address(told):
    first = told()
    Seed.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert same(first, told())
    Seed.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert not same(first, told(host="tide.example"))


def test_nothing_of_a_private_group_is_gathered_for_others(as_, people, told, group_with):
    group = group_with(visibility="private", members={"ada": "member", "olga": "owner"})
    hidden, open_ = told(group=group, host="hush.example"), told()
    assert not same(hidden, open_)
    Seed.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert same(hidden, told(host="hush.example"))
    for address in ("/", "/newest"):
        assert b"The same story" not in as_(people.bo).get(address).content
        assert b"The same story" in as_(people.ada).get(address).content
        assert headlines(as_(None), address)


def test_what_left_the_lists_takes_nothing_along(as_, told):
    first, second = told(), told()
    Seed.objects.filter(pk=second.pk).update(waits_for_front=True)
    shown = as_(None).get("/newest").content.decode()
    assert f'"{first.url}"' in shown
    assert "The same story" not in shown


def test_more_stories_ask_no_more(as_, people, told):
    for number in range(8):
        for _ in range(1 + number % 3):
            told(path=f"ferry-{number}")
    for reader, most in zip((None, people.ada), QUERIES["front"], strict=True):
        as_(reader).get("/")
        with CaptureQueriesContext(connection) as asked:
            as_(reader).get("/")
        assert len(asked) <= most, "\n".join(each["sql"] for each in asked)
