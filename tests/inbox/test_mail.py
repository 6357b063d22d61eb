"""Statements and answers by real mail, from a job to a server."""

import smtplib
import socket

import pytest

from parley.base.jobs import run_due
from parley.deciding import services as deciding
from parley.inbox.mailing import send_notice
from parley.inbox.models import Notice
from parley.moderation import flagging
from parley.moderation import services as moderation
from parley.moderation.services import Choice
from tests.inbox.smtp_server import serving
from tests.web.test_discussion_at_once import in_threads
from tests.web.test_discussion_at_once import shared as shared  # noqa: PLC0414 -- a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def post(settings):
    with serving() as server:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
        yield server


def removed(people, said, **choice):
    return deciding.decide(actor=people.mo, item=said, choice=Choice(action="remove", line=1, **choice))


def test_who_is_ruled_on_and_who_flagged_get_their_mails(people, comment, post):
    said = comment("You genius.")
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    ruling = removed(people, said, ticket="breach")
    run_due()
    found = {mail["To"]: mail for mail in post.mails}
    assert found.keys() == {"ada@parley.example", "bo@parley.example"}
    statement = found["ada@parley.example"].get_body().get_content()
    for piece in ("Rule 1: “Taunting", "group mod", "It was flagged", "8 points", "appeal until", ruling.url):
        assert piece in statement
    assert "genius" not in found["bo@parley.example"].get_body().get_content()


def test_what_was_undone_before_the_mail_goes_is_not_told_as_standing(people, comment, post):
    ruling = removed(people, comment())
    moderation.undo(actor=people.mo, ruling=ruling)
    run_due()
    told = [mail.get_body().get_content() for mail in post.mails]
    assert any("What it took is back" in text for text in told)
    assert all("undone" in mail["Subject"].lower() for mail in post.mails)


@pytest.mark.database
def test_a_server_that_refuses_is_tried_again_and_gets_the_mail_once(people, comment, post):
    removed(people, comment())
    notice = Notice.objects.get()
    post.refusing = True
    with pytest.raises((smtplib.SMTPConnectError, smtplib.SMTPServerDisconnected)):
        send_notice.call(notice.pk)
    assert Notice.objects.get().mail_claimed_at is None
    post.refusing = False
    send_notice.call(notice.pk)
    send_notice.call(notice.pk)
    assert len(post.mails) == 1
    assert Notice.objects.get().mailed_at is not None


def test_who_has_no_address_or_has_read_an_answer_gets_no_mail(people, comment, post, as_):
    said = comment()
    flagging.flag(actor=people.bo, item=said, report=flagging.Report(line=1))
    people.ada.email = ""
    people.ada.save()
    removed(people, said)
    as_(people.bo).post("/notices/read")
    run_due()
    assert post.mails == []
    assert {each.person for each in Notice.objects.filter(comment=None)} == {people.ada, people.bo}


@pytest.mark.parametrize("command", [b"MAIL", b"RCPT", b"DATA"])
def test_a_mail_that_is_not_taken_now_is_taken_later_and_once(command, people, comment, post):
    removed(people, comment())
    notice = Notice.objects.get()
    post.refused = command
    with pytest.raises(smtplib.SMTPException):
        send_notice.call(notice.pk)
    assert Notice.objects.get().mail_claimed_at is None
    post.refused = b""
    send_notice.call(notice.pk)
    send_notice.call(notice.pk)
    assert len(post.mails) == 1


def test_a_server_whose_name_is_not_found_is_tried_again(people, comment, post, monkeypatch):
    removed(people, comment())
    notice = Notice.objects.get()

    def nowhere(*_, **__):
        raise socket.gaierror("no such name")

    with monkeypatch.context() as patched:
        patched.setattr(socket, "create_connection", nowhere)
        with pytest.raises(OSError, match="no such name"):
            send_notice.call(notice.pk)
    send_notice.call(notice.pk)
    assert len(post.mails) == 1


def test_after_an_unknown_outcome_it_is_not_sent_again(people, comment, post, monkeypatch):
    removed(people, comment())
    notice = Notice.objects.get()

    def lost(*_):
        raise smtplib.SMTPServerDisconnected("gone")

    with monkeypatch.context() as patched:
        patched.setattr(smtplib.SMTP, "sendmail", lost)
        with pytest.raises(smtplib.SMTPServerDisconnected):
            send_notice.call(notice.pk)
    send_notice.call(notice.pk)
    assert post.mails == []
    assert Notice.objects.get().mailed_at is None


def test_what_was_cut_before_the_mail_goes_is_cut_in_it(people, comment, cut, post):
    said = comment("You genius idiot.")
    cut(said, "genius")
    removed(people, said)
    run_due()
    texts = [mail.get_body().get_content() for mail in post.mails if mail["To"] == "ada@parley.example"]
    assert len(texts) == 2
    assert all("idiot" not in text for text in texts)


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_mail(people, comment, post, shared):
    removed(people, comment())
    notice = Notice.objects.get()
    shared()
    in_threads(*[lambda: send_notice.call(notice.pk)] * 2)
    assert len(post.mails) == 1
