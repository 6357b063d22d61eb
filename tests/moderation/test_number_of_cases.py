"""The number beside *Cases* counts what this mod may decide, and asks once."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.appeals import services as appeals
from parley.deciding.services import decide
from parley.groups.models import Membership
from parley.moderation import case_queries, casework, flagging
from parley.moderation.models import Case
from parley.moderation.services import Choice
from parley.people.models import Person
from parley.votes.services import set_vote

pytestmark = pytest.mark.django_db


def flagged(item, by):
    flagging.flag(actor=by, item=item, report=flagging.Report(line=1))
    return item


@pytest.fixture
def place(group_with):
    return group_with()


@pytest.fixture
def waiting(people, place, seed_with, comment):
    """A case in a discussion of its own, on a comment or on its seed."""

    def make(*, by=None, on_seed=False, **more):
        seed = seed_with(group=place, by=people.new)
        item = seed if on_seed else comment(by=by, on=seed, **more)
        return flagged(item, people.bo)

    return make


@pytest.fixture(autouse=True)
def _new_joined(people, place):
    Membership.objects.create(group=place, person=people.new)
    people.new.forget_places()


def number(as_, person) -> int:
    found = re.search(r'Cases(?: <span class="count">(\d+)</span>)?</a>', as_(person).get("/notices").content.decode())
    return int(found[1] or 0)


def queued(person) -> int:
    return len(case_queries.queue_for(Person.objects.get(pk=person.pk), case_queries.Wanted()).cases)


PARTS = {
    "took part": lambda mo, item, comment: comment("I speak too.", by=mo, on=item.seed),
    "flagged": lambda mo, item, _: flagged(item, mo),
    "voted": lambda mo, item, _: set_vote(actor=mo, item=item, voted=True),
    "voted, taken back": lambda mo, item, _: [set_vote(actor=mo, item=item, voted=on) for on in (True, False)],
}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.database
def test_a_part_in_one_takes_it_off(as_, people, waiting, comment, part):
    waiting()
    item = waiting()
    assert number(as_, people.mo) == queued(people.mo) == 2
    PARTS[part](people.mo, item, comment)
    assert number(as_, people.mo) == queued(people.mo) == 1
    assert number(as_, people.olga) == queued(people.olga) == 2


def test_so_does_a_vote_for_what_it_answers_or_for_the_seed(as_, people, waiting, comment, place, seed_with):
    seed = seed_with(group=place, by=people.new)
    first = comment(on=seed)
    flagged(comment(by=people.new, to=first), people.bo)
    on_seed = waiting(on_seed=True)
    flagged(comment(on=on_seed), people.bo)
    assert number(as_, people.mo) == queued(people.mo) == 3
    set_vote(actor=people.mo, item=first, voted=True)
    assert number(as_, people.mo) == queued(people.mo) == 2
    set_vote(actor=people.mo, item=on_seed, voted=True)
    assert number(as_, people.mo) == queued(people.mo) == 1


def test_ones_own_ones_own_seeds_and_what_cites_one(as_, people, waiting, comment, place, seed_with):
    mine = waiting(by=people.mo)
    flagged(comment(on=seed_with(group=place, by=people.mo)), people.bo)
    seed = seed_with(group=place, by=people.new)
    official = comment("Stay calm, all of you.", by=people.mo, on=seed, official=True)
    flagged(comment("Calm?", on=seed, quotes=[(official.pk, "Stay calm")]), people.bo)
    assert Case.objects.filter(is_open=True).count() == 3
    assert mine.author == people.mo
    assert number(as_, people.mo) == queued(people.mo) == 0


def test_appeals_against_ones_own_rulings_and_those_one_had_an_opinion_on(as_, people, waiting):
    said = waiting()
    case = Case.objects.get()
    casework.leave_note(actor=people.olga, case=case, note="Hm.")
    ruling = decide(actor=people.mo, item=said, case=Case.objects.get(), choice=Choice(action="remove", line=1))
    appeals.appeal(actor=people.ada, ruling=ruling, source="It was kind.")
    for person in (people.mo, people.olga):
        assert number(as_, person) == queued(person) == 0
    assert number(as_, people.sita) == queued(people.sita) == 1


def test_the_only_one_who_could_decide_sees_all(as_, people, waiting, comment, place):
    item = waiting()
    comment("I speak too.", by=people.mo, on=item.seed)
    assert number(as_, people.mo) == 0
    Membership.objects.filter(group=place, person=people.olga).update(role="member")
    Person.objects.filter(pk=people.sita.pk).update(site_role="member")
    assert number(as_, people.mo) == queued(people.mo) == 1


def test_one_query_for_any_number(people, waiting):
    for count in (1, 4):
        for _ in range(count):
            waiting()
        mo = Person.objects.get(pk=people.mo.pk)
        assert mo.group_roles
        with CaptureQueriesContext(connection) as counted:
            case_queries.open_cases_for(mo)
        assert len(counted) == 1
