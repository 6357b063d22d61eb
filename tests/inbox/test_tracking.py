"""What one follows, and how far he has read there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.base.refusals import Invalid
from parley.groups import services as groups
from parley.inbox import tracking, unsent
from parley.inbox import tracking_queries as queries
from parley.people.models import Person

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def anew(person):
    return Person.objects.get(pk=person.pk)


def news(person):
    return [(line.seed.pk, line.new) for line in queries.current(anew(person)).lines]


def test_who_speaks_or_seeds_follows_and_his_own_words_are_never_new(people, seed, comment):
    assert news(people.ada) == []
    assert news(people.olga) == [(seed.pk, 0)]
    first = comment()
    assert news(people.ada) == [(seed.pk, 0)]
    assert news(people.olga) == [(seed.pk, 1)]
    comment(by=people.bo, to=first)
    comment(to=first)
    assert (news(people.ada), news(people.bo), news(people.olga)) == ([(seed.pk, 1)], [(seed.pk, 1)], [(seed.pk, 3)])


def test_what_is_read_moves_forward_only_and_knows_what_was_passed_over(people, seed, comment):
    said = [comment(by=people.bo) for _ in range(6)]
    tracking.see(actor=people.olga, seed=seed, keys=[said[2].pk, said[4].pk, 10**12])
    assert news(people.olga) == [(seed.pk, 4)]
    assert queries.first_new(people.olga, seed) == said[0]
    assert queries.first_new(people.olga, seed, after=said[1].number) == said[3]
    assert queries.first_new(people.olga, seed, after=said[5].number) == said[0]
    tracking.see(actor=people.olga, seed=seed, keys=[said[0].pk, said[1].pk])
    assert queries.tracked_by(people.olga, seed).read_to == said[2].pk
    tracking.read(actor=people.olga, seed=seed, to=said[0].pk)
    assert news(people.olga) == [(seed.pk, 2)]
    tracking.read(actor=people.olga, seed=seed, to=10**12)
    assert news(people.olga) == [(seed.pk, 0)]
    comment(by=people.bo)
    assert news(people.olga) == [(seed.pk, 1)]


def test_of_very_many_that_were_passed_over_the_older_half_counts_as_read(people, seed, comment, monkeypatch):
    monkeypatch.setattr(tracking, "MOST_SEEN", 4)
    said = [comment(by=people.bo) for _ in range(8)]
    for each in said[1:7]:
        tracking.see(actor=people.olga, seed=seed, keys=[each.pk])
    tracked = queries.tracked_by(people.olga, seed)
    assert tracked.read_to > said[0].pk
    assert tracked.seen.count() <= 4
    assert news(people.olga) == [(seed.pk, 1)]


def test_all_that_was_on_the_page_is_read_and_what_came_since_is_not(people, seed, seed_with, comment):
    other = seed_with()
    comment(by=people.bo)
    comment(by=people.bo, on=other)
    lines = queries.current(anew(people.olga)).lines
    late = comment(by=people.bo)
    tracking.read_all(actor=anew(people.olga), to=max(line.newest for line in lines))
    assert news(people.olga) == [(seed.pk, 1), (other.pk, 0)]
    assert queries.first_new(people.olga, seed) == late


def test_muting_and_following(people, seed, comment):
    first = comment(by=people.bo)
    tracking.follow(actor=people.mo, seed=seed, on=True)
    assert news(people.mo) == [(seed.pk, 0)]
    answer = comment(to=first)
    assert news(people.mo) == [(seed.pk, 1)]
    tracking.mute(actor=people.mo, seed=seed, on=True)
    assert news(people.mo) == []
    assert [line.is_muted for line in queries.history(anew(people.mo)).lines] == [True]
    everybody = {person.pk for person in (people.mo, people.bo, people.olga)}
    assert tracking.muted_among(answer, everybody) == {people.mo.pk}
    tracking.mute(actor=people.mo, seed=seed, on=False)
    assert news(people.mo) == [(seed.pk, 1)]
    tracking.follow(actor=people.mo, seed=seed, on=False)
    assert news(people.mo) == []
    assert len(queries.history(anew(people.mo)).lines) == 1
    tracking.mute(actor=people.ada, seed=seed, on=True)
    comment()
    assert news(people.ada) == []


def test_below_a_muted_branch_nothing_is_new_and_nobody_is_told(people, seed, comment):
    top, other = comment(by=people.bo), comment(by=people.bo)
    tracking.mute_branch(actor=people.olga, comment=top, on=True)
    deep = comment(by=people.bo, to=comment(to=top))
    beside = comment(to=other)
    assert news(people.olga) == [(seed.pk, 3)]
    assert tracking.muted_among(deep, [people.olga.pk, people.bo.pk]) == {people.olga.pk}
    assert tracking.muted_among(top, [people.olga.pk]) == tracking.muted_among(beside, [people.olga.pk]) == frozenset()
    tracking.fold(actor=people.olga, comment=top, on=True)
    tracking.mute_branch(actor=people.olga, comment=top, on=False)
    assert news(people.olga) == [(seed.pk, 5)]
    tracking.fold(actor=people.olga, comment=top, on=False)
    assert not queries.Branch.objects.exists()


def test_so_many_branches_can_be_muted_and_the_same_again(people, comment, monkeypatch):
    monkeypatch.setattr(tracking, "MOST_MUTED", 1)
    top, other = comment("A branch."), comment("Another.", by=people.bo)
    for _ in range(2):
        tracking.mute_branch(actor=people.olga, comment=top, on=True)
    with pytest.raises(Invalid, match="as many as there can be"):
        tracking.mute_branch(actor=people.olga, comment=other, on=True)


def test_what_may_not_be_read_any_more_is_in_no_list_and_no_count(people, group_with, seed_with, comment):
    seed = seed_with(group=group_with(visibility="private"))
    comment(on=seed)
    comment(on=seed, by=people.bo)
    assert news(people.ada) == [(seed.pk, 1)]
    assert queries.with_news(people.ada.pk).count() == 1
    groups.leave(actor=people.ada, group=seed.group)
    assert news(people.ada) == []
    assert queries.history(anew(people.ada)).lines == []
    assert queries.with_news(people.ada.pk).count() == 0


def test_posting_asks_one_query_more(people, seed, comment):
    comment()
    with CaptureQueriesContext(connection) as asked:
        comment()
    assert [each["sql"][:30] for each in asked if "inbox_tracked" in each["sql"]] == ["INSERT INTO inbox_tracked (per"]


def test_pages_follow_each_other_without_a_gap(people, seed, seed_with, group, comment, monkeypatch):
    monkeypatch.setattr(queries, "PAGE", 3)
    monkeypatch.setattr(connection, "prepared_queries", {}, raising=False)  # made for pages of another length
    seeds = [seed, *(seed_with(group=group) for _ in range(7))]
    for place in (1, 4, 6, 7):
        comment(on=seeds[place], by=people.bo)
    for read, most in ((queries.current, 4), (queries.history, 0)):
        found, after = [], ""
        while after is not None:
            page = read(anew(people.olga), after=after)
            found += [line.seed.pk for line in page.lines]
            after = page.after
        assert len(found) == 8
        assert set(found) == {seed.pk for seed in seeds}
        if most:
            assert set(found[:most]) == {seeds[place].pk for place in (1, 4, 6, 7)}
    for nonsense in ("x", "2-1-1", "1-99999999999999999999-1", "1-99999999999999999-1", "0-1", "’"):
        assert len(queries.current(anew(people.olga), after=nonsense).lines) <= 3


def test_a_draft_is_kept_once_and_written_over_by_nobody(people, seed, comment):
    said = comment(by=people.bo)
    keep = {"actor": people.ada, "seed": seed, "parent": said, "form_key": None}
    first = unsent.keep(**keep, text="One", version=0)
    assert first.version == 1
    second = unsent.keep(**keep, text="One two", version=1)
    assert second.version == 2
    with pytest.raises(unsent.Conflict):
        unsent.keep(**keep, text="From elsewhere", version=1)
    with pytest.raises(unsent.TooLarge):
        unsent.keep(**keep, text="x" * 20_001, version=2)
    assert unsent.unsent_in(people.ada, seed, said).text == "One two"
    assert unsent.unsent_of(people.bo) == []
    assert unsent.keep(**keep, text=" ", version=2) is None
    assert unsent.unsent_of(people.ada) == []
