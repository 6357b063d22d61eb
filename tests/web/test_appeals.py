"""Appeals through the pages: who, until when, and what is left when the ruling goes meanwhile."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parley.appeals.models import Appeal
from parley.deciding import services as deciding
from parley.moderation import services as moderation
from parley.moderation.models import Case, Ruling
from parley.moderation.services import Choice
from tests.web.test_cases import field

pytestmark = pytest.mark.django_db


@pytest.fixture
def ruling(people, comment):
    return removed(people, comment("You genius."))


def removed(people, said, **choice):
    return deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1, **choice))


def appealed(as_, people, ruling, grounds="It was kind."):
    return as_(people.ada).post(f"{ruling.url}/appeal", {"grounds": grounds})


@pytest.mark.parametrize("who", ["bo", "new"])
def test_nobody_else_learns_that_there_is_a_statement(who, as_, people, ruling):
    browser = as_(getattr(people, who))
    answers = [
        browser.get(ruling.url),
        *(browser.post(f"{ruling.url}/{act}", {"grounds": "x"}) for act in ("appeal", "talk")),
    ]
    assert {each.status_code for each in answers} == {404}
    assert not Appeal.objects.exists()


def test_a_statement_is_kept_by_no_cache(as_, people, ruling):
    assert as_(people.ada).get(ruling.url).headers["Cache-Control"] == "private, no-store"


@pytest.mark.database
def test_an_appeal_is_made_once(as_, people, ruling):
    assert appealed(as_, people, ruling).status_code == 302
    assert appealed(as_, people, ruling, "Again.").status_code == 403
    assert Appeal.objects.count() == 1


@pytest.mark.database
def test_after_the_deadline_there_is_no_appeal_and_no_form(as_, people, ruling):
    Ruling.objects.update(appeal_until=timezone.now() - timedelta(minutes=1))
    assert f"{ruling.url}/appeal" not in as_(people.ada).get(ruling.url).content.decode()
    assert appealed(as_, people, ruling).status_code == 403
    assert not Appeal.objects.exists()


def test_who_ruled_does_not_open_the_appeal(as_, people, ruling):
    appealed(as_, people, ruling)
    case = Case.objects.get(contests=ruling)
    form = {"do": "refuse", "reasons": "I was right.", "version": case.version}
    assert {as_(people.mo).get(case.url).status_code, as_(people.mo).post(case.url, form).status_code} == {403}
    assert Appeal.objects.get().is_granted is None


def test_a_decision_without_reasons_keeps_the_appeal_open(as_, people, ruling):
    appealed(as_, people, ruling)
    case = Case.objects.get(contests=ruling)
    version = field(as_(people.sita).get(case.url), "version")
    answer = as_(people.sita).post(case.url, {"do": "refuse", "reasons": " ", "version": version})
    assert "Say in a sentence why" in answer.content.decode()
    assert Appeal.objects.get().is_granted is None


def test_who_is_suspended_can_appeal_and_ask_and_reads_the_record(as_, people, comment):
    last = [removed(people, comment(), ticket="breach") for _ in range(4)][-1]
    assert "suspended" in as_(people.ada).get("/record").content.decode()
    assert as_(people.ada).post(f"{last.url}/talk", {"text": "Which words?"}).status_code == 302
    assert appealed(as_, people, last).status_code == 302


@pytest.mark.database
def test_an_undone_ruling_leaves_no_appeal_to_decide(as_, people, ruling):
    appealed(as_, people, ruling)
    moderation.undo(actor=people.mo, ruling=ruling)
    case = Case.objects.get(contests=ruling)
    assert not case.is_open
    assert case.url not in as_(people.sita).get(f"{case.group.url}/cases").content.decode()
    assert "undone before the appeal was decided" in as_(people.ada).get(ruling.url).content.decode()
    assert ">undone<" in as_(people.ada).get("/record").content.decode()


@pytest.mark.database
def test_notices_and_the_record_ask_no_more_for_many_removals(as_, people, ruling, comment):
    counts = []
    for _ in range(2):
        for url in ("/notices", "/record"):
            as_(people.ada).get(url)
            with CaptureQueriesContext(connection) as counted:
                assert as_(people.ada).get(url).status_code == 200
            counts.append(len(counted))
        for _ in range(8):
            removed(people, comment())
    assert counts[:2] == counts[2:]


def test_deciding_an_appeal_leads_back_to_the_queue_one_came_from(as_, people, ruling):
    appealed(as_, people, ruling)
    case = Case.objects.get(contests=ruling)
    address = f"{case.url}?in=all&sort=appeals"
    page = as_(people.sita).get(address).content.decode()
    assert 'href="/cases?sort=appeals"' in page
    form = re.search(r'<form class="panel" method="post" action="([^"]+)"', page)[1]
    sent = {"do": "refuse", "reasons": "It was not.", "version": field(as_(people.sita).get(address), "version")}
    assert as_(people.sita).post(unescape(form), sent).url == "/cases?sort=appeals"
