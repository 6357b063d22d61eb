"""Open, by invitation, or closed; and invitations, which work once."""

import pytest

from parley.base.jobs import run_due
from parley.ledger.models import Entry
from parley.people.invitations import invite
from parley.people.models import Invitation, Person, SiteRole
from parley.people.policy import may_invite
from parley.people.services import create_person
from tests.people.codes import code_in
from tests.web.test_accounts import SIGN_UP

pytestmark = pytest.mark.django_db


@pytest.fixture
def boss(people):
    return create_person(username="boss", email="boss@parley.example", password="correct horse", site_role=SiteRole.ADMIN)


@pytest.fixture
def admit(as_, boss):
    def choose(way, inviters="staff"):
        assert as_(boss).post("/admission", {"way": way, "inviters": inviters}).status_code == 302

    return choose


def join_by(client, invitation):
    client.get(invitation.url)
    return client.post("/account/signup/", SIGN_UP)


@pytest.mark.parametrize(("way", "inviters", "who", "reason"), [
    ("open", "staff", None, "signed-out"), ("closed", "members", "boss", "closed-to-all"), ("open", "members", "sam", "suspended"),
    ("invited", "staff", "sita", "mod"), ("invited", "members", "ada", "member"), ("invited", "staff", "ada", "not-inviter"),
])  # fmt: skip
def test_may_invite(admit, people, boss, way, inviters, who, reason):
    from types import SimpleNamespace

    actor = {"boss": boss, "sam": Person(username="sam")}.get(who) or getattr(people, who or "", None)
    if who == "sam":
        actor.__dict__["_places"] = [(None, None, None, None)]
    assert may_invite(actor, SimpleNamespace(way=way, inviters=inviters)).reason == reason


@pytest.mark.database
def test_who_can_join_is_chosen_by_who_runs_the_site_and_told(as_, people, boss, admit):
    assert as_(people.sita).get("/admission").status_code == 403
    assert as_(people.sita).post("/admission", {"way": "closed", "inviters": "staff"}).status_code == 403
    admit("open")
    assert not Entry.objects.exists()
    admit("closed", "members")
    told = as_(None).get("/log").content.decode()
    assert "who can join, everybody → nobody" in told
    assert "who can invite" in told
    assert "admin boss" in told
    wrong = as_(boss).post("/admission", {"way": "ajar", "inviters": "x"})
    assert wrong.status_code == 422
    assert b"Choose one of the ways offered." in wrong.content


@pytest.mark.parametrize("page", ["signup", "signup/passkey"])
def test_a_closed_site_says_so_kindly(as_, admit, page):
    admit("closed")
    for answer in (as_(None).get(f"/account/{page}/"), as_(None).post(f"/account/{page}/", SIGN_UP)):
        assert answer.status_code == 403
        assert b"Reading is open to everybody" in answer.content
    assert not Person.objects.filter(username="nora").exists()


@pytest.mark.database
def test_an_invitation_lets_one_person_in(as_, boss, admit, mailoutbox):
    admit("invited")
    assert as_(None).post("/account/signup/", SIGN_UP).status_code == 403
    page = as_(boss).post("/account/invitations", {"email": ""}, follow=True).content.decode()
    invitation = Invitation.objects.get()
    assert invitation.url in page
    nora = as_(None)
    assert b"boss" in nora.get(invitation.url).content
    assert b"You come by an invitation of <bdi>boss</bdi>." in nora.get("/account/signup/").content
    nora.post("/account/signup/", SIGN_UP)
    nora.post("/account/confirm-email/", {"code": code_in(mailoutbox[-1])})
    assert b"Signed in as" in nora.get("/").content
    shown = as_(boss).get("/account/invitations").content.decode()
    assert "used by nora" in shown
    assert invitation.url not in shown
    from django.test import Client

    late = Client()
    assert late.get(invitation.url).status_code == 404
    assert late.post("/account/signup/", SIGN_UP | {"username": "mira"}).status_code == 403


def test_an_invitation_is_kept_when_joining_fails_at_first(as_, boss, admit):
    admit("invited")
    invitation, nora = invite(actor=boss), as_(None)
    nora.get(invitation.url)
    assert b'class="error"' in nora.post("/account/signup/", SIGN_UP | {"password1": "x"}).content
    assert nora.post("/account/signup/", SIGN_UP).status_code == 302
    assert Person.objects.get(username="nora").invited_by == invitation


@pytest.mark.parametrize("over", ["withdrawn", "expired", "used", "its maker left", "unknown", "used at the last moment"])
def test_an_invitation_that_is_over_lets_nobody_in(as_, people, boss, admit, over, monkeypatch):
    from datetime import timedelta

    from django.utils import timezone

    admit("invited")
    invitation, nora = invite(actor=boss), as_(None)
    nora.get(invitation.url)
    if over == "withdrawn":
        assert as_(people.sita).post(f"/account/invitations/{invitation.pk}/withdraw").status_code == 404
        as_(boss).post(f"/account/invitations/{invitation.pk}/withdraw")
    elif over == "its maker left":
        Person.objects.filter(pk=boss.pk).update(is_active=False)
    else:
        change = {"expired": {"expires_at": timezone.now() - timedelta(1)}, "unknown": {"code": "another"}}
        Invitation.objects.update(**change.get(over, {"used_at": timezone.now(), "used_by": people.bo}))
    if over == "used at the last moment":
        monkeypatch.setattr("parley.people.invitations.standing", lambda _: invitation)
    answer = nora.post("/account/signup/", SIGN_UP)
    assert answer.status_code == (409 if over == "used at the last moment" else 403)
    assert not Person.objects.filter(username="nora").exists()


def test_invitations_are_bounded_and_mailed_once(as_, people, admit, mailoutbox):
    admit("invited", "members")
    ada = as_(people.ada)
    for number in range(5):
        assert ada.post("/account/invitations", {"email": f"friend{number}@lantern.example"}).status_code == 302
    run_due()
    assert len(mailoutbox) == 5
    assert Invitation.objects.first().url in mailoutbox[0].body
    sixth = ada.post("/account/invitations", {"email": "sixth@lantern.example"})
    assert sixth.status_code == 422
    assert b"sixth@lantern.example" in sixth.content
    assert b"no e-mail address" in as_(people.bo).post("/account/invitations", {"email": "nobody"}).content
    assert b"friend0" not in as_(people.bo).get("/account/invitations").content
    run_due()
    assert len(mailoutbox) == 5


def test_a_name_taken_at_the_last_moment_is_told(as_, people, monkeypatch):
    monkeypatch.setattr("allauth.account.forms.BaseSignupForm.clean_username", lambda form: form.cleaned_data["username"])
    answer = as_(None).post("/account/signup/", SIGN_UP | {"username": "ada"})
    assert answer.status_code == 409
    assert b"taken a moment ago" in answer.content
