"""What is counted, by hand; how many queries that takes, and how long."""

import time
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from parley.groups.models import Suspension
from parley.ledger.models import Entry
from parley.moderation.models import Ruling
from parley.stats.figures import FEW, Share, Tally, masked
from parley.stats.queries import figures_of
from parley.threads.models import Citation, Comment
from tests.stats import community

MOST_QUERIES, MOST_SECONDS = 14, 0.3

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_community_counted_by_hand(counted):
    found = figures_of(counted.group)
    one, two, three = community.LINES
    assert found.lines == {
        one: Tally(ruled=4, no_breach=2, removed=1, taken_back=1),
        two: Tally(ruled=2, removed=1, taken_back=1, appealed=2, granted=1, refused=1),
        three: Tally(ruled=1, cut=1),
    }
    assert found.all == Tally(ruled=7, no_breach=2, cut=1, removed=2, taken_back=2, appealed=2, granted=1, refused=1)
    assert found.deciders == {"group mod": found.all}
    assert found.bases["discretion"] == found.lines[two]
    assert found.bases["judged"].ruled == 5
    assert found.flagged == Share(1, 3)
    assert found.pointed == Share(0, 0)
    assert found.seconds == Share(0, 1)
    assert found.active == 2
    assert found.times.cases == 3
    assert 0 <= found.times.median <= found.times.ninth < 60
    assert found.mods == {}


def test_replies_that_cite_their_parent(counted, cut, people):
    before = figures_of(counted.group).citing
    assert (before.written, before.standing) == (Share(2, 2), Share(2, 2))
    cut(counted.said[7], "zorblax", by=people.sita)
    after = figures_of(counted.group).citing
    assert (after.written, after.standing) == (Share(2, 2), Share(1, 2))
    assert (after.before, after.after) == (Share(0, 0), Share(0, 0))


def test_cuts_part_the_days_of_a_discussion(counted, people):
    earlier, later = Comment.objects.filter(parent=counted.said[7]).order_by("pk")
    Citation.objects.filter(comment=later).delete()
    for reply, days in ((earlier, -3), (later, 3)):
        Comment.objects.filter(pk=reply.pk).update(created_at=timezone.now() + timedelta(days=days))
    citing = figures_of(counted.group).citing
    assert (citing.before, citing.after) == (Share(1, 1), Share(0, 1))


def test_an_empty_group_and_an_empty_site(group):
    for found in (figures_of(group), figures_of(None, days=30)):
        assert (found.lines, found.mods, found.all, found.active) == ({}, {}, Tally(), 0)
        assert (found.times.cases, found.evenness.sizes, found.suspensions.all) == (0, (0, 0), 0)
        assert found.per_hundred(0) is None


def test_the_site_counts_public_groups_alone(counted, group_with):
    assert figures_of(None).all == figures_of(counted.group).all
    counted.group.visibility = "private"
    counted.group.save(update_fields=["visibility"])
    assert figures_of(None).all == Tally()
    assert figures_of(None).citing.written == Share(0, 0)
    assert figures_of(counted.group).all.ruled == 7


def test_mods_are_named_in_a_group_from_five_rulings_on_a_week_late(counted, people):
    assert figures_of(counted.group).mods == {}
    for each in Ruling.objects.all():
        Ruling.objects.filter(pk=each.pk).update(created_at=each.created_at - timedelta(days=8))
    assert {name: tally.ruled for name, tally in figures_of(counted.group, days=30).mods.items()} == {"mo": 7}
    assert figures_of(None).mods == {}
    Ruling.objects.filter(pk__in=Ruling.objects.order_by("-pk").values_list("pk", flat=True)[:3]).update(actor=people.olga)
    assert figures_of(counted.group).mods == {}


def test_one_line_is_kept_unlike_on_two_sides_and_another_alike(place, people):
    _, said = community.two_camps(place)
    for line, rates in ((0, (4, 8)), (1, (5, 5))):
        for comments, rate in zip(said, rates, strict=True):
            some = (comments * 2)[:100]
            community.ruled(some, [number % 10 < rate for number in range(100)], line=line, by=people.mo)
    community.ruled(said[0][:29], [True] * 29, line=2, by=people.mo)
    found = figures_of(place.group).evenness
    assert found.sizes == (20, 20)
    assert found.within > 0.8
    unlike, alike, few = (found.lines[line] for line in community.LINES)
    assert {(side.acted, side.ruled) for side in unlike.sides} == {(40, 100), (80, 100)}
    assert unlike.is_uneven
    assert not alike.is_uneven
    assert alike.ratio == pytest.approx(1)
    assert few.is_silent


def test_a_side_of_four_people_is_not_spoken_of(place, people):
    sides, said = community.two_camps(place)
    four = [comment for comment in said[1] if comment.author_id in {each.pk for each in sides[1][:4]}]
    community.ruled(said[0], [False] * 60, line=0, by=people.mo)
    for _ in range(4):
        community.ruled(four, [True] * 12, line=0, by=people.mo)
    assert figures_of(place.group).evenness.lines[community.LINES[0]].is_silent


def test_suspensions_by_their_terms(place, people):
    def suspend(days, how_many, **more):
        until = timezone.now() + timedelta(days=days) if days else None
        for person in community.crowd(how_many):
            community.ruled([said], [True], line=0, by=people.mo)
            entry = Entry.objects.latest("pk")
            more.setdefault("agreement", "" if days else "I shall.")
            Suspension.objects.create(person=person, group=place.group, ends_at=until, entry=entry, **more)

    said = community.comments_of(place, [people.ada])[0]
    suspend(1, 5)
    suspend(7, 6)
    suspend(None, 5)
    suspend(90, 1)
    found = figures_of(place.group).suspensions
    assert (found.all, found.lifted) == (17, 0)
    assert found.terms == {
        "up to a day": 5, "up to a week": 6, "up to 30 days": 0, "longer": None, "until they agree to a text": None,
    }  # fmt: skip
    assert figures_of(None).suspensions.all == 17


@given(st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 12)))
def test_what_is_hidden_cannot_be_told_from_the_sum(counts):
    found = masked(counts)
    hidden = [name for name, count in found.items() if count is None]
    assert all(found[name] is None for name, count in counts.items() if 0 < count < FEW)
    assert len(hidden) != 1 or sum(count for count in counts.values()) == counts[hidden[0]]
    assert all(found[name] == counts[name] for name in counts if name not in hidden)


@pytest.mark.alone
def test_ten_thousand_rulings_take_no_more_queries_and_little_time(place, people):
    _, said = community.two_camps(place, members=30)
    everything = [comment for side in said for comment in side]
    with CaptureQueriesContext(connection) as few:
        figures_of(place.group)
    for line in (0, 1):
        community.ruled((everything * 28)[:5000], [number % 3 == 0 for number in range(5000)], line=line, by=people.mo)
    with CaptureQueriesContext(connection) as many:
        figures_of(place.group)
    taken = []
    for _ in range(5):
        begun = time.perf_counter()
        assert figures_of(place.group).all.ruled == 10_000
        taken.append(time.perf_counter() - begun)
    print(f"\n10,000 rulings: {min(taken) * 1000:.0f} ms, {len(many)} queries on {connection.vendor}")  # noqa: T201 -- shown by pytest -s
    assert len(few) <= len(many) <= MOST_QUERIES
    assert min(taken) < MOST_SECONDS
