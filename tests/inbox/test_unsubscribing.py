"""Ending mails by their link: no session, no token of ours (RFC 8058)."""

import re

import pytest
from django.core import signing
from django.test import Client

from parley.base.jobs import run_due
from parley.inbox import preferences, unsubscribing
from parley.inbox.models import Mail, Topic
from tests.inbox.telling import digest_of, posted

pytestmark = pytest.mark.django_db
ONE_CLICK = {"List-Unsubscribe": "One-Click"}


@pytest.fixture
def mail(people, comment, mailoutbox):
    said = comment("Tiltmeters.")
    comment("Warm?", by=people.bo, to=said)
    posted()
    return digest_of(people.ada, mailoutbox)


@pytest.fixture
def outside():
    return Client(enforce_csrf_checks=True)


def path_in(mail) -> str:
    assert mail.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    return re.fullmatch(r"<https?://[^/]+(/[^>]+)>", mail.extra_headers["List-Unsubscribe"])[1]


@pytest.mark.database
def test_one_click_ends_the_daily_mail_and_nothing_else(people, mail, outside):
    before = preferences.of(people.ada.pk)
    path = path_in(mail)
    assert path in mail.body
    shown = outside.get(path)
    assert shown.status_code == 200
    assert "This ends the daily mail." in shown.content.decode()
    assert preferences.of(people.ada.pk) == before
    answer = outside.post(path, ONE_CLICK)
    assert answer.status_code == 200
    assert not answer.cookies
    after = preferences.of(people.ada.pk)
    assert {topic for topic in Topic if before[topic] != after[topic]} == {t for t in Topic if before[t] == Mail.DIGEST}
    assert outside.post(path, ONE_CLICK).status_code == 200


def test_a_mail_of_one_sort_ends_that_sort_or_all_but_what_is_owed(people, comment, outside, mailoutbox, cut):
    preferences.silence(people.ada.pk, [])
    preferences._keep(people.ada.pk, {Topic.MENTIONS: Mail.AT_ONCE})
    comment("Ask @ada.", by=people.bo)
    posted()
    (mail,) = [each for each in mailoutbox if each.to == ["ada@parley.example"]]
    outside.post(path_in(mail), ONE_CLICK)
    assert preferences.of(people.ada.pk)[Topic.MENTIONS] == Mail.NONE
    assert preferences.of(people.ada.pk)[Topic.REPLIES] == Mail.DIGEST
    page = outside.post(path_in(mail), {"everything": "1"}).content.decode()
    assert "all mails but those that we owe you" in page
    ways = preferences.of(people.ada.pk)
    assert {topic for topic in Topic if ways[topic] != Mail.NONE} == {Topic.DECISIONS}
    mailoutbox.clear()
    cut(comment("Warm."), "Warm")
    run_due()
    (owed,) = mailoutbox
    assert "List-Unsubscribe" not in owed.extra_headers


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00:x", "WzEsInJlcGxpZXMiXQ:1vNLUm:forged", "é" * 300])
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_link_that_is_not_ours_gets_a_sentence(outside, token, method):
    answer = getattr(outside, method)(f"/notices/mail/{token}")
    assert answer.status_code == 404
    assert "This link is not whole" in answer.content.decode()


def test_an_altered_and_an_old_link_too(people, outside, monkeypatch):
    path = unsubscribing.address_for(people.ada.pk, Topic.REPLIES)
    token = path.rsplit("/", 1)[1]
    _, stamp, signature = token.split(":")
    other = signing.b64_encode(f'[{people.bo.pk},"all"]'.encode()).decode()
    assert outside.post(f"/notices/mail/{other}:{stamp}:{signature}").status_code == 404
    monkeypatch.setattr(unsubscribing, "DAYS", -1)
    answer = outside.post(path)
    assert answer.status_code == 404
    assert "too old" in answer.content.decode()
    assert preferences.of(people.ada.pk)[Topic.REPLIES] == Mail.DIGEST
