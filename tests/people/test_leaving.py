"""Deleting an account: asked for, taken back, done by a job that may die; what goes, what stays, and what nobody learns."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.utils import timezone

from parley.appeals import services as appeals
from parley.appeals.models import Appeal
from parley.base import jobs
from parley.exchange import leaving as exchange
from parley.groups import services as groups
from parley.groups.leaving import forget_addresses
from parley.groups.models import Membership, Suspension
from parley.ledger import services as ledger
from parley.ledger import tree
from parley.ledger.models import Entry, Told
from parley.moderation import casework
from parley.moderation.models import Case
from parley.people.models import Leaving, Letter, Person, Session, SiteRole, Trace
from parley.posting import services as posting
from parley.texts import services as texts
from parley.texts.models import Revision
from parley.threads.models import Comment, Held
from tests.people.codes import code_in

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse"
FORMER = "a former member"
SIGN_UP = {"username": "nora", "email": "Ada+again@parley.example", "password1": "four words stay put"}


def text(answer) -> str:
    return answer.content.decode()


def ask(browser, name, **fields):
    browser.post("/account/reauthenticate/", {"password": PASSWORD})
    return browser.post("/own/leave", {"name": name, **fields})


def run(key: int | None = None) -> None:
    """A week later."""
    Leaving.objects.update(due_at=timezone.now() - timedelta(minutes=1))
    exchange.begin_due()
    jobs.run_due()


@pytest.fixture
def said(people, seed, comment):
    """ada's comment, quoted by bo; she has voted, and follows nothing."""
    said = comment("Zorblax drifts with the tiltmeter.")
    comment("Does it?", by=people.bo, to=said, quotes=[(said.pk, "Zorblax drifts")])
    return said


def suspend(person, group, days=30):
    entry = ledger.note(
        Told.MEMBER_SUSPENDED, actor="olga", decider="group owner", group_id=group.pk, subject=f"member {person.name}",
        address=person.url,
    )  # fmt: skip
    return Suspension.objects.create(person=person, group=group, ends_at=timezone.now() + timedelta(days=days), entry=entry)


def test_the_page_says_what_goes_and_stays_and_asks_for_password_and_name(as_, people, mailoutbox):
    ada = as_(people.ada)
    shown = text(ada.get("/own/leave"))
    for words in ("What goes", "What stays", "7 days", FORMER):
        assert words in shown
    assert "/account/reauthenticate/" in ada.post("/own/leave", {"name": "ada"}).url
    assert not Leaving.objects.exists()
    wrong = ask(ada, "adda", words="take")
    assert (wrong.status_code, 'value="adda"' in text(wrong), "checked" in text(wrong)) == (422, True, True)
    assert ask(ada, "ada").status_code == 302
    assert ask(ada, "ada", words="take").status_code == 302
    waits = Leaving.objects.get()
    assert waits.takes_words
    assert "Your account will be deleted" in text(ada.get("/own/leave"))
    jobs.run_due()
    assert [each.to for each in mailoutbox] == [["ada@parley.example"]], "told once"
    assert "/own/leave" in mailoutbox[0].body


def test_it_can_be_taken_back_and_signing_in_says_so(as_, people):
    ask(as_(people.ada), "ada")
    before = Leaving.objects.get().due_at
    ask(as_(people.ada), "ada")
    assert Leaving.objects.get().due_at == before, "asking twice changes no time"
    other = as_(None)
    page = other.post("/account/login/", {"login": "ada", "password": PASSWORD}, follow=True)
    assert "Your account will be deleted on" in text(page)
    exchange.begin_due()
    jobs.run_due()
    assert Person.objects.get(pk=people.ada.pk).username == "ada", "not before its time"
    ask(as_(people.ada), "ada")
    as_(people.ada).post("/own/stay")
    as_(people.ada).post("/own/stay")
    assert not Letter.objects.exists(), "nothing is told of what was taken back"
    run()
    assert Person.objects.get(pk=people.ada.pk).username == "ada"


@pytest.mark.database
def test_afterwards_the_discussion_is_readable_and_the_name_is_nowhere(as_, people, seed, said):
    group = seed.group.name
    flag = as_(people.ada).post(f"/c/{Comment.objects.get(author=people.bo).pk}/flag", {"line": "1", "note": "Odd."})
    assert flag.status_code == 302
    as_(people.ada).post(f"/c/{Comment.objects.get(author=people.bo).pk}/vote", {"voted": "1"})
    as_(people.ada).post("/m/bo/block")
    as_(people.bo).post("/m/ada/block")
    kept = text(as_(None).get(seed.url))
    assert ">ada</bdi>" in kept
    ask(as_(people.ada), "ada")
    run()
    for reader in (None, people.bo, people.mo):
        shown = text(as_(reader).get(seed.url))
        assert "Zorblax drifts with the tiltmeter." in shown
        assert shown.count(FORMER) >= 2, "above the comment, and below the quotation"
    gone = re.compile(r"\bada\b|/m/ada|former-")
    case = Case.objects.get()
    open_pages = (seed.url, f"/s/{seed.pk}/feed.atom", f"/c/{said.pk}/history", f"/g/{group}/members", "/", f"/g/{group}", "/newest",
                  f"/g/{group}/search?q=tiltmeter", "/m/bo?show=comments", f"/g/{group}/figures", f"/g/{group}/rules")  # fmt: skip
    for path in open_pages:
        assert not gone.search(text(as_(None).get(path))), path
    for path in (case.url, f"/g/{group}/cases", f"/c/{said.pk}/cut", f"/c/{said.pk}/reply", f"/s/{seed.pk}/strain", "/own/blocked"):
        assert not gone.search(text(as_(people.mo).get(path))), path
    assert as_(None).get("/m/ada").status_code == 404
    left = Person.objects.get(pk=people.ada.pk)
    assert as_(None).get(f"/m/{left.username}").status_code == 404
    assert (left.name, left.url, left.email, left.is_active, left.has_usable_password()) == (FORMER, "", "", False, False)
    assert not EmailAddress.objects.filter(user=left).exists()
    assert not Membership.objects.filter(person=left).exists()
    assert not Leaving.objects.exists()
    seed.refresh_from_db()
    assert Comment.objects.get(author=people.bo).vote_count == 1, "votes stay as counts"
    assert as_(people.ada).get("/own/data").status_code == 302, "signed out everywhere"
    run()
    assert Person.objects.get(pk=left.pk).username == left.username


def test_the_name_is_not_given_again(as_, people, db):
    ask(as_(people.ada), "ada")
    run()
    refused = as_(None).post("/account/signup/", SIGN_UP | {"username": "ada", "email": "new@parley.example"})
    assert "Somebody had this name before" in text(refused)
    assert "ada" not in repr(list(Trace.objects.values_list("digest", flat=True)))
    assert Trace.objects.filter(sort="address").count() == 0, "no suspension stands"
    assert as_(None).post("/account/signup/", SIGN_UP).status_code == 302


@pytest.mark.database
def test_words_can_be_taken_along(as_, people, seed, said, cut):
    old = Comment.objects.select_related("text", "seed__group").get(pk=said.pk)
    posting.edit_comment(
        actor=people.ada, comment=old, source="Zorblax drifts with every tiltmeter.", revision=old.text.current_id, anyway=True
    )
    cut(Comment.objects.select_related("text").get(pk=said.pk), "every")
    ask(as_(people.ada), "ada", words="take")
    run()
    tree.grow()
    for path in (seed.url, f"/s/{seed.pk}/feed.atom"):
        shown = text(as_(None).get(path))
        assert "Zorblax" not in shown
        assert "Taken back by its author" in shown
    assert "Does it?" in text(as_(None).get(seed.url)), "answers stay"
    assert text(as_(None).get(f"/c/{said.pk}/history")).count("Zorblax") == 0
    assert not any("Zorblax" in source for source in Revision.objects.values_list("source", flat=True))
    assert Comment.objects.get(pk=said.pk).number == "1"
    assert "Taken back:" in text(as_(None).get("/log"))
    assert Entry.objects.filter(act=Told.WORDS_TAKEN_BACK).get().subject == "what a member wrote who has left"


def test_a_job_that_dies_anywhere_goes_on_where_it_stood(as_, people, seed, comment, monkeypatch):
    for number in range(5):
        comment(f"Zorblax number {number} of the lake.", by=people.ada)
    ask(as_(people.ada), "ada", words="take")
    monkeypatch.setattr(exchange, "AT_ONCE", 2)
    real, calls = texts.take_back_all, []

    def dies(keys, entry):
        calls.append(keys)
        if len(calls) == 2:
            raise OSError("the machine went away")
        real(keys, entry)

    monkeypatch.setattr(texts, "take_back_all", dies)
    key = Leaving.objects.get().pk
    Leaving.objects.update(due_at=timezone.now())
    with pytest.raises(OSError, match="went away"):
        exchange.finish.call(key)
    assert Person.objects.get(pk=people.ada.pk).name == FORMER
    assert Revision.objects.filter(source__contains="Zorblax").count() == 3
    exchange.begin_due()
    jobs.run_due()
    assert not Revision.objects.filter(source__contains="Zorblax").exists()
    assert not Leaving.objects.exists()
    exchange.finish.call(key)
    assert Entry.objects.filter(act=Told.WORDS_TAKEN_BACK).count() == 1


def test_words_in_an_open_case_wait_for_the_mods(as_, people, seed, said):
    as_(people.bo).post(f"/c/{said.pk}/flag", {"line": "1"})
    case = Case.objects.get()
    ask(as_(people.ada), "ada", words="take")
    run()
    assert "Zorblax" in text(as_(people.mo).get(case.url))
    assert FORMER in text(as_(people.mo).get(case.url))
    assert Leaving.objects.exists()
    casework.close(casework.lock(case), "ruled", actor=people.mo)
    run()
    assert "Zorblax" not in text(as_(None).get(seed.url))
    assert not Leaving.objects.exists()
    assert as_(people.mo).get(case.url).status_code == 200


def test_what_waits_for_a_mod_is_taken_back(as_, people, seed):
    groups.change_settings(actor=people.olga, group=seed.group, new_days=10, new_held=1)
    as_(people.ada).post(f"/s/{seed.pk}/reply", {"text": "Zorblax, my first.", "anyway": "1"})
    ask(as_(people.ada), "ada")
    run()
    assert Held.objects.get().taken_back_at is not None
    assert not Case.objects.filter(is_open=True).exists()
    assert not Revision.objects.filter(source__contains="Zorblax").exists()


def test_who_alone_runs_something_hands_it_over_first(as_, people, seed, mailoutbox):
    Person.objects.filter(pk=people.sita.pk).update(site_role=SiteRole.ADMIN)
    sita = Person.objects.get(pk=people.sita.pk)
    for who, said in ((people.olga, "Nobody else owns Astronomy"), (sita, "last one who runs this site")):
        assert said in text(as_(who).get("/own/leave"))
        refused = ask(as_(who), who.username)
        assert (refused.status_code, said in text(refused)) == (409, True)
    groups.set_role(actor=people.olga, group=seed.group, person=people.mo, role="owner")
    assert ask(as_(people.olga), "olga").status_code == 302
    groups.set_role(actor=people.mo, group=seed.group, person=people.mo, role="owner")
    groups.leave(actor=people.mo, group=seed.group)
    run()
    assert Person.objects.get(pk=people.olga.pk).username == "olga", "it waits while she is needed again"
    assert Leaving.objects.get().due_at > timezone.now()
    assert "Until then your account stays" in text(as_(people.olga).get("/own/leave"))
    jobs.run_due()
    assert "Nobody else owns Astronomy" in mailoutbox[-1].body


@pytest.mark.database
def test_two_last_owners_who_were_counted_at_one_moment_do_not_both_go(as_, people, seed, monkeypatch):
    groups.set_role(actor=people.olga, group=seed.group, person=people.mo, role="owner")
    for who in (people.olga, people.mo):
        ask(as_(who), who.username)
    monkeypatch.setattr(exchange, "refuse_needed", lambda _person: None)
    run()
    stays = Person.objects.filter(pk__in=[people.olga.pk, people.mo.pk], is_active=True).get()
    assert Membership.objects.filter(group=seed.group, role="owner").get().person == stays


def test_a_group_of_one_is_left_empty(as_, people, group_with):
    group = group_with(members={})
    ask(as_(people.olga), "olga")
    run()
    assert Person.objects.get(pk=people.olga.pk).name == FORMER
    assert as_(None).get(f"/g/{group.name}").status_code == 200


@pytest.mark.database
def test_a_suspension_holds_for_who_comes_back_with_the_same_address(as_, people, group, mailoutbox):
    suspend(people.ada, group)
    ask(as_(people.ada), "ada")
    run()
    assert Trace.objects.filter(sort="address").exists()
    back = as_(None)
    mailoutbox.clear()
    back.post("/account/signup/", SIGN_UP)
    assert Suspension.objects.get().person_id == people.ada.pk, "nobody has shown yet whose address it is"
    back.post("/account/confirm-email/", {"code": code_in(mailoutbox[0])})
    assert Suspension.objects.get().person.username == "nora"
    assert f"/g/{group.name}/join" not in text(back.get(f"/g/{group.name}"))
    assert "suspended from" in text(back.get("/record"))
    forget_addresses()
    assert not Trace.objects.filter(sort="address").exists(), "nothing stands of who left"


def test_addresses_are_forgotten_when_the_suspension_is_over(as_, people, group):
    suspend(people.ada, group)
    ask(as_(people.ada), "ada")
    run()
    forget_addresses()
    assert Trace.objects.filter(sort="address").count() == 1
    Suspension.objects.update(ends_at=timezone.now())
    forget_addresses()
    assert Trace.objects.filter(sort="address").count() == 0
    assert Trace.objects.filter(sort="name").count() == 1


def test_rulings_and_the_log_keep_what_they_must(as_, people, said, cut, group):
    ruling = cut(Comment.objects.select_related("text").get(pk=said.pk), "drifts")
    suspend(people.ada, said.seed.group)
    as_(people.ada).post(f"{ruling.url}/appeal", {"grounds": "It drifts, and that is all I said."})
    ask(as_(people.ada), "ada")
    run()
    waits = Appeal.objects.get()
    assert FORMER in text(as_(people.sita).get(waits.case.url))
    appeals.decide(actor=people.sita, appeal=waits, grants=True, reasons="It does drift.")
    assert "drifts with the tiltmeter" in text(as_(None).get(said.seed.url))
    assert as_(None).get(f"/log/{ruling.entry_id}").status_code == 200
    assert as_(people.mo).get(ruling.url).status_code == 200
    assert "member ada" in text(as_(None).get("/log")), "an entry is never changed; an operator can empty it, and says why"


@pytest.mark.parametrize("place", ["parley/web/pages", "parley/feeds", "parley/search", "parley/inbox"])
def test_names_reach_readers_by_one_property(place):
    """`username` of somebody who left is no name: pages read `name`. Allowed is what speaks to, or acts for, its owner."""
    own = re.compile(r"\b(?:actor|actor_of\(request\)|notice\.person)\.username|value=each\.username")
    for file in Path(place).rglob("*.py"):
        for line in file.read_text().splitlines():
            assert ".username" not in own.sub("", line), f"{file}: {line.strip()}"


def test_every_table_of_accounts_is_emptied(as_, people):
    ask(as_(people.ada), "ada")
    assert Session.objects.exists()
    run()
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if field.is_relation and field.concrete and field.related_model is Person and model._meta.app_label not in KEPT:
                assert not model._base_manager.filter(**{field.name: people.ada.pk}).exists(), model


KEPT = {"threads", "votes", "moderation", "appeals", "texts", "seeds", "groups", "rulebooks", "trials"}
"""Apps whose rows stay, by “a former member”; of theirs what goes is named in the tests above."""
