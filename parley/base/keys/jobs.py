"""Recurring work."""

from datetime import timedelta

from django.utils import timezone

from parley.base.jobs import every
from parley.base.keys.models import Touch

HOUR = timedelta(hours=1)
"""Twice as long as a process may go without a look (`tails.FORGETS`)."""


@every(timedelta(minutes=10))
def forget_touches() -> None:
    Touch.objects.filter(at__lt=timezone.now() - HOUR).delete()
