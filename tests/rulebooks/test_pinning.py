"""Books are versioned, confirmed, and frozen for a discussion at its first comment."""

import pytest

from houserules import read
from parley.base.refusals import Conflict, NotAllowed
from parley.posting import services as posting
from parley.rulebooks import queries
from parley.rulebooks import services as rulebooks
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def lines(seed):
    return [line.text for line in rules_for(Seed.objects.select_related("book").get(pk=seed.pk)).lines]


def test_rules_follow_the_group_until_the_first_comment_and_never_after(people, group_with, seed_with, comment):
    group = group_with(rules="No memes.")
    seed = seed_with(group=group, rules="Be brief.")
    rulebooks.publish(actor=people.olga, group=group, book=read("No cats.").all_confirmed(), after=1)
    assert lines(seed) == ["No cats.", "Be brief."]
    comment("First.", on=seed)
    rulebooks.publish(actor=people.olga, group=group, book=read("No dogs.").all_confirmed(), after=2)
    assert lines(seed) == ["No cats.", "Be brief."]


def test_nothing_acts_that_was_not_confirmed(people, group_with, seed_with):
    group = group_with(rules=None)
    rulebooks.publish(actor=people.olga, group=group, book=read("No Marlow."), after=0)
    seed = seed_with(group=group)
    reply = posting.Reply(source="Marlow again.")
    assert posting.coach(actor=people.ada, seed=seed, reply=reply).findings == ()
    rulebooks.publish(actor=people.olga, group=group, book=read("No Marlow.").all_confirmed(), after=1)
    assert [each.kind for each in posting.coach(actor=people.ada, seed=seed, reply=reply).findings] == ["topic-ban"]


def test_the_second_of_two_owners_is_told_of_the_first(people, group):
    with pytest.raises(Conflict):
        rulebooks.publish(actor=people.olga, group=group, book=read("No cats."), after=0)
    assert queries.in_force(queries.book_of_group(group)).number == 1


def test_only_owners_and_the_admin_publish(people, group):
    for who, place in (
        (people.ada, group),
        (people.mo, group),
        (people.sita, group),
        (people.olga, None),
        (people.sita, None),
    ):
        with pytest.raises(NotAllowed):
            rulebooks.publish(actor=who, group=place, book=read("No cats."), after=1)


def test_a_permission_against_a_wider_line_is_told_before_publishing(people, group):
    assert rulebooks.conflicts_with_wider(group, read("Memes are fine here."), scope="seed")
    assert rulebooks.conflicts_with_wider(group, read("No cats."), scope="seed") == []
