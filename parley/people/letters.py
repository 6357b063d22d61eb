"""Mails about accounts: codes, links, and what was changed. They are sent at once, since somebody waits for them; what the server
does not take now is kept and sent by a job.
"""

import logging
import smtplib
from collections.abc import Collection, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Q
from django.utils import timezone

from parley.base.jobs import heartbeat, job
from parley.base.turns import elsewhere
from parley.people.models import Letter

if TYPE_CHECKING:
    from django.db.models import QuerySet

log = logging.getLogger(__name__)

LONGEST_ADDRESS = 254
WORTH = timedelta(days=1)
"""How long a letter is tried; one with a code as long as its code holds."""
ATTEMPTS = timedelta(minutes=20)
"""In which a job's own attempts are over."""
REFUSED = (smtplib.SMTPRecipientsRefused, smtplib.SMTPSenderRefused, smtplib.SMTPDataError)
"""What says something of one letter; anything else says that no letter can be handed over now."""


def send(*, to: str, subject: str, body: str, worth: timedelta = WORTH) -> None:
    """Never fails: whoever signs up is not to pay for a mail server that rests. `worth`: how long it is tried."""
    letter = _letter(to, subject, body, worth)
    try:
        _hand_over(letter)
    except OSError as error:  # smtplib's own errors are among them
        log.warning("a mail about an account is kept and sent later: %s", error)
        _keep(letter)


def send_later(*, to: str, subject: str, body: str) -> None:
    """For which nobody waits: with the transaction of what causes it."""
    _keep(_letter(to, subject, body, WORTH))


def _letter(to: str, subject: str, body: str, worth: timedelta) -> Letter:
    now = timezone.now()
    return Letter(to=to[:LONGEST_ADDRESS], subject=" ".join(subject.split())[:200], body=body, made_at=now, until=now + worth)


def _keep(letter: Letter) -> None:
    letter.save()
    send_letter.enqueue(letter.pk)


def _standing() -> "QuerySet[Letter]":
    now = timezone.now()
    return Letter.objects.filter(Q(until__gt=now) | Q(until=None, made_at__gt=now - WORTH)).order_by("pk")


@job
def send_letter(letter_id: int) -> None:
    """May be sent twice where the server took it and did not say so: a code that comes twice harms nobody."""
    letter = _standing().filter(pk=letter_id).first()
    if letter is not None:
        _hand_over(letter)
        letter.delete()


def try_again() -> None:
    """What the server did not take while the job of it lived, oldest first, as long as the server can be reached."""
    for key in list(_standing().filter(made_at__lt=timezone.now() - ATTEMPTS).values_list("pk", flat=True)):
        heartbeat()
        try:
            send_letter.call(key)
        except REFUSED:
            continue
        except OSError:
            return


def _hand_over(letter: Letter) -> None:
    """Raises `OSError`, unless the server says that it will never take this: then there is nobody to send it to."""
    try:
        with elsewhere():
            EmailMessage(letter.subject, letter.body, settings.DEFAULT_FROM_EMAIL, [letter.to]).send()
    except smtplib.SMTPRecipientsRefused as refused:
        if any(code < 500 for code, _ in refused.recipients.values()):
            raise
        log.warning("the mail server knows no such receiver")


def forget(addresses: Iterable[str], *, subjects: Collection[str] | None = None) -> None:
    """Letters to somebody that are of no use any more: all, or those of these subjects."""
    found = Letter.objects.filter(to__in=set(addresses) - {""})
    (found if subjects is None else found.filter(subject__in=subjects)).delete()


def forget_old() -> None:
    Letter.objects.exclude(pk__in=_standing().values("pk")).delete()
