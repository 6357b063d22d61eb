"""Passkeys, codes from an app, recovery codes; and that each asks first who it is."""

import html
import json
import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from django.core.cache import cache
from fido2.webauthn import AuthenticatorData

from parley.people.queries import person_or_none
from tests.people.codes import code_in
from tests.people.conftest import PASSWORD
from tests.people.device import Device

pytestmark = pytest.mark.django_db
ADD, PASSKEY_IN = "/account/2fa/webauthn/add/", "/account/2fa/webauthn/login/"


ALL_PARTS_AND_NO_SENSE = (
    '{"id": "AA", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "AA", "attestationObject": "oA", '
    '"authenticatorData": "AA", "signature": "AA", "userHandle": "YQ"}}'
)


def options_in(answer):
    return json.loads(html.unescape(re.search(r'data-options="([^"]+)"', answer.content.decode())[1]))


def asked_at_the_door(client):
    return client.get(PASSKEY_IN, headers={"accept": "application/json"}).json()["request_options"]


def with_passkey(client, device=None, name="my phone"):
    device = device or Device()
    made = client.post(ADD, {"name": name, "credential": device.make(options_in(client.get(ADD)))})
    assert made.status_code == 302, made.content.decode()
    return device


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(iter(yield_hotp_counters_from_time()))))


def with_app(client):
    secret = re.search(r"Secret: <code>(\w+)<", client.get("/account/2fa/totp/activate/").content.decode())[1]
    assert client.post("/account/2fa/totp/activate/", {"code": code_of(secret)}).status_code == 302
    return secret


def signs_in(client, person=None):
    return client.post("/account/login/", {"login": person.username, "password": PASSWORD}, follow=True)


def is_in(client):
    return b"Signed in as" in client.get("/").content


@pytest.mark.database
def test_a_passkey_is_made_used_renamed_and_taken_away(at_home, people, confirm, mailoutbox):
    ada = confirm(at_home(people.ada))
    device = with_passkey(ada)
    assert b"my phone" in ada.get("/account/2fa/webauthn/").content
    assert "passkey" in mailoutbox[0].subject
    again = at_home()
    assert again.post(PASSKEY_IN, {"credential": device.show(asked_at_the_door(again))}).url == "/"
    assert is_in(again)
    key = Authenticator.objects.get(type="webauthn").pk
    ada.post(f"/account/2fa/webauthn/keys/{key}/edit/", {"name": "the old phone"})
    shown = ada.get("/account/2fa/webauthn/").content
    assert b"the old phone" in shown
    assert b"used" in shown
    assert at_home(people.bo).get(f"/account/2fa/webauthn/keys/{key}/edit/").status_code in {302, 404}
    assert confirm(at_home(people.bo)).post(f"/account/2fa/webauthn/keys/{key}/remove/").status_code == 404
    ada.post(f"/account/2fa/webauthn/keys/{key}/remove/")
    assert not Authenticator.objects.exists()


def test_joining_by_passkey_ends_at_the_codes_that_replace_it(at_home, db, mailoutbox):
    nora, device = at_home(), Device()
    nora.post("/account/signup/passkey/", {"username": "nora", "email": "nora@parley.example"})
    assert nora.post("/account/confirm-email/", {"code": code_in(mailoutbox[0])}).url == "/account/2fa/webauthn/signup/"
    assert not is_in(nora)
    options = options_in(nora.get("/account/2fa/webauthn/signup/"))
    made = nora.post("/account/2fa/webauthn/signup/", {"credential": device.make(options)}, follow=True)
    assert "Recovery codes" in made.content.decode()
    assert len(re.findall(r"<li><code>\d{4} \d{4}<", made.content.decode())) == 10
    assert not person_or_none("nora").has_usable_password()
    again = at_home()
    again.post(PASSKEY_IN, {"credential": device.show(asked_at_the_door(again))})
    assert is_in(again)


@pytest.mark.parametrize("spoilt", [
    "", "null", "[]", "7", '"x"', "{}", "[" * 20_000, '{"id": "' + "x" * 60_000 + '"}', '{"response": 1}',
    '{"response": {"userHandle": 7}}', ALL_PARTS_AND_NO_SENSE,
    '{"id": "\\u0000", "rawId": "AA", "type": "public-key", "response": {"clientDataJSON": "e30", "attestationObject": "_w"}}',
])  # fmt: skip
def test_a_spoilt_credential_gets_a_sentence(at_home, people, confirm, spoilt):
    ada = confirm(at_home(people.ada))
    ada.get(ADD)
    answer = ada.post(ADD, {"name": "x", "credential": spoilt})
    assert answer.status_code == 200
    assert b'class="problems"' in answer.content
    stranger = at_home()
    asked_at_the_door(stranger)
    assert stranger.post(PASSKEY_IN, {"credential": spoilt}).url == "/account/login/"
    assert b"is-refusal" in stranger.get("/account/login/").content


@pytest.mark.parametrize("odd", ["another site", "another key", "nobody's", "used before", "without its owner", "a name too long"])
def test_a_passkey_that_does_not_fit_lets_nobody_in(at_home, people, confirm, odd):
    device, stranger = Device(), at_home()
    if odd != "nobody's":
        with_passkey(confirm(at_home(people.ada)), device)
    options = asked_at_the_door(stranger)
    if odd == "another site":
        device.origin = "https://lantern.example"
    elif odd == "another key":
        device.key = Device().key
    elif odd == "nobody's":
        device.owner = "YWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFh"
    elif odd == "a name too long":
        device.owner = "enp6enp6enp6enp6enp6enp6eg"
    elif odd == "without its owner":
        device.flags = AuthenticatorData.FLAG.UP
    else:
        at_home().post(PASSKEY_IN, {"credential": device.show(options)})
        asked_at_the_door(stranger)
    assert stranger.post(PASSKEY_IN, {"credential": device.show(options)}).url == "/account/login/"
    assert not is_in(stranger)


def test_a_code_of_the_app_is_asked_for_and_a_recovery_code_works_once(at_home, people, confirm):
    ada = confirm(at_home(people.ada))
    secret = with_app(ada)
    assert secret not in json.dumps(Authenticator.objects.get(type="totp").data)
    codes = re.findall(r"<li><code>(\d{4} \d{4})<", ada.get("/account/2fa/recovery-codes/").content.decode())
    assert ada.get("/account/2fa/recovery-codes/download/").content.decode().split() == [each.replace(" ", "") for each in codes]
    again = at_home()
    assert "One more step" in signs_in(again, people.ada).content.decode()
    assert not is_in(again)
    assert b"does not fit" in again.post("/account/2fa/authenticate/", {"code": "000000"}).content
    assert again.post("/account/2fa/authenticate/", {"code": codes[0]}).status_code == 302
    assert is_in(again)
    third = at_home()
    signs_in(third, people.ada)
    assert b"does not fit" in third.post("/account/2fa/authenticate/", {"code": codes[0]}).content
    cache.clear()  # the code that began it counts as used for its half minute
    third.post("/account/2fa/authenticate/", {"code": code_of(secret)})
    assert is_in(third)
    ada.post("/account/2fa/totp/deactivate/")
    fresh = at_home(people.ada)
    assert is_in(fresh)
    assert b"not asked for" in fresh.get("/account/security").content


def test_wrong_codes_for_the_app_change_nothing(at_home, people, confirm):
    ada = confirm(at_home(people.ada))
    ada.get("/account/2fa/totp/activate/")
    for code in ("000000", "", "x" * 5000, "\u0000", "１２３４５６"):
        answer = ada.post("/account/2fa/totp/activate/", {"code": code})
        assert answer.status_code == 200
        assert b'class="error"' in answer.content
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(("method", "path"), [
    ("get", ADD), ("get", "/account/2fa/totp/activate/"), ("post", "/account/email/"), ("post", "/account/sessions/end"),
])  # fmt: skip
def test_who_it_is_is_asked_before(at_home, people, method, path):
    ada = at_home(people.ada)
    sent = {"email": "second@parley.example", "action_add": "1", "session": "others"}
    asked = getattr(ada, method)(path, sent if method == "post" else {})
    assert asked.url.startswith("/account/reauthenticate/")
    assert (b"is kept meanwhile" in ada.get(asked.url).content) == (method == "post")
    assert b"not your password" in ada.post(asked.url, {"password": "wrong zorblax", "next": path}).content
    went = ada.post(asked.url, {"password": PASSWORD, "next": path})
    if path == "/account/email/":
        assert b"second@parley.example" in ada.get(path).content
    assert went.status_code == 302
    assert getattr(ada, method)(path, sent if method == "post" else {}).status_code in {200, 302}


@pytest.mark.parametrize("path", [ADD, "/own/leave"])
def test_who_signed_in_a_moment_ago_is_not_asked(at_home, people, path):
    ada = at_home()
    ada.post("/account/login/", {"login": "ada", "password": PASSWORD})
    assert ada.get(path).status_code == 200
    answer = ada.post(path, {"name": "ada", "credential": "x"})
    assert "/account/reauthenticate/" not in answer.headers.get("Location", "")
    later = at_home(people.ada).get("/account/reauthenticate/").content.decode()
    assert "Before you go on, please write your password once more." in later
    assert "is kept meanwhile" not in later
    assert "back to your account" in later


def test_a_passkey_says_who_it_is(at_home, people, confirm):
    ada = confirm(at_home(people.ada))
    device = with_passkey(ada)
    again = at_home()
    again.post(PASSKEY_IN, {"credential": device.show(asked_at_the_door(again))})
    page = again.get("/account/2fa/webauthn/reauthenticate/?next=/account/2fa/webauthn/add/")
    went = again.post("/account/2fa/webauthn/reauthenticate/", {"credential": device.show(options_in(page)), "next": ADD})
    assert went.url == ADD
    assert again.get(ADD).status_code == 200
