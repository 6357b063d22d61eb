"""From a flag to a ruling, its statement, an appeal, and back, through the pages."""

import re
from datetime import timedelta
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from parley.base.refusals import Conflict
from parley.deciding import services as deciding
from parley.inbox.models import Notice
from parley.moderation import casework, flagging
from parley.moderation.models import Case, Ruling
from parley.moderation.services import Choice
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
WORDS = "You always fall for it, you genius idiot. Have a read."


def field(answer, name):
    return re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())[1]


def flagged(as_, who, comment, **sent):
    return as_(who).post(f"{comment.url}/flag", {"line": "1", "words": "genius idiot", **sent})


def decided(as_, who, url, **sent):
    shown = as_(who).get(url)
    form = {
        "do": "decide",
        "version": field(shown, "version"),
        "revision": field(shown, "revision"),
        "line": "1",
        "what": "redact",
    }
    return as_(who).post(url, form | sent)


@pytest.fixture
def said(comment):
    return comment(WORDS)


@pytest.fixture
def case(as_, people, said):
    flagged(as_, people.bo, said)
    return Case.objects.get()


@pytest.mark.database
def test_a_flag_becomes_a_cut_with_reasons_and_an_appeal_brings_the_words_back(as_, people, seed, said):
    before = as_(None).get(seed.url).content
    assert flagged(as_, people.bo, said).url == said.url
    assert b"flagged by you" in as_(people.bo).get(seed.url).content
    assert b"flagged" not in as_(None).get(seed.url).content
    queue = as_(people.mo).get(f"{seed.group.url}/cases").content.decode()
    assert "Rule 1: Taunting" in queue
    case = Case.objects.get()
    shown = as_(people.mo).get(case.url).content.decode()
    assert re.search(r'value="31-37" checked|value="\d+-\d+" checked', shown)
    assert "bo" not in re.findall(r"<bdi>(\w+)</bdi>", shown)
    spans = re.findall(r'name="cut" value="([\d-]+)" checked', shown)
    answer = decided(as_, people.mo, case.url, cut=spans, ticket="breach", note="About a person.")
    assert answer.url == f"{seed.group.url}/cases"
    assert b"genius" not in as_(None).get(seed.url).content
    ruling = Ruling.objects.get()
    statement = as_(people.ada).get(ruling.url).content.decode()
    for piece in ("genius idiot", "Rule 1", "group mod", "It was flagged", "8 points", "You can appeal once"):
        assert piece in statement
    assert as_(people.bo).get(ruling.url).status_code == 404
    assert "8 of 32 points" in as_(people.ada).get("/record").content.decode()
    assert "a mod has ruled" in as_(people.bo).get(seed.url).content.decode()
    assert "A mod agreed" in as_(people.bo).get("/notices").content.decode()

    assert as_(people.ada).post(f"{ruling.url}/talk", {"text": "Which words?"}).status_code == 302
    assert "Which words?" in as_(people.mo).get(ruling.url).content.decode()
    assert as_(people.ada).post(f"{ruling.url}/appeal", {"grounds": "It was kind."}).url == ruling.url
    appeal = Case.objects.get(contests=ruling)
    assert as_(people.mo).get(appeal.url).status_code == 403
    shown = as_(people.sita).get(appeal.url)
    assert b"It was kind." in shown.content
    sent = {"do": "grant", "reasons": "It was meant kindly.", "version": field(shown, "version")}
    assert as_(people.sita).post(appeal.url, sent).status_code == 302
    assert as_(None).get(seed.url).content == before
    assert "8 of 32 points" not in as_(people.ada).get("/record").content.decode()
    assert "It was meant kindly." in as_(people.ada).get(ruling.url).content.decode()
    assert "was granted" in as_(people.ada).get("/notices").content.decode()


@pytest.mark.database
def test_the_second_of_two_mods_learns_what_the_first_did(as_, people, group, case, said):
    from parley.groups import services as groups

    groups.set_role(actor=people.olga, group=case.group, person=people.new, role="mod")
    shown = as_(people.mo).get(case.url)
    other = as_(people.new).get(case.url).content.decode()
    assert "mo has this case until" in other
    Case.objects.update(claimed_until=timezone.now() - timedelta(minutes=1))
    again = as_(people.new).get(case.url)
    assert decided(as_, people.new, case.url, what="no-breach").status_code == 302
    sent = {
        "do": "decide",
        "version": field(shown, "version"),
        "revision": field(shown, "revision"),
        "line": "1",
        "what": "remove",
    }
    late = as_(people.mo).post(case.url, sent)
    assert late.status_code == 409
    assert "new ruled" in late.content.decode()
    assert Ruling.objects.count() == 1
    assert again.status_code == 200


@pytest.mark.database
def test_a_decision_on_an_older_state_is_refused_and_keeps_what_was_typed(as_, people, case):
    shown = as_(people.mo).get(case.url)
    casework.leave_note(actor=people.mo, case=case, note="Seen.")
    sent = {
        "do": "decide",
        "version": field(shown, "version"),
        "revision": field(shown, "revision"),
        "line": "2",
        "what": "remove",
        "note": "Kept.",
    }
    answer = as_(people.mo).post(case.url, sent)
    assert answer.status_code == 409
    assert "mo left a note" in answer.content.decode()
    assert "Kept." in answer.content.decode()
    assert not Ruling.objects.exists()


@pytest.mark.parametrize(
    "sent",
    [
        {"line": "99"},
        {"line": ""},
        {"what": "vanish"},
        {"what": "redact", "cut": []},
        {"what": "remove", "ticket": "gold"},
        {"what": "remove", "scope": "group", "days": "many"},
        {"what": "remove", "scope": "group"},
        {"what": "remove", "scope": "moon", "days": "3"},
        {"what": "no-breach", "ticket": "breach"},
        {"what": "remove", "note": "x" * 400},
        {"what": "remove", "note": "He wrote: You always fall for it"},
    ],
)
def test_bad_decisions_get_a_sentence_and_change_nothing(as_, people, case, said, sent):
    answer = decided(as_, people.mo, case.url, **sent)
    assert answer.status_code == 422
    assert b"Not sent yet" in answer.content
    assert not Ruling.objects.exists()
    assert b"genius" in as_(None).get(said.seed.url).content


def test_who_may_see_a_case(as_, people, case):
    assert as_(None).get(case.url).status_code == 302
    assert as_(people.ada).get(case.url).status_code == 404
    assert as_(people.bo).get(case.url).status_code == 404
    assert as_(people.olga).get(case.url).status_code == 403  # she seeded it
    assert as_(people.sita).get(case.url).status_code == 200
    assert as_(people.bo).get("/cases").status_code == 403
    assert as_(people.bo).get(f"{case.group.url}/cases").status_code == 403


def test_with_nobody_of_the_group_free_a_case_goes_to_the_sites_mods(as_, people, said, comment):
    comment("I think so too.", by=people.mo)
    flagged(as_, people.bo, said)
    assert Case.objects.get().is_sent_up
    assert "genius" in as_(people.sita).get("/cases").content.decode()
    assert "genius" not in as_(people.mo).get(f"{said.seed.group.url}/cases").content.decode()


def test_a_case_is_handed_on_and_a_second_opinion_is_given(as_, people, case):
    as_(people.mo).get(case.url)
    assert as_(people.mo).post(case.url, {"do": "hand", "to": "sita", "note": "Yours?"}).status_code == 302
    assert "handed to you" in as_(people.sita).get("/notices").content.decode()
    as_(people.sita).get(case.url)
    as_(people.sita).post(case.url, {"do": "second"})
    as_(people.mo).get(case.url)
    assert as_(people.mo).post(case.url, {"do": "agree"}).status_code == 302
    case.refresh_from_db()
    assert (case.seconded_by, case.handed_to) == (people.mo, people.sita)


def test_a_mod_who_was_overruled_needs_a_second(as_, people, said, comment, case):
    from parley.appeals import services as appeals
    from parley.base.refusals import NotAllowed

    remove = Choice(action="remove", line=1)
    ruling = deciding.decide(actor=people.mo, item=said, choice=remove)
    made = appeals.appeal(actor=people.ada, ruling=ruling, source="No.")
    appeals.decide(actor=people.sita, appeal=made, grants=True, reasons="Right.")
    later = comment("Another one, genius.")
    with pytest.raises(NotAllowed, match="Another mod has to agree"):
        deciding.decide(actor=people.mo, item=later, choice=remove)
    deciding.decide(actor=people.mo, item=later, choice=Choice(action="no-breach", line=1))
    third = comment("And a third, genius.")
    flagging.flag(actor=people.bo, item=third, report=flagging.Report(line=1))
    open_ = Case.objects.get(comment=third)
    casework.ask_second(actor=people.mo, case=open_)
    casework.give_opinion(actor=people.sita, case=open_, agrees=True)
    deciding.decide(actor=people.mo, item=third, choice=remove)


@pytest.mark.database
def test_points_suspend_and_a_granted_appeal_restores_standing(as_, people, seed, comment):
    from parley.appeals import services as appeals

    rulings = [
        deciding.decide(actor=people.mo, item=comment(), choice=Choice(action="remove", line=1, ticket="breach"))
        for _ in range(4)
    ]
    assert "until" in as_(people.ada).get("/record").content.decode()
    assert b"You are suspended here until" in as_(people.ada).get(seed.url).content
    refused = as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Hello again.", "anyway": "1"})
    assert refused.status_code == 403
    assert b"suspended" in refused.content
    made = appeals.appeal(actor=people.ada, ruling=rulings[0], source="That one was fine.")
    appeals.decide(actor=people.sita, appeal=made, grants=True, reasons="It was.")
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Hello again.", "anyway": "1"}).status_code == 302


def test_who_is_removed_until_he_agrees_returns_by_agreeing(as_, people, seed, said):
    from parley.moderation.penalties import Term

    term = Term(scope="group", days=None, agreement="I answer the argument, not the person.")
    deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1, term=term))
    record = as_(people.ada).get("/record").content.decode()
    assert "I answer the argument" in record
    assert as_(people.bo).post(re.search(r"/record/agree/\d+", record)[0]).status_code == 404
    assert as_(people.ada).post(re.search(r"/record/agree/\d+", record)[0]).status_code == 302
    assert as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Hello again.", "anyway": "1"}).status_code == 302


@pytest.mark.database
def test_only_one_of_two_rulings_on_a_case_is_given(people, case, said):
    seen = casework.claim(actor=people.mo, case=case).version
    choice = Choice(action="remove", line=1)
    deciding.decide(actor=people.mo, item=said, case=case, seen=seen, choice=choice)
    with pytest.raises(Conflict, match="mo ruled"):
        deciding.decide(actor=people.sita, item=said, case=case, seen=seen, choice=choice)


@pytest.mark.database
def test_queue_and_case_do_not_ask_more_when_there_are_many(as_, people, seed, said, case, comment):
    group = seed.group
    others = [comment(f"Tiltmeter number {number}.") for number in range(60)]
    asked = []
    for size in (1, 10_000):
        counts = []
        for url in (f"{group.url}/cases", case.url):
            as_(people.mo).get(url)
            with CaptureQueriesContext(connection) as counted:
                assert as_(people.mo).get(url).status_code == 200
            counts.append(len(counted))
        asked.append(counts)
        if size > 1:
            break
        now = timezone.now()
        Case.objects.bulk_create(
            Case(group=group, seed=seed, comment=each, opened_at=now, weight=0.1) for each in others
        )
        Case.objects.bulk_create(
            Case(group=group, seed=seed, comment=others[0], opened_at=now, is_open=False, closed_at=now)
            for _ in range(10_000)
        )
    assert asked[1][0] <= asked[0][0] <= QUERIES["cases"][1]
    assert asked[1][1] <= asked[0][1] <= QUERIES["case"][1]
    assert Notice.objects.count() == 0


def test_who_is_mod_no_more_reads_no_statement_any_more(as_, people, said):
    from parley.groups import services as groups

    ruling = deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1))
    assert as_(people.mo).get(ruling.url).status_code == 200
    groups.set_role(actor=people.olga, group=said.seed.group, person=people.mo, role="member")
    assert as_(people.mo).get(ruling.url).status_code == 404


def test_the_log_says_what_a_ruling_rests_on_and_its_evidence(as_, people, said):
    ruling = deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1, evidence="https://check.example/1"))
    shown = as_(None).get(f"/log/{ruling.entry_id}").content.decode()
    assert "rule judged by a person" in shown
    assert "https://check.example/1" in shown


def test_deciding_leads_to_the_next_case_of_the_queue_one_came_from(as_, people, comment):
    said = [comment(f"{WORDS} {n}") for n in range(3)]
    for one in said:
        flagged(as_, people.bo, one)
    mo = as_(people.mo)
    queue = mo.get("/cases?sort=flags&line=1").content.decode()
    first, second, _ = re.findall(r'<a href="(/cases/\d+\?[^"]+)"', queue)
    assert "in=all&amp;sort=flags&amp;line=1" in first
    answer = decided(as_, people.mo, unescape(first), what="no-breach")
    assert answer.url == unescape(second)
    shown = mo.get(answer.url).content.decode()
    assert 'href="/cases?sort=flags&amp;line=1"' in shown
    let_go = mo.post(answer.url, {"do": "let-go"})
    assert let_go.url == "/cases?sort=flags&line=1"


def test_nobody_keeps_a_page_that_says_why_one_does_not_rule(as_, people, case, comment):
    comment("I say so too.", by=people.mo)
    answer = as_(people.mo).get(case.url)
    assert (answer.status_code, answer.headers["Cache-Control"]) == (403, "private, no-store")
