"""What the site tells the engine about a draft, seen by what the rules then say: times, members, article, breaches, age."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from houserules import Keeping, read
from parley.rulebooks import services as rulebooks

pytestmark = pytest.mark.django_db
ABUSE = "{} is such a stupid, filthy liar."


@pytest.fixture
def seed_under(seed_with, group_with, people):
    """A seed in a group with one rule, whose clauses ask the author."""

    def make(prose: str):
        group = group_with(rules=None)
        book = read(prose).all_confirmed()
        book = book.with_keeping({clause.key: Keeping.ASK for clause in book.clauses})
        rulebooks.publish(actor=people.olga, group=group, book=book, after=0)
        return seed_with(group=group)

    return make


@pytest.fixture
def say(as_):
    """Somebody's post as it is answered: 302 when posted, 422 when asked first."""

    def post(person, seed, text: str) -> tuple[int, str]:
        response = as_(person).post(f"/s/{seed.pk}/reply", {"text": text})
        return response.status_code, response.content.decode()

    return post


def test_times_of_earlier_comments_count(seed_under, say, people):
    seed = seed_under("At most two comments per hour.")
    assert [say(people.bo, seed, f"Remark {number}.")[0] for number in range(2)] == [302, 302]
    status, page = say(people.bo, seed, "One more remark.")
    assert status == 422
    assert "comment number 3 here" in page
    assert say(people.ada, seed, "My first remark.")[0] == 302
    seed.comments.update(created_at=timezone.now() - timedelta(hours=2))
    assert say(people.bo, seed, "One more remark.")[0] == 302


def test_an_edit_is_judged_as_of_its_posting(seed_under, say, people, as_):
    seed = seed_under("At most two comments per hour.")
    for number in range(2):
        say(people.bo, seed, f"Remark {number}.")
    last = seed.comments.latest("pk")
    bo, address = as_(people.bo), f"/c/{last.pk}/edit"
    revision = re.search(r'name="revision" value="(\d+)"', bo.get(address).content.decode())[1]
    assert bo.post(address, {"text": "Remark mended.", "revision": revision}).status_code == 302


def test_names_of_who_takes_part_count(seed_under, say, people):
    seed = seed_under("No personal attacks.")
    assert say(people.bo, seed, ABUSE.format("Olga"))[0] == 422  # who seeded
    assert say(people.bo, seed, ABUSE.format("Ada"))[0] == 422  # a member who is silent
    assert say(people.bo, seed, ABUSE.format("Kit"))[0] == 302  # nobody of that name is here
    assert say(people.bo, seed, ABUSE.format("New"))[0] == 302  # no member of this group


def test_the_article_counts(seed_under, say, people):
    seed = seed_under("Please stay on topic.")
    assert say(people.bo, seed, "Sensors along every glacier could have told sleepers below what was coming.")[0] == 302
    elsewhere = "The referee awarded another penalty, our striker scored twice and supporters sang until midnight about trophies."
    assert say(people.bo, seed, elsewhere)[0] == 422


def test_earlier_breaches_count(seed_under, say, people, cut):
    seed = seed_under("No disruptive behavior.")
    assert say(people.ada, seed, "You are a stupid liar.")[0] == 302
    cut(seed.comments.get(), "stupid")
    assert say(people.ada, seed, "You are such an idiot.")[0] == 422
    assert say(people.ada, seed, "You have a point about the gauges.")[0] == 302


def test_the_age_of_an_account_counts(seed_under, say, people):
    seed = seed_under("An account must be at least 7 days old.")
    status, page = say(people.bo, seed, "Hello.")
    assert status == 422
    assert "7" in page
    people.bo.date_joined = timezone.now() - timedelta(days=8)
    people.bo.save()
    assert say(people.bo, seed, "Hello.")[0] == 302


def test_gathering_facts_does_not_grow(seed, comment, people):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from parley.judging.facts import facts_of_comment

    asked = []
    for more in (1, 12):
        for at in range(more):
            comment(by=[people.ada, people.bo, people.mo][at % 3])
        with CaptureQueriesContext(connection) as queries:
            facts_of_comment(people.ada, seed, "A draft.", parent=None, cited=())
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 6
