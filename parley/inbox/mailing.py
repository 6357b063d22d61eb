"""A notice by mail. It is claimed before it is handed over: refused or unreachable is tried again, an unknown outcome is not."""

import smtplib

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from parley.base.jobs import job
from parley.inbox.models import Notice
from parley.inbox.queries import with_matter
from parley.inbox.wording import words_of

NOT_SENT = (
    ConnectionRefusedError,
    smtplib.SMTPConnectError,
    smtplib.SMTPHeloError,
    smtplib.SMTPAuthenticationError,
    smtplib.SMTPSenderRefused,
)
"""After these the mail has surely not left."""


@job
def send_notice(notice_id: int) -> None:
    """Says what is so when it is sent: what was cut meanwhile is cut here, and what was undone is not told as standing."""
    unclaimed = Notice.objects.filter(pk=notice_id, mail_claimed_at=None)
    notice = with_matter(unclaimed).first()
    if notice is None or not notice.person.email or not notice.person.is_active or notice.read_at is not None:
        return
    if not unclaimed.update(mail_claimed_at=timezone.now()):
        return
    words = words_of(notice)
    mail = EmailMessage(
        subject=" ".join(words.subject.split())[:200],
        body=words.as_mail(notice.person.username),
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[notice.person.email],
    )
    try:
        mail.send()
    except NOT_SENT:
        Notice.objects.filter(pk=notice_id).update(mail_claimed_at=None)
        raise
    Notice.objects.filter(pk=notice_id).update(mailed_at=timezone.now())
