"""A notice by mail. It is claimed before it is handed over: refused or unreachable is tried again, an unknown outcome is not."""

import logging
import smtplib
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils import timezone

from parley.base.jobs import job
from parley.base.languages import spoken_to
from parley.deciding import receipts
from parley.groups.policy import is_suspended
from parley.inbox import preferences, unsubscribing
from parley.inbox.models import Mail, Notice, What
from parley.inbox.queries import with_matter
from parley.inbox.seeing import seen
from parley.inbox.topics import OWED, TOPIC_OF
from parley.inbox.wording import words_of
from parley.moderation.models import Ruling

log = logging.getLogger(__name__)

REFUSED = (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused)
"""The server has answered that it does not take the mail, for now or at all: after these it has surely not left."""

@job
def send_notice(notice_id: int) -> None:
    """Says what is so when it is sent: what was cut meanwhile is cut here, and what was undone is not told as standing."""
    unclaimed = Notice.objects.filter(pk=notice_id, mail_claimed_at=None)
    notice = with_matter(unclaimed.filter(pk__in=seen(pk=notice_id))).first()
    if notice is None or not notice.person.email or not is_reached(notice) or not is_wanted(notice):
        return
    if not unclaimed.update(mail_claimed_at=timezone.now()):
        return
    claimed = Notice.objects.filter(pk=notice_id)
    with handing_over(lambda: claimed.update(mail_claimed_at=None)) as hand_over, spoken_to(notice.person.language):
        hand_over(_mail_of(notice))
    claimed.update(mailed_at=timezone.now())


def is_reached(notice: Notice) -> bool:
    """Nobody without an account that is used is told beyond the page; of talk in which he may not take part, neither."""
    if not notice.person.is_active:
        return False
    return notice.comment is None or not is_suspended(notice.person, notice.comment.seed.group, notice.comment.seed_id)


def is_wanted(notice: Notice) -> bool:
    """By a mail of its own, now."""
    if notice.what in OWED:
        return True
    return notice.read_at is None and preferences.way_of(notice.person_id, notice.what) == Mail.AT_ONCE


def letter(*, to: str, subject: str, body: str, headers: dict[str, str]) -> EmailMessage:
    return EmailMessage(
        subject=" ".join(subject.split())[:200], body=body, from_email=settings.DEFAULT_FROM_EMAIL, to=[to], headers=headers
    )


def _mail_of(notice: Notice) -> EmailMessage:
    words, headers = words_of(notice), {}
    body = words.as_mail(notice.person.username)
    if notice.what not in OWED:
        topic = TOPIC_OF[What(notice.what)]
        body += unsubscribing.foot(notice.person_id, topic)
        headers = unsubscribing.headers(notice.person_id, topic)
    mail = letter(to=notice.person.email, subject=words.subject, body=body, headers=headers)
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
def handing_over(give_back: Callable[[], object]) -> Iterator[Callable[[EmailMessage], None]]:
    """To the server. Where nothing surely left, the claim is given back and the job fails: its next attempt sends."""
    server = get_connection()

    def hand_over(mail: EmailMessage) -> None:
        mail.connection = server
        mail.send()

    try:
        with _undone_after(give_back, OSError):  # nothing leaves before there is a connection
            server.open()
        with _undone_after(give_back, *REFUSED):
            yield hand_over
    finally:
        server.close()


@contextmanager
def _undone_after(give_back: Callable[[], object], *errors: type[Exception]) -> Iterator[None]:
    try:
        yield
    except errors:
        give_back()
        raise
