"""Whoever flagged hears of it when the ruling that answered him falls."""

import pytest
from django.core import mail

from parley.appeals import services as appeals
from parley.deciding.services import decide
from parley.moderation import flagging
from parley.moderation import services as moderation
from parley.moderation.models import Flag
from parley.moderation.services import Choice
from tests.exchange.test_reasons import ever, reasons_counted

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def flagged(people, comment):
    def make(action="remove"):
        said = comment("You always fall for it.")
        flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
        return decide(actor=people.mo, item=said, choice=Choice(action=action, line=1))

    return make


def read(as_, person, where="/notices") -> str:
    return as_(person).get(where).content.decode()


def test_a_granted_appeal_answers_the_flag_anew(as_, people, flagged):
    ruling = flagged()
    assert Flag.objects.get().is_right is True
    assert "the ruling that answered it" not in read(as_, people.bo)
    appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="It was kind.")
    appeals.decide(actor=people.sita, appeal=appeal, grants=True, reasons="So it is.")
    page = read(as_, people.bo)
    assert "Your flag on" in page
    assert "An appeal against the ruling that answered it was granted: no breach stands." in page
    assert "A mod agreed that it breaks a rule." not in page
    assert Flag.objects.get().is_right is False
    assert "no breach was found" in read(as_, people.bo, "/record")


@pytest.mark.parametrize("action", ["remove", "no-breach"])
def test_so_does_an_undone_ruling_which_settles_nothing(as_, people, flagged, action):
    ruling = flagged(action)
    moderation.undo(actor=people.sita, ruling=ruling)
    page = read(as_, people.bo)
    assert "The ruling that answered it was undone" in page
    assert "flag it again" in page
    assert Flag.objects.get().is_right is None
    assert "the ruling was undone" in read(as_, people.bo, "/record")
    assert reasons_counted.counts(ever()).flags_right == 0
    said = ruling.comment
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1))
    assert list(Flag.objects.order_by("pk").values_list("is_right", flat=True)) == [None, True]


def test_a_refused_appeal_changes_nothing(as_, people, flagged):
    appeal = appeals.appeal(actor=people.ada, ruling=flagged(), source="It was kind.")
    appeals.decide(actor=people.sita, appeal=appeal, grants=False, reasons="No.")
    assert Flag.objects.get().is_right is True
    assert "ruling that answered it" not in read(as_, people.bo)


def test_it_goes_by_mail_too_and_only_to_who_flagged(people, flagged, django_capture_on_commit_callbacks, as_):
    from parley.base import jobs

    ruling = flagged()
    moderation.undo(actor=people.sita, ruling=ruling)
    jobs.run_due()
    told = [each for each in mail.outbox if "answered anew" in each.subject]
    assert [each.to for each in told] == [["bo@parley.example"]]
    assert "answered anew" not in read(as_, people.ada)


def test_of_a_group_that_closed_nothing_is_told(as_, people, flagged):
    ruling = flagged()
    group = ruling.seed.group
    moderation.undo(actor=people.sita, ruling=ruling)
    group.visibility = "private"
    group.save()
    group.memberships.filter(person=people.bo).delete()
    page = read(as_, people.bo)
    assert "It was in a group that is closed to you now." in page
    assert "glacier" not in page
