"""Mails about accounts: codes, links, and what was changed. They are sent at once, since somebody waits for them; what the server
does not take now is kept and sent by a job.
"""

import logging
import smtplib
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from parley.base.jobs import job
from parley.base.turns import elsewhere
from parley.people.models import Letter

log = logging.getLogger(__name__)

LONGEST_ADDRESS = 254
KEPT = timedelta(days=1)
"""A letter that no attempt brought to the server is worth nothing afterwards: its code is too old."""
ATTEMPTS = timedelta(minutes=20)
"""In which a job's own attempts are over."""


def send(*, to: str, subject: str, body: str) -> None:
    """Never fails: whoever signs up is not to pay for a mail server that rests."""
    letter = _letter(to, subject, body)
    try:
        _hand_over(letter)
    except OSError as error:  # smtplib's own errors are among them
        log.warning("a mail about an account is kept and sent later: %s", error)
        _keep(letter)


def send_later(*, to: str, subject: str, body: str) -> None:
    """For which nobody waits: with the transaction of what causes it."""
    _keep(_letter(to, subject, body))


def _letter(to: str, subject: str, body: str) -> Letter:
    return Letter(to=to[:LONGEST_ADDRESS], subject=" ".join(subject.split())[:200], body=body, made_at=timezone.now())


def _keep(letter: Letter) -> None:
    letter.save()
    send_letter.enqueue(letter.pk)


@job
def send_letter(letter_id: int) -> None:
    """May be sent twice where the server took it and did not say so: a code that comes twice harms nobody."""
    letter = Letter.objects.filter(pk=letter_id, made_at__gt=timezone.now() - KEPT).first()
    if letter is not None:
        _hand_over(letter)
        letter.delete()


def _hand_over(letter: Letter) -> None:
    """Raises `OSError`, unless the server says that it will never take this: then there is nobody to send it to."""
    try:
        with elsewhere():
            EmailMessage(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [letter.to]).send()
    except smtplib.SMTPRecipientsRefused as refused:
        if any(code < 500 for code, _ in refused.recipients.values()):
            raise
        log.warning("the mail server knows no such receiver")


def try_again() -> None:
    """What the server did not take while the job of it lived."""
    for key in Letter.objects.filter(made_at__lt=timezone.now() - ATTEMPTS).order_by("pk").values_list("pk", flat=True):
        send_letter.enqueue(key)


def forget_old() -> None:
    Letter.objects.filter(made_at__lt=timezone.now() - KEPT).delete()
