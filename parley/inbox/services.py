"""Telling people: a notice in the page, and a mail that leaves when the transaction has."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from parley.inbox.mailing import send_notice
from parley.inbox.models import Notice, What
from parley.people.models import Person


@transaction.atomic
def notify(person_id: int, what: What, **about: Any) -> Notice:
    """`about`: the rows that the notice is about, by name of its fields. The mail is a job, kept or rolled back with the notice."""
    notice = Notice.objects.create(person_id=person_id, what=what, **about)
    send_notice.enqueue(notice.pk)
    return notice


def mark_read(*, actor: Person, notice: Notice | None = None) -> None:
    """One of the actor's notices, or all."""
    found = Notice.objects.filter(person=actor, read_at=None)
    (found.filter(pk=notice.pk) if notice else found).update(read_at=timezone.now())
