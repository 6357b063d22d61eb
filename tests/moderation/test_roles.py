"""Who may do what (R4): every act of moderation by every role, each refusal with its status and its reason, and without a trace."""

import re
from html import escape, unescape
from types import SimpleNamespace

import pytest
from django.apps import apps
from django.db import connection, transaction
from django.urls import resolve

from parley.appeals import services as appeals
from parley.base.keys.shelf import WATCH
from parley.deciding import services as deciding
from parley.groups import services as groups
from parley.groups.models import Group
from parley.moderation import casework, flagging, mass
from parley.moderation.models import Case
from parley.moderation.penalties import Term
from parley.moderation.services import Choice
from parley.people.services import create_person
from parley.votes.services import set_vote
from tests.doors import addresses

pytestmark = pytest.mark.django_db
ROLES = ("reader", "member", "author", "seeder", "suspended", "mod", "recused", "owner", "site_mod")
WORDS = "You always fall for it, you genius idiot. Have a read."
STORED = ("moderation", "appeals", "ledger", "texts", "threads", "votes", "groups", "inbox", "seeds", "rulebooks")
"""Apps in which a refused act may change nothing."""


@pytest.fixture
def world(people, group_with, seed_with, comment):
    """One discussion in which something of every sort waits; `max` ruled before, and `fay` flagged."""
    made = {
        name: create_person(username=name, email=f"{name}@parley.example", password="correct horse")
        for name in ("seeder", "rita", "vic", "max", "fay")
    }
    group = group_with(rules="Taunting may be removed.\n\nStay on the topic of the article.\n\nNo astrology.")
    for name, role in {"seeder": "member", "vic": "member", "fay": "member", "rita": "mod", "max": "mod"}.items():
        groups.set_role(actor=people.olga, group=group, person=made[name], role=role)
    seed = seed_with(group=group, by=made["seeder"])
    said, ruled, contested, hidden = (comment(f"{WORDS} {n}", on=seed) for n in range(4))
    comment("I speak as a member.", by=made["rita"], on=seed)
    flagging.flag(actor=made["fay"], item=said, report=flagging.Report(line=1))
    flagging.flag(actor=made["fay"], item=seed, report=flagging.Report(line=1))
    flagging.flag(actor=made["seeder"], item=hidden, report=flagging.Report(line=2, hides=True))
    cut = Choice(action="redact", line=1, spans=[(0, 3)], ticket="breach")
    ruling = deciding.decide(actor=made["max"], item=ruled, choice=cut)
    other = deciding.decide(actor=made["max"], item=contested, choice=cut)
    appeal = appeals.appeal(actor=people.ada, ruling=other, source="It was kind.")
    loud = comment("I was loud before.", by=made["vic"], on=seed)
    deciding.decide(actor=made["max"], item=loud, choice=Choice(action="remove", line=1, term=Term(scope="group", days=9)))
    case = Case.objects.get(comment=said)
    many = [comment(f"{WORDS} Again, {n}.", on=seed) for n in range(2)]
    decision = mass.Decision(wanted=mass.Wanted(about=many[0], line=1), items={each.pk: each.text.current_id for each in many})
    act = mass.remove_all(actor=made["max"], decision=decision).act
    return SimpleNamespace(
        group=group, seed=seed, said=said, ruled=ruled, hidden=hidden, case=case, ruling=ruling, appeal=appeal,
        act=act, part=act.rulings.first().pk, seed_case=Case.objects.get(comment=None, seed=seed),
        who={
            "reader": None, "member": people.bo, "author": people.ada, "seeder": made["seeder"], "suspended": made["vic"],
            "mod": people.mo, "recused": made["rita"], "owner": people.olga, "site_mod": people.sita,
        },
    )  # fmt: skip


def decide(world, **more):
    return {"do": "decide", "line": "1", "what": "remove", "revision": str(world.said.text.current_id), **more}


def many(world):
    return {"reach": "seed", "line": "1", "item": [f"{world.said.pk}-{world.said.text.current_id}"], "note": "Seen."}


ACTS = {
    "see the queue": lambda w: ("GET", f"{w.group.url}/cases", {}),
    "see a case": lambda w: ("GET", w.case.url, {}),
    "see an appeal": lambda w: ("GET", w.appeal.case.url, {}),
    "see the cut page": lambda w: ("GET", f"{w.ruled.url}/cut", {}),
    "see the statement": lambda w: ("GET", w.ruling.url, {}),
    "fetch the receipt": lambda w: ("GET", f"{w.ruling.url}/receipt", {}),
    "see the scale": lambda w: ("GET", f"{w.group.url}/scale", {}),
    "see the site's scale": lambda _: ("GET", "/scale", {}),
    "see the report": lambda w: ("GET", f"{w.group.url}/report", {}),
    "see the site's report": lambda _: ("GET", "/report", {}),
    "see one's own record": lambda _: ("GET", "/record", {}),
    "flag a comment": lambda w: ("POST", f"{w.said.url}/flag", {"line": "1"}),
    "flag a seed": lambda w: ("POST", f"/s/{w.seed.pk}/flag", {"line": "1"}),
    "hide a comment": lambda w: ("POST", f"{w.said.url}/flag", {"line": "2", "hides": "on"}),
    "show it again": lambda w: ("POST", f"{w.hidden.url}/show", {}),
    "no breach": lambda w: ("POST", w.case.url, decide(w, what="no-breach")),
    "redact": lambda w: ("POST", w.case.url, decide(w, what="redact", cut=["0-3"])),
    "remove": lambda w: ("POST", w.case.url, decide(w)),
    "remove from the cut page": lambda w: ("POST", f"{w.said.url}/cut", decide(w)),
    "take a seed off the lists": lambda w: ("POST", w.seed_case.url, decide(w, what="unlist", revision="0")),
    "give a ticket": lambda w: ("POST", w.case.url, decide(w, ticket="breach")),
    "suspend from the group": lambda w: ("POST", w.case.url, decide(w, scope="group", days="7")),
    "suspend from the site": lambda w: ("POST", w.case.url, decide(w, scope="site", days="7")),
    "hand a case on": lambda w: ("POST", w.case.url, {"do": "hand", "to": "max"}),
    "ask for a second opinion": lambda w: ("POST", w.case.url, {"do": "second"}),
    "leave a note": lambda w: ("POST", w.case.url, {"do": "note", "note": "Seen."}),
    "let a case go": lambda w: ("POST", w.case.url, {"do": "let-go"}),
    "undo a ruling": lambda w: ("POST", f"{w.ruling.url}/undo", {}),
    "list many at once": lambda w: ("GET", f"{w.said.url}/all?line=1&reach=group", {}),
    "remove many at once": lambda w: ("POST", f"{w.said.url}/all", many(w)),
    "see what was removed at once": lambda w: ("GET", w.act.url, {}),
    "take all of it back": lambda w: ("POST", f"{w.act.url}/undo", {}),
    "appeal against a part": lambda w: ("POST", f"{w.act.url}/appeal", {"grounds": "It was kind.", "item": [str(w.part)]}),
    "write in the talk": lambda w: ("POST", f"{w.ruling.url}/talk", {"text": "Which words?"}),
    "appeal": lambda w: ("POST", f"{w.ruling.url}/appeal", {"grounds": "It was kind."}),
    "decide an appeal": lambda w: ("POST", w.appeal.case.url, {"do": "grant", "reasons": "It was."}),
    "lock a discussion": lambda w: ("POST", f"/s/{w.seed.pk}/strain", {"do": "strain", "way": "locked", "note": "Too loud."}),
    "let comments of a member wait": lambda w: ("POST", f"{w.group.url}/holds", {"username": "bo", "days": "3", "note": "Too loud."}),
    "change the scale": lambda w: ("POST", f"{w.group.url}/scale", SCALE),
    "change the site's scale": lambda _: ("POST", "/scale", SCALE),
}
SCALE = {
    "taunting": "1", "skirting": "4", "breach": "9", "limit": "32", "falls_after": "180", "ladder": "7, 30", "appeal_days": "90",
    "guard_days": "30",
}  # fmt: skip

MODS = "mod owner site_mod"
NOT_THERE = (404, "There is nothing here")
ONLY_MODS = (403, "Only the group’s mods")
ONLY_OWNERS = (403, "Only the group’s owners")
ONLY_STAFF = (403, "Only those who run this site")
ONLY_SEEDER = (403, "Only the seeder who hid it")
SUSPENDED = (403, "You are suspended here")
RECUSED = (403, "Somebody else rules on")
OUTSIDE = (403, "Join the group")

HIDDEN = {**dict.fromkeys(("member", "author", "seeder", "suspended"), NOT_THERE), "recused": RECUSED}
"""Cases are not there for who moderates nothing."""
SHOWN = {**dict.fromkeys(("member", "author", "seeder"), ONLY_MODS), "suspended": SUSPENDED, "recused": RECUSED}
OWNERS = dict.fromkeys((role for role in ROLES if role not in {"reader", "owner"}), ONLY_OWNERS)
STAFF = dict.fromkeys((role for role in ROLES if role != "reader"), ONLY_STAFF)
PRIVATE = dict.fromkeys(("member", "seeder", "suspended", "recused"), NOT_THERE)
"""Of a ruling only who is concerned, and who may rule, sees the statement."""
NOBODY_ELSE = (403, "In this group only mods decide what is seen.")
TABLE = {
    "see the queue": (f"{MODS} recused", {**SHOWN, "recused": None}),
    "see a case": (MODS, HIDDEN),
    "see an appeal": (MODS, HIDDEN),
    "see the cut page": (MODS, SHOWN),
    "lock a discussion": (MODS, {**SHOWN, "recused": (403, "You take part in this discussion")}),
    "let comments of a member wait": (f"{MODS} recused", {**SHOWN, "recused": None}),
    "see the statement": (f"{MODS} author", PRIVATE),
    "fetch the receipt": (f"{MODS} author", PRIVATE),
    "see the scale": ("owner", OWNERS),
    "see the site's scale": ("", STAFF),
    "see the report": ("owner", OWNERS),
    "see the site's report": ("", STAFF),
    "see one's own record": (" ".join(ROLES[1:]), {}),
    "flag a comment": (
        "member seeder mod recused owner",
        {"author": (403, "This is your own."), "suspended": SUSPENDED, "site_mod": OUTSIDE},
    ),
    "flag a seed": (
        "member author mod recused owner",
        {"seeder": (403, "This is your own."), "suspended": SUSPENDED, "site_mod": OUTSIDE},
    ),
    "hide a comment": (
        "seeder",
        {
            **dict.fromkeys(("member", "mod", "recused", "owner"), NOBODY_ELSE),
            "author": (403, "This is your own."),
            "suspended": SUSPENDED,
            "site_mod": OUTSIDE,
        },
    ),
    "show it again": ("seeder", dict.fromkeys((role for role in ROLES[1:] if role != "seeder"), ONLY_SEEDER)),
    "no breach": (MODS, HIDDEN),
    "redact": (MODS, HIDDEN),
    "remove": (MODS, HIDDEN),
    "remove from the cut page": (MODS, SHOWN),
    "take a seed off the lists": (MODS, HIDDEN),
    "give a ticket": (MODS, HIDDEN),
    "suspend from the group": (MODS, HIDDEN),
    "suspend from the site": ("site_mod", {**HIDDEN, "mod": ONLY_STAFF, "owner": ONLY_STAFF}),
    "hand a case on": (MODS, HIDDEN),
    "ask for a second opinion": (MODS, HIDDEN),
    "leave a note": (MODS, HIDDEN),
    "let a case go": (MODS, HIDDEN),
    "undo a ruling": (
        MODS,
        {**SHOWN, "recused": (403, "You take part in this discussion")},
    ),
    "list many at once": (f"{MODS} recused", {**SHOWN, "recused": None}),
    "remove many at once": (MODS, {**SHOWN, "recused": (409, "Nothing of what you chose can be removed")}),
    "see what was removed at once": (f"{MODS} recused author", dict.fromkeys(("member", "seeder", "suspended"), NOT_THERE)),
    "take all of it back": (
        MODS,
        {
            **dict.fromkeys(("member", "seeder", "suspended"), NOT_THERE),
            "author": ONLY_MODS,
            "recused": (403, "You take part in this discussion"),
        },
    ),
    "appeal against a part": ("author", dict.fromkeys((role for role in ROLES[1:] if role != "author"), NOT_THERE)),
    "write in the talk": (f"{MODS} author", PRIVATE),
    "appeal": ("author", {**PRIVATE, **dict.fromkeys(MODS.split(), (403, "This was not done to you"))}),
    "decide an appeal": (MODS, HIDDEN),
    "change the scale": ("owner", OWNERS),
    "change the site's scale": ("", STAFF),
}
"""Act: roles that may, and for every other (but readers, who are asked to sign in) status and reason."""


def stored():
    """Rows as the database has them: this is asked some hundred times."""
    found = {}
    with connection.cursor() as cursor:
        for app in STORED:
            for model in apps.get_app_config(app).get_models():
                table, key = model._meta.db_table, model._meta.pk.column
                cursor.execute(f'SELECT * FROM "{table}" ORDER BY "{key}"')  # noqa: S608 -- names of ours
                found[model] = cursor.fetchall()
    return found


@pytest.mark.parametrize("how", ["GET", "POST"])
def test_each_role_may_or_is_told_why_not(how, world, as_):
    before = stored()
    for act, make in ACTS.items():
        method, url, sent = make(world)
        if method == how:
            assert {"reader", *TABLE[act][0].split(), *TABLE[act][1]} == set(ROLES), "a role without a cell"
            for role in ROLES:
                browser, place = as_(world.who[role]), transaction.savepoint()
                answer = browser.get(url) if method == "GET" else browser.post(url, sent)
                as_told(act, role, answer, sent)
                assert role in TABLE[act][0].split() or stored() == before, (act, role)
                transaction.savepoint_rollback(place)
                WATCH.forget()  # what was taken back gives its numbers out again


def as_told(act, role, answer, sent):
    """Answered as the table has it."""
    (may, refusals), page, is_read = TABLE[act], unescape(answer.content.decode()), answer.request["REQUEST_METHOD"] == "GET"
    if role in may.split():
        assert answer.status_code == (200 if is_read else 302), (act, role, page)
    elif role == "reader":
        # Read pages lead to the sign-in; what was written is kept, and offered again after it.
        assert (answer.status_code, answer.get("Location", "")[:15]) in {(302, "/account/login/"), (403, "")}, act
        assert is_read or "Sign in" in page, act
        assert all(escape(text) in answer.content.decode() for text in map(str, sent.values()) if text in WRITTEN), act
    else:
        status, reason = refusals[role]
        assert (answer.status_code, reason in page) == (status, True), (act, role, page)


WRITTEN = {"It was kind.", "Which words?", "Seen.", "It was."}
"""What somebody typed who was signed out meanwhile."""


def test_the_table_has_every_address_of_moderation(world):
    """A new page that changes something comes with its row."""
    modules = {"cutting", "flag", "case", "cases", "statement", "scale", "record", "held", "notices", "appeal_case", "mass"}
    found = {each.name for each in addresses() if each.callback.__module__.rpartition(".")[2] in modules}
    posted = {resolve(url).url_name for method, url, _ in (make(world) for make in ACTS.values()) if method == "POST"}
    own = {"record_agree", "notices_read", "notice", "notices", "held", "held_take_back", "record"}
    """One's own alone, by whoever has it: others are not asked for a role."""
    assert found - posted - own == {"cases", "group_cases", "mass", "ruling", "ruling_receipt"}  # read by the rows of the table


def test_of_a_private_group_nothing_is_there_for_who_is_not_in_it(world, as_, people):
    Group.objects.filter(pk=world.group.pk).update(visibility="private")
    before = stored()
    for act in (act for act in ACTS if "site" not in act and "own record" not in act):
        method, url, sent = ACTS[act](world)
        answer = as_(people.new).get(url) if method == "GET" else as_(people.new).post(url, sent)
        assert (answer.status_code, "There is nothing here" in answer.content.decode()) == (404, True), act
        assert stored() == before, act


def test_who_gave_an_opinion_or_ruled_does_not_decide_the_appeal(world, as_, people):
    """R4.6: for an appeal whoever had part in the ruling is recused."""
    casework.ask_second(actor=people.mo, case=world.case)
    case = Case.objects.get(pk=world.case.pk)
    casework.give_opinion(actor=people.olga, case=case, agrees=True)
    case = Case.objects.get(pk=world.case.pk)
    ruling = deciding.decide(actor=people.mo, item=world.said, case=case, choice=Choice(action="remove", line=1))
    appeal = appeals.appeal(actor=people.ada, ruling=ruling, source="It was kind.")
    for mod in (people.mo, people.olga):
        for answer in (
            as_(mod).get(appeal.case.url),
            as_(mod).post(appeal.case.url, {"do": "grant", "reasons": "It was."}),
        ):
            assert (answer.status_code, "You had a part in the ruling" in answer.content.decode()) == (403, True)
    assert as_(people.sita).post(appeal.case.url, {"do": "grant", "reasons": "It was."}).status_code == 302


def test_a_won_appeal_brings_back_text_citations_votes_points_and_standing(world, as_, people, comment):
    said = comment(WORDS, on=world.seed)
    comment("Is that so?", by=people.bo, to=said)
    set_vote(actor=people.bo, item=said, voted=True)
    pages = (world.seed.url, "/m/ada?show=comments", f"/s/{world.seed.pk}/feed.atom")
    before = [as_(None).get(page).content for page in pages]
    record = as_(people.ada).get("/record").content
    choice = Choice(action="remove", line=1, ticket="breach", term=Term(scope="group", days=30))
    ruling = deciding.decide(actor=people.mo, item=said, choice=choice)
    assert [as_(None).get(page).content for page in pages] != before
    assert as_(people.ada).get(f"/s/{world.seed.pk}/reply").status_code == 403
    assert as_(people.ada).post(f"{ruling.url}/appeal", {"grounds": "It was kind."}).status_code == 302
    case = Case.objects.get(contests=ruling)
    assert as_(people.olga).post(case.url, {"do": "grant", "reasons": "It was."}).status_code == 302
    assert [as_(None).get(page).content for page in pages] == before
    assert as_(people.ada).get(f"/s/{world.seed.pk}/reply").status_code == 200
    assert b"of 32 points" in record
    assert re.findall(rb"\d+ of 32 points", as_(people.ada).get("/record").content) == re.findall(rb"\d+ of 32 points", record)


def test_grounds_that_were_typed_while_signed_out_are_kept(world, as_):
    page = as_(None).post(f"{world.ruling.url}/appeal", {"grounds": "It was kind."}).content.decode()
    assert "Your text is safe" in page
    assert 'name="grounds"' in page
    page = as_(None).post(f"{world.group.url}/rules/drafts/1", {"decline": "1", "because": "Too hard."}).content.decode()
    assert "Your text is safe" in page
    assert "Too hard." in page
