"""Recurring jobs, where workers look for them."""

from datetime import timedelta

from django.utils import timezone

from parley.base.jobs import every
from parley.people import letters
from parley.people.models import Attempt
from parley.people.sessions import SessionStore


@every(timedelta(minutes=30))
def send_what_was_kept() -> None:
    """Also in the hours after a mail server came back."""
    letters.try_again()


@every(timedelta(hours=1))
def forget_what_is_over() -> None:
    """Sessions that ended, counts of attempts that count no more, letters that came too late."""
    SessionStore.clear_expired()
    Attempt.objects.filter(expires__lt=timezone.now()).delete()
    letters.forget_old()
