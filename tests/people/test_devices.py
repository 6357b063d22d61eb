"""Where one is signed in, and ending it."""

import pytest

from parley.people.devices import device_of
from parley.people.models import Session
from tests.budgets import QUERIES
from tests.people.conftest import PASSWORD

pytestmark = pytest.mark.django_db
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"
IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/604.1"


def names(client):
    import re

    return re.findall(r'name="session" value="([0-9a-f]{32})"', client.get("/account/sessions").content.decode())


@pytest.mark.parametrize(("said", "words"), [
    (FIREFOX, "Firefox on Linux"), (IPHONE, "Safari on an iPhone"), ("", "A browser"), ("<b>" * 9000, "A browser"),
])  # fmt: skip
def test_a_device_is_told_in_words(rf, said, words):
    assert device_of(rf.get("/", headers={"user-agent": said})) == words


@pytest.mark.database
def test_one_device_is_signed_out_or_all_others(at_home, people, confirm):
    here = at_home(people.ada, HTTP_USER_AGENT=FIREFOX)
    phone, third = at_home(people.ada, HTTP_USER_AGENT=IPHONE), at_home(people.ada, REMOTE_ADDR="2001:db8:1:2::7")
    shown = here.get("/account/sessions").content.decode()
    assert "Firefox on Linux" in shown
    assert "Safari on an iPhone" in shown
    assert "127.0.0.0/24" in shown
    assert "2001:db8:1::/48" in shown
    assert not any(key in shown for key in Session.objects.values_list("session_key", flat=True))
    confirm(here)
    phones = next(name for name in names(here) if name in names(third))
    assert confirm(at_home(people.bo)).post("/account/sessions/end", {"session": phones}).status_code == 404
    assert here.post("/account/sessions/end", {"session": "0" * 32}).status_code == 404
    here.post("/account/sessions/end", {"session": phones})
    assert b"Signed in as" not in phone.get("/").content
    assert b"Signed in as" in third.get("/").content
    here.post("/account/sessions/end", {"session": "others"})
    assert b"Signed in as" not in third.get("/").content
    assert b"Signed in as" in here.get("/").content
    assert names(here) == []


def test_pages_of_an_account_do_not_grow(at_home, people, django_assert_max_num_queries):
    from parley.people.invitations import invite
    from parley.people.models import SiteRole

    people.ada.site_role = SiteRole.ADMIN
    people.ada.save()
    here = at_home(people.ada)
    for _ in range(3):
        invite(actor=people.ada)
        at_home(people.ada)
        for name in ("security", "sessions", "invitations"):
            here.get(f"/account/{name}")
            with django_assert_max_num_queries(QUERIES[name][1]):
                here.get(f"/account/{name}")


def test_what_is_written_in_a_session_that_was_ended_is_kept(at_home, people, seed, confirm):
    here, phone = confirm(at_home(people.ada)), at_home(people.ada)
    assert phone.get(f"/s/{seed.pk}/reply").status_code == 200
    here.post("/account/sessions/end", {"session": "others"})
    answer = phone.post(f"/s/{seed.pk}/reply", {"text": "Half a thought about tiltmeters."})
    assert answer.status_code == 403
    assert b"Half a thought about tiltmeters." in answer.content
    assert b"/account/login/" in answer.content


@pytest.mark.database
def test_a_new_password_ends_every_other_session(at_home, people):
    here, phone = at_home(people.ada), at_home(people.ada)
    new = dict.fromkeys(("password1", "password2"), "blue lamps sing low")
    here.post("/account/password/change/", {"oldpassword": PASSWORD, **new})
    assert b"Signed in as" not in phone.get("/").content
    assert b"Signed in as" in here.get("/").content
    assert Session.objects.filter(person=people.ada).count() == 1


def test_sessions_of_before_an_upgrade_go_on(at_home, people):
    from importlib import import_module

    from django.apps import apps
    from django.contrib.sessions.models import Session as Old

    here = at_home(people.ada)
    kept = Session.objects.get(person=people.ada)
    Old.objects.create(session_key=kept.session_key, session_data=kept.session_data, expire_date=kept.expire_date)
    kept.delete()
    import_module("parley.people.migrations.0003_invitations").keep_signed_in(apps, None)
    assert b"Signed in as" in here.get("/").content
    assert b"An unknown device" in here.get("/account/sessions").content
    assert not Old.objects.exists()
