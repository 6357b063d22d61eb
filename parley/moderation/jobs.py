"""Recurring jobs, where workers look for them."""

from datetime import timedelta

from parley.base.jobs import every
from parley.moderation import casework, front


@every(timedelta(minutes=5))
def route_cases() -> None:
    """Cases whose mods have all come to take part go to the site's."""
    casework.route_open()


@every(timedelta(minutes=5))
def leave_front() -> None:
    """Flagged seeds that nobody ruled on in time are noted in the log, once."""
    front.note_left()
