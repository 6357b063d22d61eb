"""A notice by mail. It is claimed before it is handed over: refused or unreachable is tried again, an unknown outcome is not."""

import logging
import smtplib
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from parley.base.jobs import job
from parley.deciding import receipts
from parley.inbox.models import Notice, What
from parley.inbox.queries import with_matter
from parley.inbox.wording import words_of
from parley.moderation.models import Ruling

log = logging.getLogger(__name__)

REFUSED = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
"""The server has answered that it does not take the mail, for now or at all: after these it has surely not left."""

OWED = frozenset({What.RULING, What.RULING_UNDONE, What.APPEAL_DECIDED})
"""Told by mail even to who has read it in the page: reasons and outcomes are kept by whom they concern (Art. 17, 20 DSA)."""


@job
def send_notice(notice_id: int) -> None:
    """Says what is so when it is sent: what was cut meanwhile is cut here, and what was undone is not told as standing."""
    unclaimed = Notice.objects.filter(pk=notice_id, mail_claimed_at=None)
    notice = with_matter(unclaimed).first()
    if notice is None or not notice.person.email or not notice.person.is_active:
        return
    if notice.read_at is not None and notice.what not in OWED:
        return
    if not unclaimed.update(mail_claimed_at=timezone.now()):
        return
    mail = _mail_of(notice)
    server = mail.connection = get_connection()
    with _given_back_after(notice_id, OSError):  # nothing leaves before there is a connection
        server.open()
    try:
        with _given_back_after(notice_id, *REFUSED):
            mail.send()
        Notice.objects.filter(pk=notice_id).update(mailed_at=timezone.now())
    finally:
        server.close()


def _mail_of(notice: Notice) -> EmailMessage:
    words = words_of(notice)
    mail = EmailMessage(
        subject=" ".join(words.subject.split())[:200],
        body=words.as_mail(notice.person.username),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.person.email],
    )
    if notice.what == What.RULING and notice.ruling is not None and notice.ruling.action != "no-breach":
        _attach_receipt(mail, notice.ruling)
    return mail


def _attach_receipt(mail: EmailMessage, ruling: Ruling) -> None:
    """Without one where it cannot be signed now: the statement must leave, and its page gives the receipt at any time."""
    try:
        mail.attach(receipts.name_of(ruling), receipts.receipt_of(ruling), "text/plain")
    except Exception:  # whatever it is: the statement is owed, the receipt can be fetched
        log.exception("a statement of reasons leaves without its receipt")


@contextmanager
def _given_back_after(notice_id: int, *errors: type[Exception]) -> Iterator[None]:
    """These fail the job and leave the mail to its next attempt."""
    try:
        yield
    except errors:
        Notice.objects.filter(pk=notice_id).update(mail_claimed_at=None)
        raise
