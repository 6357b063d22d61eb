"""A lock, an impasse, and replies at the same moment: what commits after it is refused."""

import threading

import pytest
from django.db import connections

from parley.base.refusals import NotAllowed
from parley.moderation import straining as moderation
from parley.posting import services as posting
from parley.threads import impasses
from parley.threads.models import Comment

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


def between(monkeypatch, act):
    """The reply has passed its judgement when `act` commits in another connection."""
    judge = posting.judge

    def judged_and_then(*asked):
        monkeypatch.setattr(posting, "judge", judge)
        verdict = judge(*asked)
        other = threading.Thread(target=lambda: (act(), connections.close_all()))
        other.start()
        other.join()
        return verdict

    monkeypatch.setattr(posting, "judge", judged_and_then)


def test_a_reply_that_was_judged_before_a_lock_is_refused_after_it(people, seed, comment, monkeypatch):
    comment("A first word.")
    asked = moderation.Asked(way="locked", note="Enough for today.")
    between(monkeypatch, lambda: moderation.strain(actor=people.mo, seed=seed, asked=asked))
    with pytest.raises(NotAllowed, match="locked"):
        posting.post_comment(actor=people.ada, seed=seed, reply=posting.Reply(source="A late word.", anyway=True))
    assert Comment.objects.count() == 1


def test_a_reply_that_was_judged_before_an_impasse_is_refused_after_it(people, seed, comment, monkeypatch):
    ada, bo = comment("Ada speaks."), comment("Bo speaks.", by=people.bo)
    between(monkeypatch, lambda: impasses.begin(actor=people.bo, comment=ada))
    with pytest.raises(NotAllowed, match="impasse"):
        posting.post_comment(actor=people.ada, seed=seed, reply=posting.Reply(source="But no.", parent_id=bo.pk, anyway=True))
    assert Comment.objects.count() == 2
