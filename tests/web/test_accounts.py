"""Joining, signing in and out, and everything around passwords, in our look and words."""

import re

import pytest
from django.urls import get_resolver

from parley.people.queries import person_or_none
from tests.people.codes import code_in

pytestmark = pytest.mark.django_db
SIGN_UP = {"username": "nora", "email": "nora@parley.example", "password1": "four words stay put"}
PAGES = [
    "login", "signup", "logout", "password/reset", "password/reset/done", "password/reset/key/done", "confirm-email", "inactive",
    "password/change", "email", "reauthenticate", "password/reset/key/1-x", "password/set", "login/code/confirm", "signup/passkey",
]  # fmt: skip


def link(mail):
    return re.search(r"http://testserver(\S+)", mail.body)[1]


def test_every_address_of_the_accounts_is_looked_at_here():
    resolver = next(each for each in get_resolver().url_patterns if str(each.pattern) == "account/")
    assert len(resolver.url_patterns) == len(PAGES)


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_in_our_look(as_, people, page):
    for reader in (None, people.ada):
        answer = as_(reader).get(f"/account/{page}/", follow=True)
        assert answer.status_code == 200
        shown = answer.content.decode()
        assert 'class="masthead"' in shown
        assert "allauth" not in shown
        assert "Menu:" not in shown


def test_pages_of_second_steps_and_sign_in_elsewhere_are_in_our_look(as_, people):
    steps = [each for each in get_resolver().url_patterns if str(each.pattern) in {"account/2fa/", "account/3rdparty/"}]
    paths = [f"/{prefix}{path}" for each in steps for prefix, path in found_below(each, "")]
    assert len(paths) == 19
    for path in paths:
        for reader in (None, people.ada):
            answer = as_(reader).get(path, follow=True)
            assert answer.status_code in {200, 401, 404}, path
            assert 'class="masthead"' in answer.content.decode(), path


def found_below(resolver, before):
    for each in getattr(resolver, "url_patterns", ()):
        here = before + str(resolver.pattern)
        if hasattr(each, "url_patterns"):
            yield from found_below(each, here)
        else:
            yield here, re.sub(r"<[^>]+>", "1", str(each.pattern))


def test_joining_confirms_the_address_by_a_code(as_, db, mailoutbox):
    reader = as_(None)
    answer = reader.post("/account/signup/", SIGN_UP | {"next": "/g"}, follow=True)
    assert b"A mail with a code is on its way to" in answer.content
    assert "nora" in mailoutbox[0].body
    assert "&#" not in mailoutbox[0].body
    assert b"Signed in as" not in reader.get("/").content
    wrong = reader.post("/account/confirm-email/", {"code": "QQQQ-QQQQ"})
    assert b"This code does not fit" in wrong.content
    assert reader.post("/account/confirm-email/", {"code": code_in(mailoutbox[0])}).url == "/g"
    assert b"nora" in reader.get("/").content
    assert b">confirmed" in reader.get("/account/email/").content


def test_three_wrong_codes_end_it_and_signing_in_sends_another(as_, db, mailoutbox):
    reader = as_(None)
    reader.post("/account/signup/", SIGN_UP)
    for _ in range(3):
        shown = reader.post("/account/confirm-email/", {"code": "QQQQ-QQQQ"}, follow=True)
        assert shown.status_code == 200
    assert reader.post("/account/confirm-email/", {"code": code_in(mailoutbox[0])}).url == "/account/login/"
    reader.post("/account/login/", {"login": "nora", "password": SIGN_UP["password1"]})
    assert reader.post("/account/confirm-email/", {"code": code_in(mailoutbox[1])}).url == "/"


def test_a_mistyped_address_is_mended_and_a_code_sent_again(as_, db, mailoutbox):
    reader = as_(None)
    reader.post("/account/signup/", SIGN_UP | {"email": "noar@parley.example"})
    reader.post("/account/confirm-email/", {"action": "change", "email": "nora@parley.example"})
    reader.post("/account/confirm-email/", {"action": "resend"})
    assert [each.to for each in mailoutbox] == [["noar@parley.example"], *[["nora@parley.example"]] * 2]
    assert reader.post("/account/confirm-email/", {"code": code_in(mailoutbox[1])}).status_code == 200
    assert reader.post("/account/confirm-email/", {"code": code_in(mailoutbox[2])}).status_code == 302


def test_joining_waits_for_nothing_where_the_site_does_not_ask_for_it(as_, db, mailoutbox, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION, settings.ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = "optional", False
    reader = as_(None)
    assert reader.post("/account/signup/", SIGN_UP | {"next": "/g"}).url == "/g"
    joined = reader.get("/").content
    assert b"Signed in as" in joined
    assert b"A mail is on its way to nora@parley.example: follow the link in it." in joined
    assert b"not confirmed yet" in reader.get("/account/email/").content
    assert b"Look into your mail" in reader.get("/account/confirm-email/").content
    path = link(mailoutbox[0])
    assert b"nora@parley.example" in reader.get(path).content
    assert b"too old" in reader.get(path[:-1] + "x/").content
    reader.post(path)
    assert b">confirmed" in reader.get("/account/email/").content
    reader.post("/account/email/", {"action_add": "1", "email": "other@parley.example"})
    assert "http://" in mailoutbox[-1].body


@pytest.mark.parametrize("login", ["ada", "ADA", "ada@parley.example"])
def test_signing_in_by_name_or_mail(as_, people, login):
    reader = as_(None)
    assert reader.post("/account/login/", {"login": login, "password": "correct horse"}).url == "/"
    assert b"Signed in as" in reader.get("/").content
    addresses = reader.get("/account/email/").content
    assert b"Signed in as" in addresses
    assert b"Send mails here" not in addresses
    assert reader.get("/account/logout/").status_code == 200
    assert b"Signed in as" in reader.get("/").content
    assert reader.post("/account/logout/").url == "/"
    assert b"Signed in as" not in reader.get("/").content


def test_a_wrong_password_keeps_the_name_and_not_the_password(as_, people):
    shown = as_(None).post("/account/login/", {"login": "ada", "password": "wrong zorblax"}).content.decode()
    assert 'value="ada"' in shown
    assert "zorblax" not in shown
    assert 'class="problems"' in shown
    assert "This did not work." in shown
    assert "Not sent yet" not in shown


@pytest.mark.parametrize(("field", "value"), [
    ("username", "Nora!"), ("username", "ada"), ("username", "admin"), ("username", "x" * 200), ("username", "\u202e\x00"),
    ("username", "<script>"), ("username", ""), ("email", "nobody"), ("email", "<b>@x"), ("email", "x" * 5000 + "@x.de"),
    ("password1", "short"), ("password1", "password123"),
])  # fmt: skip
def test_what_is_the_matter_stands_at_its_field(as_, people, field, value):
    answer = as_(None).post("/account/signup/", SIGN_UP | {field: value})
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert 'class="error"' in shown
    assert "<script>" not in shown
    assert person_or_none("nora") is None


def test_a_lost_password_is_replaced_by_mail(as_, people, mailoutbox):
    reader = as_(None)
    assert reader.post("/account/password/reset/", {"email": "ada@parley.example"}, follow=True).status_code == 200
    shown = reader.get(link(mailoutbox[0]), follow=True)
    action = re.search(r'<form class="account" method="post" action="([^"]*)"', shown.content.decode())[1]
    sent = dict.fromkeys(("password1", "password2"), "blue lamps sing low")
    assert reader.post(action or shown.redirect_chain[-1][0], sent, follow=True).status_code == 200
    assert as_(None).post("/account/login/", {"login": "ada", "password": "blue lamps sing low"}).status_code == 302
    assert b"used up" in as_(people.bo).get(link(mailoutbox[0]), follow=True).content


def test_mail_says_nothing_of_who_has_an_account(as_, people, mailoutbox):
    for address in ("ada@parley.example", "stranger@parley.example"):
        assert as_(None).post("/account/password/reset/", {"email": address}).url == "/account/password/reset/done/"
        assert "Back to signing in" in as_(None).get("/account/password/reset/done/").content.decode()
    asked = as_(None).get("/account/password/reset/").content.decode()
    assert "E-mail of your account" in asked
    assert "brings back a lost password" not in asked
    assert len(mailoutbox) == 2
    assert "No account" in mailoutbox[1].subject


def test_joining_says_nothing_of_who_has_an_account(as_, people, mailoutbox):
    answer = as_(None).post("/account/signup/", SIGN_UP | {"email": "ada@parley.example"}, follow=True)
    assert b"A mail with a code is on its way to" in answer.content
    assert "have an account already" in mailoutbox[0].subject
    assert b"does not fit" in as_(None).post("/account/confirm-email/", {"code": "QQQQ-QQQQ"}).content
    assert person_or_none("nora") is None


def test_changing_the_password_is_told_on_the_next_page(as_, people):
    ada = as_(people.ada)
    sent = {"oldpassword": "correct horse", "password1": "blue lamps sing low", "password2": "blue lamps sing low"}
    assert b"Your new password holds." in ada.post("/account/password/change/", sent, follow=True).content


def test_a_form_that_grew_old_asks_to_try_again(people):
    from django.test import Client

    answer = Client(enforce_csrf_checks=True).post("/account/login/", {"login": "ada", "password": "zorblax"}, headers={"origin": "http://testserver"})
    assert answer.status_code == 403
    assert b"zorblax" not in answer.content
    assert b"Sign in" in answer.content
