"""Votes go up only, one per person, never for one's own: in the service and in the database."""

import pytest
from django.db import IntegrityError, transaction

from parley.base.refusals import NotAllowed
from parley.votes import services as votes
from parley.votes.models import Vote

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_a_vote_is_given_once_and_taken_back(people, comment):
    said = comment()
    assert [votes.set_vote(actor=people.bo, item=said, voted=voted) for voted in (True, True, False, False)] == [
        1,
        1,
        0,
        0,
    ]
    assert [votes.set_vote(actor=people.bo, item=said.seed, voted=voted) for voted in (True, True, False)] == [1, 1, 0]


def test_nobody_votes_for_his_own(people, comment):
    said = comment()
    for actor, item in ((people.ada, said), (people.olga, said.seed)):
        with pytest.raises(NotAllowed) as refusal:
            votes.set_vote(actor=actor, item=item, voted=True)
        assert refusal.value.code == "own"


def test_the_database_refuses_a_vote_for_ones_own(people, comment):
    said = comment()
    for fields in (
        {"person": people.ada, "author": people.ada, "comment": said},
        {"person": people.bo, "author": people.ada},
        {"person": people.bo, "author": people.ada, "comment": said, "seed": said.seed},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Vote.objects.create(**fields)


def test_outsiders_and_removed_comments(people, comment, cut):
    said = comment()
    with pytest.raises(NotAllowed):
        votes.set_vote(actor=people.new, item=said, voted=True)
    cut(said, None)  # meanwhile: what the voter had before him is older
    with pytest.raises(NotAllowed) as refusal:
        votes.set_vote(actor=people.bo, item=said, voted=True)
    assert refusal.value.code == "removed"
