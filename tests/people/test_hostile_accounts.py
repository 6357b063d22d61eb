"""Ways into an account, and odd bytes at its doors."""

import hmac
import time
from hashlib import sha1

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal import auth as totp
from allauth.socialaccount.models import SocialAccount

from parley.people.admission import change_admission
from parley.people.invitations import invite
from parley.people.models import Archive, SiteRole
from parley.people.services import create_person
from tests.people.test_export import archive_of
from tests.people.test_export import confirm as say_who
from tests.people.test_leaving import ask, run
from tests.people.test_openid import LEAVE, comes_back, joins, lantern  # noqa: F401 -- a fixture
from tests.people.test_second_steps import code_of, is_in, signs_in, with_app

pytestmark = pytest.mark.django_db


def test_another_secret_key_opens_no_second_step(at_home, people, confirm, settings):
    with_app(confirm(at_home(people.ada)))
    settings.SECRET_KEY = "another"
    first = int.from_bytes(hmac.new(b"", b"  0,", sha1).digest()[:4], "big") % 10**8
    for code in (code_of(""), str(first).zfill(8)):  # of an empty secret, and of an empty seed
        thief = at_home()
        signs_in(thief, people.ada)
        thief.post("/account/2fa/authenticate/", {"code": code})
        assert not is_in(thief)


def test_a_code_of_the_app_works_once(at_home, people, confirm, monkeypatch):
    secret = with_app(confirm(at_home(people.ada)))
    now = (int(time.time()) // 30) * 30 + 60
    code = totp.format_hotp_value(totp.hotp_value(secret, (now + 30) // 30))
    found = []
    for later in (1, 45):
        monkeypatch.setattr(time, "time", lambda: now + later)  # noqa: B023 -- asked within the round
        browser = at_home()
        signs_in(browser, people.ada)
        browser.post("/account/2fa/authenticate/", {"code": code})
        found.append(is_in(browser))
    assert found == [True, False]


def test_a_stolen_session_connects_nothing(at_home, lantern, mailoutbox):  # noqa: F811
    nora = at_home()
    joins(nora, mailoutbox)
    comes_back(nora)
    session = nora.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": time.time() - 9000}]
    session.save()
    lantern.person |= {"sub": "666", "email": "thief@parley.example"}
    answer = nora.post(f"{LEAVE}?process=connect")
    if "Refresh" in answer.headers:
        there = requests.get(answer.headers["Refresh"].removeprefix("0; url="), allow_redirects=False, timeout=5)
        nora.get(there.headers["Location"].removeprefix("http://localhost"), follow=True)
    assert list(SocialAccount.objects.values_list("uid", flat=True)) == ["17"]


def test_an_archive_goes_and_an_invitation_stays_when_somebody_leaves(as_, people):
    boss = create_person(username="boss", email="boss@parley.example", password="correct horse", site_role=SiteRole.ADMIN)
    change_admission(actor=boss, way="invited", inviters="members")
    made, ada = invite(actor=people.ada), as_(people.ada)
    say_who(ada)
    archive_of(ada)
    ask(ada, "ada")
    run()
    assert (as_(None).get(made.url).status_code, Archive.objects.count()) == (200, 0)


def test_the_only_address_stays(at_home, people, confirm):
    ada = confirm(at_home(people.ada))
    assert b"Take it away" not in ada.get("/account/email/").content
    ada.post("/account/email/", {"email": people.ada.email, "action_remove": "1"})
    assert EmailAddress.objects.filter(user=people.ada).exists()


@pytest.mark.database
def test_odd_bytes_and_long_addresses(as_, at_home, people, seed, confirm, mailoutbox):
    nobody, ada, sita = as_(None), as_(people.ada), as_(people.sita)
    long = "a" * 280 + "@b.example"
    answers = [
        nobody.get("/account/join/%00abc"),
        nobody.get("/account/login/", headers={"cookie": 'sessionid="\\000aaaaaaaaaaaa"'}),
        nobody.get("/notices/mail/%00"),
        ada.post("/notices/devices", {"endpoint": "https://a.example/\0", "p256dh": "B", "auth": "x", "stop": "1"}),
        ada.post(f"/s/{seed.pk}/draft", {"text": "a\0b"}),
        sita.post("/account/invitations", {"email": long}),
        confirm(at_home(people.bo)).post("/account/email/", {"email": long, "action_add": ""}),
        nobody.post("/account/signup/", {"username": "nora", "email": long, "password1": "four words stay put"}),
        nobody.post("/account/password/reset/", {"email": long}),
    ]
    assert [answer.status_code for answer in answers if answer.status_code >= 500] == []
    assert not [mail for mail in mailoutbox if mail.to[0].startswith("aaa")]
