"""Who may give an opinion on a case, release what waits, and read a record (R4): every role, each refusal with its reason."""

from html import unescape
from types import SimpleNamespace

import pytest
from django.db import transaction

from houserules import Keeping, read
from parley.appeals import services as appeals
from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.moderation import casework, flagging
from parley.moderation.models import Case
from parley.moderation.penalties import Term
from parley.moderation.services import Choice
from parley.people.services import create_person
from parley.rulebooks import services as rulebooks
from parley.threads.models import Comment, Held
from tests.moderation.test_roles import stored

pytestmark = pytest.mark.django_db
OTHERS = dict.fromkeys(("seeder", "vic", "fay"), "member") | {"rita": "mod", "max": "mod"}


@pytest.fixture
def world(as_, people, group_with, seed_with, comment):
    """mo asks for an opinion on a flagged comment of ada's, another of hers waits, and she appeals against a ruling of max's; rita
    takes part, and vic is suspended.
    """
    made = {name: create_person(username=name, email=f"{name}@parley.example", password="correct horse") for name in OTHERS}
    group = group_with(rules=None)
    for name, role in OTHERS.items():
        groups.set_role(actor=people.olga, group=group, person=made[name], role=role)
    book = read("Taunting may be removed.\n\nNo talk of the mayor.").all_confirmed()
    held = {clause.key: Keeping.HOLD for clause in book.lines[-1].clauses}
    rulebooks.publish(actor=people.olga, group=group, book=book.with_keeping(held), after=0)
    seed = seed_with(group=group, by=made["seeder"])
    said, contested, loud = (
        comment("You genius.", on=seed), comment("You other genius.", on=seed), comment("I was loud.", by=made["vic"], on=seed),
    )  # fmt: skip
    comment("I speak as a member.", by=made["rita"], on=seed)
    as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "The mayor sails.", "anyway": "1"})
    flagging.flag(actor=made["fay"], item=said, report=flagging.Report(line=1))
    case = Case.objects.get(comment=said)
    casework.ask_second(actor=people.mo, case=case)
    ruling = deciding.decide(actor=made["max"], item=contested, choice=Choice(action="remove", line=1, ticket="breach"))
    appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="It was kind.")
    suspended = Choice(action="remove", line=1, term=Term(scope="group", days=9))
    deciding.decide(actor=made["max"], item=loud, choice=suspended)
    return SimpleNamespace(
        seed=seed, case=case, appeal=appeal, waiting=Case.objects.get(held=Held.objects.get()),
        who={
            "reader": None, "outside": people.new, "member": people.bo, "author": people.ada, "seeder": made["seeder"],
            "suspended": made["vic"], "flagger": made["fay"], "recused": made["rita"], "asker": people.mo, "ruler": made["max"],
            "owner": people.olga, "site_mod": people.sita,
        },
    )  # fmt: skip


def decided(world, what):
    return {"do": "decide", "what": what, "line": "2", "revision": str(world.waiting.held.text.current_id)}


ACTS = {
    "agree": lambda w: ("POST", w.case.url, {"do": "agree"}),
    "doubt": lambda w: ("POST", w.case.url, {"do": "doubt"}),
    "release": lambda w: ("POST", w.waiting.url, decided(w, "no-breach")),
    "remove what waits": lambda w: ("POST", w.waiting.url, decided(w, "remove")),
    "read what waits": lambda w: ("GET", w.waiting.held.url, {}),
    "an opinion on an appeal": lambda w: ("POST", w.appeal.case.url, {"do": "agree"}),
}
OK = (302, "")
SIGN_IN = (403, "Sign in")
GONE = (404, "There is nothing here")
RECUSED = (403, "You commented in this discussion as a member")
FREE = ("owner", "site_mod")
NO_MODS = {"reader": SIGN_IN} | dict.fromkeys(("outside", "member", "author", "seeder", "suspended", "flagger"), GONE)
NOT_ASKED = (422, "Nobody asked for another opinion here.")
OPINION = {**NO_MODS, "recused": RECUSED, "asker": NOT_ASKED, **dict.fromkeys(("ruler", *FREE), OK)}
RELEASE = {**NO_MODS, "recused": RECUSED, **dict.fromkeys(("asker", "ruler", *FREE), OK)}
UNSAID = dict.fromkeys(("asker", *FREE), (409, "Choose whether the appeal is granted."))
TABLE = {
    "agree": OPINION,
    "doubt": OPINION,
    "release": RELEASE,
    "remove what waits": RELEASE,
    "read what waits": {**dict.fromkeys(RELEASE, GONE), "reader": OK, "author": (200, "The mayor sails.")},
    "an opinion on an appeal": {**NO_MODS, "recused": RECUSED, "ruler": (403, "You had a part in the ruling"), **UNSAID},
}
"""Act: for each role status and what the page says. On an appeal nobody is asked an opinion; a reader is led to the sign-in."""


@pytest.mark.parametrize("act", ACTS)
def test_each_role_may_or_is_told_why_not(act, world, as_):
    method, url, sent = ACTS[act](world)
    before = stored()
    assert set(TABLE[act]) == set(world.who)
    for role, (status, words) in TABLE[act].items():
        browser, place = as_(world.who[role]), transaction.savepoint()
        answer = browser.get(url) if method == "GET" else browser.post(url, sent)
        page = unescape(answer.content.decode())
        assert (answer.status_code, words in page) == (status, True), (role, page)
        assert (stored() != before) == (method == "POST" and status == 302), role
        transaction.savepoint_rollback(place)


def test_what_is_released_is_posted_under_the_next_number(world, as_, people):
    _, url, sent = ACTS["release"](world)
    count = Comment.objects.filter(seed=world.seed).count()
    assert b"The mayor sails." not in as_(None).get(world.seed.url).content
    assert as_(people.mo).post(url, sent).status_code == 302
    assert b"The mayor sails." in as_(None).get(world.seed.url).content
    assert Comment.objects.filter(seed=world.seed).count() == count + 1


def test_nobody_else_reads_somebodys_record(world, as_, people):
    """There is one address for one's own; on the page of a person it stands for nobody, and in a case only of its own group."""
    assert "8 of 32 points" in as_(people.ada).get("/record").content.decode()
    for role, who in world.who.items():
        assert "of 32 points" not in as_(who).get("/m/ada").content.decode(), role
        if role not in {"reader", "author"}:
            assert "8 of 32 points" not in as_(who).get("/record").content.decode(), role
    assert "8 of 32 points" in as_(people.olga).get(world.case.url).content.decode()
