"""Several people at once on one item, and a comment that five hundred cite."""

import time

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.appeals import services as appeals
from parley.appeals.models import Appeal
from parley.base.refusals import Refusal
from parley.deciding import services as deciding
from parley.moderation import casework, flagging
from parley.moderation import services as moderation
from parley.moderation.models import Case, Flag, Ruling
from parley.moderation.services import Choice
from parley.threads import services as threads
from parley.threads.models import Citation, Comment
from tests.houserules.slowness import slowness
from tests.web.test_discussion_at_once import in_threads
from tests.web.test_discussion_at_once import shared as shared  # noqa: PLC0414 -- a fixture

REMOVE = Choice(action="remove", line=1)


def tried(act):
    """What an act gave, or the code of its refusal."""

    def run():
        try:
            return act()
        except Refusal as refusal:
            return refusal.code

    return run


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_mods_on_one_case_give_exactly_one_ruling(people, comment, shared):
    said = comment()
    case = flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1)).case
    shared()
    acts = [
        tried(lambda mod=mod: deciding.decide(actor=mod, item=said, case=case, seen=case.version, choice=REMOVE))
        for mod in (people.mo, people.sita)
    ]
    results = in_threads(*acts)
    assert in_threads(Ruling.objects.count) == [1]
    assert sum(isinstance(each, Ruling) for each in results) == 1
    assert {each for each in results if isinstance(each, str)} <= {"ruled-already", "moved-on"}


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_flags_and_two_appeals_at_once_make_one_case_and_one_appeal(people, comment, shared):
    said, other = comment(), comment()
    ruling = deciding.decide(actor=people.mo, item=other, choice=REMOVE)
    shared()
    report = flagging.Report(line=1)
    in_threads(
        tried(lambda: flagging.flag(actor=people.bo, item=said, report=report)),
        tried(lambda: flagging.flag(actor=people.olga, item=said, report=report)),
        tried(lambda: appeals.appeal(actor=people.ada, ruling=ruling, source="No.")),
        tried(lambda: appeals.appeal(actor=people.ada, ruling=ruling, source="No!")),
    )
    counts = in_threads(lambda: (Flag.objects.count(), Case.objects.filter(comment=said).count(), Appeal.objects.count()))
    assert counts == [(2, 1, 1)]


@pytest.mark.django_db
def test_a_held_comment_is_released_once(people, seed):
    from django.utils import timezone

    from parley.texts import services as texts

    held = threads.hold(
        author=people.ada, seed=seed, parent=None, text=texts.write(author=people.ada, source="Hello."), cited=[], is_official=False,
        form_key=None, at=timezone.now(),
    )  # fmt: skip
    assert threads.release(held, at=timezone.now()) == threads.release(held, at=timezone.now())
    assert Comment.objects.count() == 1


@pytest.mark.django_db
def test_a_ruling_on_what_five_hundred_cite_is_as_quick_as_any(people, comment, cut):
    few, many = comment("A zorblax in the mud."), comment("A zorblax in the mud.")
    citing = comment("I cite.", by=people.bo)
    Citation.objects.bulk_create(
        Citation(comment=citing, place=place, cited=many, revision=many.text.current, start=0, end=9) for place in range(500)
    )
    asked, took = [], []
    for said in (few, many):
        with CaptureQueriesContext(connection) as counted:
            begun = time.perf_counter()
            ruling = cut(said, "zorblax")
            took.append(time.perf_counter() - begun)
        asked.append(len(counted))
        moderation.undo(actor=people.mo, ruling=ruling)
    assert abs(asked[0] - asked[1]) <= 1  # what is read for the first time once
    assert took[1] < 0.2 * slowness()
    print(f"a ruling with 500 citations: {took[1] * 1000:.0f} ms, {asked[1]} queries")  # noqa: T201 -- a figure


@pytest.mark.django_db
def test_flaggers_weigh_by_how_often_they_were_right_and_never_nothing(people, comment):
    for number in range(6):
        said = comment()
        flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
        case = Case.objects.get(comment=said)
        deciding.decide(actor=people.mo, item=said, case=case, choice=Choice(action="no-breach", line=1))
        assert case.weight == pytest.approx(1 / (number + 2), abs=1e-3)
    said = comment()
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    assert Case.objects.get(comment=said).weight > 0.1
    assert casework.route_open() == 0
