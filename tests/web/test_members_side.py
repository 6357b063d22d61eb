"""What a member sees of what was done to him: notices, statements, and his record, at the same cost however much there is."""

import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from parley.appeals import services as appeals
from parley.base.jobs import run_due
from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.groups.models import Group, Membership
from parley.inbox.models import Notice
from parley.moderation import flagging
from parley.moderation.models import Case
from parley.moderation.services import Choice
from tests.budgets import QUERIES

pytestmark = pytest.mark.django_db
WORDS = "You always fall for it, you genius idiot."


def ruled(people, said, **choice):
    cut = {"action": "redact", "spans": [(0, 3), (4, 10)], "line": 1, "ticket": "taunting"}
    return deciding.decide(actor=people.mo, item=said, choice=Choice(**cut | choice))


def test_a_mail_about_a_ruling_goes_also_when_its_notice_was_read(people, comment, as_, mailoutbox):
    ruled(people, comment(WORDS))
    flagging.flag(actor=people.bo, item=comment(), report=flagging.Report(line=1))
    notice = Notice.objects.get(person=people.ada)
    assert as_(people.ada).get(f"/notices/{notice.pk}").status_code == 302
    run_due()
    assert [mail.to for mail in mailoutbox] == [["ada@parley.example"]]


def test_notices_stand_by_day_and_do_not_say_their_title_twice(people, comment, as_):
    ruling = ruled(people, comment(WORDS))
    page = unescape(as_(people.ada).get("/notices").content.decode())
    assert re.search(r'<h2 class="section"><time datetime="\d{4}-\d\d-\d\d">', page)
    assert page.count(f"Words cut: {ruling.entry.subject}") == 1
    assert "The words: “You”, “always”." in page
    assert "Rule 1: “Taunting" in page


@pytest.mark.parametrize(("name", "path"), [("notices", "/notices"), ("record", "/record"), ("statement", None)])
def test_more_rulings_cost_no_more_queries(name, path, people, comment, as_, group_with, seed_with):
    ada, asked = as_(people.ada), []
    for size in (1, 12):
        for _ in range(size):
            ruling = ruled(people, comment(WORDS, on=seed_with(group=group_with())))
            ada.post(f"{ruling.url}/talk", {"text": "Which words?"})
            flagging.flag(actor=people.ada, item=comment(by=people.bo, on=ruling.seed), report=flagging.Report(line=1))
        with CaptureQueriesContext(connection) as counted:
            assert ada.get(path or ruling.url).status_code == 200
        asked.append(len(counted))
    assert asked[1] <= asked[0] <= QUERIES[name][1]


def test_an_appeal_that_is_refused_keeps_what_was_typed(people, comment, as_):
    ruling = ruled(people, comment(WORDS))
    ada = as_(people.ada)
    assert ada.post(f"{ruling.url}/appeal", {"grounds": "It was kind."}).status_code == 302
    again = ada.post(f"{ruling.url}/appeal", {"grounds": "And one more thing."})
    assert again.status_code == 403
    assert "And one more thing." in again.content.decode()


@pytest.mark.database
def test_who_was_put_out_of_a_private_group_reads_on_why_and_nothing_else(people, comment, as_, seed):
    ruling = ruled(people, comment(WORDS, on=seed))
    Group.objects.filter(pk=seed.group_id).update(visibility="private")
    Membership.objects.filter(group=seed.group, person=people.ada).delete()
    ada = as_(people.ada)
    page = ada.get(ruling.url).content.decode()
    assert "Rule 1:" in page
    assert "“You”, “always”" in page
    for path in (seed.url, ruling.comment.url, ruling.entry.address_of_entry, seed.group.url):
        assert f'href="{path}"' not in page
        assert ada.get(path).status_code == 404
    assert ada.post(f"{ruling.url}/talk", {"text": "Why?"}).status_code == 302
    assert ada.post(f"{ruling.url}/appeal", {"grounds": "It was kind."}).status_code == 302
    assert ada.get(ruling.url).status_code == 200
    assert as_(people.bo).get(ruling.url).status_code == 404


def test_ones_questions_stand_on_the_record_with_who_wrote_last(people, comment, as_):
    ruling = ruled(people, comment(WORDS))
    ada = as_(people.ada)
    ada.post(f"{ruling.url}/talk", {"text": "Which words?"})
    assert "waits for an answer" in ada.get("/record").content.decode()
    as_(people.mo).post(f"{ruling.url}/talk", {"text": "The first two."})
    assert "a mod wrote last" in ada.get("/record").content.decode()


def test_who_decides_an_appeal_sees_the_place_the_steps_before_and_the_talk(people, comment, as_, seed):
    above = comment("The gauges were right.", by=people.bo, on=seed)
    said = comment(WORDS, to=above)
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    case = Case.objects.get(comment=said)
    as_(people.mo).get(case.url)
    ruling = deciding.decide(actor=people.mo, item=said, case=case, choice=Choice(action="remove", line=1))
    as_(people.ada).post(f"{ruling.url}/talk", {"text": "Which words?"})
    as_(people.ada).post(f"{ruling.url}/appeal", {"grounds": "It was kind."})
    page = as_(people.sita).get(Case.objects.get(contests=ruling).url).content.decode()
    steps = ("mo</bdi> took it", "mo</bdi> ruled", "ada</bdi> appealed")
    for piece in (*steps, "The gauges were right.", "genius idiot", f"{ruling.url}#talk"):
        assert piece in page


def test_roles_in_groups_do_not_matter_for_ones_own_record(people, comment, as_, seed):
    ruled(people, comment(WORDS, on=seed))
    groups.set_role(actor=people.olga, group=seed.group, person=people.ada, role=None)
    assert "1 of 32 points" in as_(people.ada).get("/record").content.decode()


def test_the_statement_says_how_to_object_shows_the_appeal_and_names_no_mod(people, comment, as_):
    ruling = ruled(people, comment(WORDS))
    ada = as_(people.ada)
    assert "certified body for out-of-court settlement" in ada.get(ruling.url).content.decode()
    as_(people.mo).post(f"{ruling.url}/talk", {"text": "The first two words."})
    ada.post(f"{ruling.url}/appeal", {"grounds": "It was kind."})
    page = ada.get(ruling.url).content.decode()
    assert "It was kind." in page
    assert "The first two words." in page
    assert not re.search(r"\bmo\b", re.sub(r"<[^>]*>", " ", page.partition("<main")[2]))
    assert "<bdi>mo</bdi>" in as_(people.mo).get(ruling.url).content.decode().partition("<main")[2]
    appeals.decide(actor=people.sita, appeal=ruling.appeal, grants=True, reasons="It was.")
    page = ada.get(ruling.url).content.decode()
    assert "1 point" not in page
    assert "out-of-court" not in page


def test_of_a_group_that_is_closed_to_him_now_a_flagger_learns_nothing_more(people, comment, as_, seed):
    said = comment(WORDS, on=seed)
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    Group.objects.filter(pk=seed.group_id).update(visibility="private")
    Membership.objects.filter(group=seed.group, person=people.bo).delete()
    deciding.decide(actor=people.mo, item=said, case=Case.objects.get(), choice=Choice(action="remove", line=1))
    for path in ("/record", "/notices"):
        page = as_(people.bo).get(path).content.decode()
        assert "closed to you now" in page
        assert seed.headline not in page
        assert "agreed" not in page
