"""Signing in elsewhere, at a real provider on loopback that can be told to lie."""

import re
import time
from urllib.parse import urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa

from parley.people.admission import change_admission
from parley.people.models import Person, SiteRole
from tests.people.codes import code_in
from tests.people.provider import serving

pytestmark = pytest.mark.django_db
LEAVE = "/account/oidc/lantern/login/"


@pytest.fixture
def lantern(settings):
    with serving() as provider:
        app = provider.app
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [{
            "provider_id": app["id"], "name": app["name"], "client_id": app["client"], "secret": app["secret"],
            "settings": {"server_url": app["server"], "trusts_mail": False},
        }]}}  # fmt: skip
        kept = settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"][0]["settings"]
        provider.trusts_mail = lambda: kept.update(trusts_mail=True)
        yield provider


def way_back(client, **said):
    """Goes to the provider, which sends back; where to."""
    going = client.post(LEAVE, said)
    assert going.status_code == 200, going.content.decode()
    address = going.headers["Refresh"].removeprefix("0; url=")
    there = requests.get(address, allow_redirects=False, timeout=5).headers["Location"]
    return there.removeprefix("http://localhost")


def comes_back(client, **said):
    return client.get(way_back(client, **said), follow=True)


def joins(client, mailoutbox, **said):
    comes_back(client)
    client.post("/account/3rdparty/signup/", {"username": "nora", "email": "nora@parley.example"} | said)
    return client.post("/account/confirm-email/", {"code": code_in(mailoutbox[-1])}, follow=True)


def is_in(client):
    return b"Signed in as" in client.get("/").content


@pytest.mark.database
def test_joining_and_signing_in_again(at_home, lantern, mailoutbox):
    first = at_home()
    shown = comes_back(first)
    assert 'value="nora"' in shown.content.decode()
    assert "nora@parley.example" in shown.content.decode()
    joins(first, mailoutbox)
    assert is_in(first)
    again = at_home()
    assert comes_back(again, next="/g").redirect_chain[-1][0] == "/g"
    assert is_in(again)
    kept = SocialAccount.objects.get().extra_data["userinfo"]
    assert set(kept) <= {"sub", "email", "email_verified", "preferred_username"}


def test_asking_comes_before_going(at_home, lantern):
    client = at_home()
    assert b"The Lantern is another site" in client.get(LEAVE).content
    assert b"The Lantern" in client.get("/account/login/").content
    assert client.get("/account/oidc/nobody/login/").status_code == 404


@pytest.mark.parametrize("trusted", [False, True])
def test_whoever_names_the_address_of_another_is_not_let_into_his_account(at_home, lantern, people, mailoutbox, trusted):
    if trusted:
        lantern.trusts_mail()
    lantern.person["email"] = "ada@parley.example"
    liar = at_home()
    comes_back(liar)
    shown = liar.post("/account/3rdparty/signup/", {"username": "nora", "email": "ada@parley.example"}, follow=True)
    assert shown.status_code == 200
    assert not is_in(liar)
    assert not SocialAccount.objects.exists()
    assert not Person.objects.filter(username="nora").exists()
    assert "have an account already" in mailoutbox[-1].subject
    assert EmailAddress.objects.filter(user=people.ada).count() == 1


@pytest.mark.parametrize("said", [True, "false", "true", 1, None])
def test_an_address_is_confirmed_by_its_mail_unless_the_site_trusts_the_provider(at_home, lantern, mailoutbox, said):
    lantern.person["email_verified"] = said
    client = at_home()
    comes_back(client)
    client.post("/account/3rdparty/signup/", {"username": "nora", "email": "nora@parley.example"})
    assert not is_in(client)
    lantern.trusts_mail()
    lantern.person |= {"sub": "18", "email": "mira@parley.example"}
    client = at_home()
    comes_back(client)
    client.post("/account/3rdparty/signup/", {"username": "mira", "email": "mira@parley.example"})
    assert is_in(client) == (said is True)


@pytest.mark.parametrize("claims", [{"email_verified": True}, {"email": "mira@parley.example", "email_verified": True}])
def test_one_answer_confirms_no_address_of_the_other(at_home, lantern, claims):
    lantern.trusts_mail()
    lantern.claims = claims
    del lantern.person["email_verified"]
    client = at_home()
    comes_back(client)
    client.post("/account/3rdparty/signup/", {"username": "nora", "email": "nora@parley.example"})
    assert not is_in(client)


@pytest.mark.parametrize("address", [None, "", "no address", "x" * 400, 7, ["a@b.example"]])
def test_without_an_address_it_is_asked_for(at_home, lantern, mailoutbox, address):
    lantern.person["email"] = address
    client = at_home()
    assert comes_back(client).status_code == 200
    assert b'class="error"' in client.post("/account/3rdparty/signup/", {"username": "nora", "email": ""}).content
    client.post("/account/3rdparty/signup/", {"username": "nora", "email": "nora@parley.example"})
    client.post("/account/confirm-email/", {"code": code_in(mailoutbox[-1])})
    assert is_in(client)


def lie(provider, how):
    now = int(time.time())
    if how == "bad signature":
        provider.signs_with = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    elif how == "signed with a word":
        provider.signs_with = "k" * 40
    elif how in {"for another", "by another", "too old", "another person", "nobody"}:
        provider.claims = {
            "for another": {"aud": "somebody-else"}, "by another": {"iss": "https://lantern.example"},
            "too old": {"iat": now - 900, "exp": now - 600}, "another person": {"sub": "18"}, "nobody": {"sub": None},
        }[how]  # fmt: skip
    else:
        path, what = {
            "no token": ("/token", {}), "no word": ("/token", {"access_token": "x"}), "a list": ("/token", [1]),
            "noise": ("/token", b"\xff<"), "no keys": ("/keys", {}), "odd keys": ("/keys", {"keys": [{"kid": "1"}, 7]}),
            "keys as noise": ("/keys", b"\xff"), "a person as a list": ("/me", ["x"]),
        }[how]  # fmt: skip
        provider.instead[path] = what


@pytest.mark.parametrize("how", [
    "bad signature", "signed with a word", "for another", "by another", "too old", "another person", "nobody", "no token", "no word",
    "a list", "noise", "no keys", "odd keys", "keys as noise", "a person as a list",
])  # fmt: skip
def test_a_lie_or_nonsense_is_told_and_nobody_is_let_in(at_home, lantern, how):
    client = at_home()
    back = way_back(client)
    lie(lantern, how)
    answer = client.get(back)
    assert answer.status_code in {403, 502}, answer.content.decode()
    assert b"The Lantern" in answer.content
    assert not is_in(client)
    assert client.get("/account/3rdparty/signup/").url == "/account/login/"


@pytest.mark.parametrize("config", [
    {}, [], b"\xff", {"issuer": "x"}, {"issuer": 1, "authorization_endpoint": 2, "token_endpoint": 3, "jwks_uri": 4},
])  # fmt: skip
def test_a_provider_that_describes_itself_oddly(at_home, lantern, config):
    lantern.instead["/.well-known/openid-configuration"] = config
    assert at_home().post(LEAVE).status_code in {403, 502}


def test_a_provider_that_cannot_be_reached(at_home, lantern):
    client = at_home()
    back = way_back(client)
    lantern.shutdown()
    lantern.server_close()
    for answer in (client.post(LEAVE), client.get(back)):
        assert answer.status_code == 502
        assert b"cannot be reached" in answer.content
    lantern.shutdown = lambda: None


def test_a_code_or_a_state_works_once_and_in_its_browser(at_home, lantern):
    client, stranger = at_home(), at_home()
    back = way_back(client)
    assert stranger.get(back).status_code == 400
    assert client.get(back.replace("state=", "state=x")).status_code == 400
    assert client.get(back, follow=True).status_code == 200
    assert client.get(back).status_code == 400
    code, other = re.search(r"code=(\w+)", back)[1], way_back(client)
    assert client.get(re.sub(r"code=\w+", f"code={code}", other)).status_code == 403
    state = urlsplit(way_back(client)).query.partition("state=")[2]
    assert client.get(f"{LEAVE}callback/?state={state}&error=access_denied", follow=True).status_code == 200
    assert client.get(f"{LEAVE}callback/?error=server_error").status_code == 400


def test_connecting_asks_who_it_is_and_takes_nothing_from_another(at_home, lantern, people, confirm, mailoutbox):
    ada = confirm(at_home(people.ada))
    going = ada.post(f"{LEAVE}?process=connect").headers["Refresh"].removeprefix("0; url=")
    back = requests.get(going, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://localhost")
    assert b"It is connected." in ada.get(back, follow=True).content
    assert "The Lantern was connected" in mailoutbox[-1].subject
    bo = confirm(at_home(people.bo))
    going = bo.post(f"{LEAVE}?process=connect").headers["Refresh"].removeprefix("0; url=")
    back = requests.get(going, allow_redirects=False, timeout=5).headers["Location"].removeprefix("http://localhost")
    assert b"Another member signs in with this" in bo.get(back, follow=True).content
    assert SocialAccount.objects.get().user_id == people.ada.pk
    ada.post("/account/3rdparty/", {"account": SocialAccount.objects.get().pk})
    assert not SocialAccount.objects.exists()


def test_who_comes_only_from_elsewhere_signs_in_again_before_what_matters(at_home, lantern, mailoutbox):
    nora = at_home()
    joins(nora, mailoutbox)
    comes_back(nora)
    assert nora.post("/account/sessions/end", {"session": "others"}).status_code == 302
    session = nora.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": time.time() - 900}]
    session.save()
    asked = nora.post("/account/sessions/end", {"session": "others"})
    assert b"sign in once more" in asked.content
    for path in ("3rdparty", "email", "password/set", "2fa/totp/activate", "2fa/webauthn/add"):
        assert b"sign in once more" in nora.get(f"/account/{path}/").content
    comes_back(nora)
    last = nora.post("/account/3rdparty/", {"account": SocialAccount.objects.get().pk})
    assert b"only way in" in last.content


def test_a_closed_site_is_closed_to_who_comes_from_elsewhere(at_home, lantern, people):
    people.sita.site_role = SiteRole.ADMIN
    change_admission(actor=people.sita, way="closed", inviters="staff")
    answer = comes_back(at_home())
    assert answer.status_code == 403
    assert b"Not open just now" in answer.content
