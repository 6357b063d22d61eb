"""Recurring jobs, where workers look for them."""

from datetime import timedelta

from django.utils import timezone

from parley.base.jobs import every
from parley.texts import pictures


@every(timedelta(minutes=10))
def forget_unsent_pictures() -> None:
    pictures.forget_unsent(timezone.now())
