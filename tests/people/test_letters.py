"""Mails about accounts by a real server, also one that rests; and how often somebody may try."""

import pytest
from django.core.cache import cache
from django.db.models import F

from parley.base.jobs import run_due
from parley.people import letters
from parley.people.models import Attempt, Letter, Person
from tests.inbox.smtp_server import serving
from tests.web.test_accounts import SIGN_UP

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings):
    with serving() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server


def body_of(mail):
    return mail.get_body().get_content()


def test_codes_and_links_come_by_mail(as_, people, post):
    import re

    nora = as_(None)
    nora.post("/account/signup/", SIGN_UP)
    code = re.search(r"^([A-Z0-9-]{6,9})\s*$", body_of(post.mails[0]), re.MULTILINE)[1]
    assert nora.post("/account/confirm-email/", {"code": code}).status_code == 302
    as_(people.bo).post("/account/password/reset/", {"email": "ada@parley.example"})
    assert "/account/password/reset/key/" in body_of(post.mails[1])


@pytest.mark.database
@pytest.mark.parametrize("how", ["refusing", "unreachable", b"MAIL", b"DATA"])
def test_a_server_that_rests_keeps_nobody_from_joining(as_, db, post, settings, how):
    if how == "refusing":
        post.refusing = True
    elif how == "unreachable":
        port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    else:
        post.refused = how
    nora = as_(None)
    answer = nora.post("/account/signup/", SIGN_UP, follow=True)
    assert answer.status_code == 200
    assert b"A mail with a code is on its way" in answer.content
    assert Person.objects.filter(username="nora").exists()
    assert post.mails == []
    post.refusing, post.refused = False, b""
    if how == "unreachable":
        settings.EMAIL_PORT = port
    run_due()
    run_due()
    assert len(post.mails) == 1
    assert not Letter.objects.exists()


def kept(**ago) -> None:
    """Letters were made so long ago, and the attempts of their jobs are over."""
    from datetime import timedelta

    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.all().delete()
    Letter.objects.update(made_at=F("made_at") - timedelta(**ago), until=F("until") - timedelta(**ago))


def test_a_server_that_rests_for_hours_gets_the_letters_when_it_is_back(db, post, settings):
    post.refusing = True
    for name in ("nora", "mira"):
        letters.send(to=f"{name}@parley.example", subject="A change", body="x")
    letters.try_again()
    post.refusing = False
    kept(minutes=5)
    letters.try_again()
    assert post.mails == [], "their jobs try still"
    kept(hours=3)
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    letters.try_again()
    settings.EMAIL_PORT, post.refused = port, b"DATA"
    letters.try_again()
    post.refused = b""
    letters.try_again()
    letters.try_again()
    assert len(post.mails) == 2


def test_a_code_that_holds_no_more_is_not_sent(as_, db, post):
    post.refusing = True
    as_(None).post("/account/signup/", SIGN_UP)
    assert "confirms your e-mail" in Letter.objects.get().subject
    post.refusing = False
    kept(hours=2)
    letters.try_again()
    assert post.mails == []
    letters.forget_old()
    assert not Letter.objects.exists()


def test_a_letter_that_nobody_takes_for_a_day_is_forgotten(db, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", 1
    letters.send(to="nora@parley.example", subject="A\nB", body="x")
    assert Letter.objects.get().subject == "A B"
    letters.forget_old()
    assert Letter.objects.exists()
    kept(days=2)
    letters.forget_old()
    assert not Letter.objects.exists()


@pytest.mark.database
def test_attempts_are_counted_where_every_process_counts(as_, people, settings):
    settings.ACCOUNT_RATE_LIMITS = {}
    tried = [as_(None).post("/account/login/", {"login": "ada", "password": f"wrong {number}"}) for number in range(7)]
    assert b"tried too often" in tried[-1].content
    assert b"tried too often" in as_(None).post("/account/login/", {"login": "ada", "password": "correct horse"}).content
    assert as_(None).post("/account/login/", {"login": "bo", "password": "correct horse"}).status_code == 302
    assert Attempt.objects.filter(cache_key__contains="login_failed").exists()
    cache.clear()
    assert as_(people.new).post("/account/login/", {"login": "ada", "password": "correct horse"}).status_code == 302


def test_too_fast_is_told_kindly(as_, db, settings):
    settings.ACCOUNT_RATE_LIMITS = {"signup": "2/m/ip"}
    answers = [as_(None).post("/account/signup/", SIGN_UP | {"password1": "x"}) for _ in range(3)]
    assert [each.status_code for each in answers] == [200, 200, 429]
    assert b"Wait some minutes" in answers[-1].content
    assert b'class="masthead"' in answers[-1].content
