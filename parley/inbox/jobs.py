"""What recurs."""

from datetime import timedelta

from django.db.models import Q
from django.utils import timezone

from parley.base.jobs import every
from parley.inbox import preferences, unsent
from parley.inbox.digests import due, send_digest
from parley.inbox.mailing import send_notice
from parley.inbox.models import Mail, Notice
from parley.inbox.seeing import is_seen
from parley.inbox.topics import OWED

LEFT_AFTER, LEFT_FOR = timedelta(minutes=30), timedelta(days=3)
MOST_AT_ONCE = 1_000
"""Mails of one look round; the others wait for the next."""


@every(timedelta(minutes=10))
def send_digests() -> None:
    now = timezone.now()
    for person in due(now).values_list("pk", flat=True)[:MOST_AT_ONCE]:
        send_digest.enqueue(person, now.date().isoformat())


@every(timedelta(minutes=30))
def send_what_was_left() -> None:
    """Mails that no attempt of their jobs could hand over, as while the mail server could not be reached for an hour."""
    now = timezone.now()
    left = Notice.objects.filter(mail_claimed_at=None, at__gte=now - LEFT_FOR, at__lte=now - LEFT_AFTER).filter(is_seen())
    left = preferences.wanting(left.filter(person__is_active=True).exclude(person__email=""), Mail.AT_ONCE)
    for key in left.filter(Q(read_at=None) | Q(what__in=OWED)).order_by("pk").values_list("pk", flat=True)[:MOST_AT_ONCE]:
        send_notice.enqueue(key)


@every(timedelta(days=1))
def forget_old_drafts() -> None:
    unsent.forget_old()
