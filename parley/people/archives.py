"""The archive of a member's own data: asked for, made by a job (`exchange.own_data`), sent to him alone, gone after three days."""

from collections.abc import Iterator
from datetime import timedelta
from typing import BinaryIO
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from parley.base.jobs import heartbeat
from parley.base.refusals import NotThere
from parley.people.models import Archive, Person, Piece

STANDS = timedelta(days=3)
AGAIN = timedelta(hours=1)
"""So soon can it be made anew."""
PIECE = 1_000_000
"""Bytes."""


def archive_of(person: Person) -> Archive | None:
    """The one that is being made, or stands."""
    return Archive.objects.filter(person=person, asked_at__gt=timezone.now() - STANDS).first()


@transaction.atomic
def ask(*, actor: Person) -> tuple[Archive, bool]:
    """And whether it is to be made: asking again within an hour gives what there is."""
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)
    now, before = timezone.now(), archive_of(actor)
    if before is not None and before.asked_at > now - AGAIN:
        return before, False
    Archive.objects.filter(person=actor).delete()
    return Archive.objects.create(id=uuid4(), person=actor, asked_at=now), True


def to_make(key: str) -> Archive | None:
    """None where it is made already, or is not asked for any more."""
    return Archive.objects.select_related("person").filter(pk=key, made_at=None, person__is_active=True).first()


def store(archive: Archive, whole: BinaryIO) -> None:
    """What an attempt before this one left is written over."""
    Piece.objects.filter(archive=archive).delete()
    size = place = 0
    while content := whole.read(PIECE):
        heartbeat()
        Piece.objects.create(archive=archive, place=place, content=content)
        size, place = size + len(content), place + 1
    Archive.objects.filter(pk=archive.pk).update(made_at=timezone.now(), size=size)


def archive_for(viewer: Person, key: UUID) -> Archive:
    """Made, and still there; raises `NotThere` for others', as for none."""
    found = Archive.objects.filter(pk=key, person=viewer, made_at__isnull=False, asked_at__gt=timezone.now() - STANDS).first()
    if found is None:
        raise NotThere
    return found


def bytes_of(archive: Archive) -> Iterator[bytes]:
    """Piece by piece, so that no more than one is in memory."""
    keys = list(Piece.objects.filter(archive=archive).order_by("place").values_list("pk", flat=True))
    for key in keys:
        yield from (bytes(content) for content in Piece.objects.filter(pk=key).values_list("content", flat=True))


def forget_old() -> None:
    """Those whose time is over."""
    Archive.objects.filter(asked_at__lte=timezone.now() - STANDS).delete()
