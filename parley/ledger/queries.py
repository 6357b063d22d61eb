"""Reading the ledger."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Count, Q

from parley.ledger.models import Entry


def entry_or_none(entry_id: int) -> Entry | None:
    return Entry.objects.filter(pk=entry_id).first()


def entries_of_group(group_id: int | None, *, before: int | None, limit: int) -> list[Entry]:
    """Newest first, at most `limit`, older than entry `before`. None: entries of the whole site."""
    found = Entry.objects.filter(group_id=group_id).order_by("-pk")
    return list(found.filter(pk__lt=before)[:limit] if before else found[:limit])


def entries_of(group_ids: Iterable[int], *, before: int | None, limit: int) -> list[Entry]:
    """The same of the whole site and of these groups together."""
    found = Entry.objects.filter(Q(group_id=None) | Q(group_id__in=group_ids)).order_by("-pk")
    return list(found.filter(pk__lt=before)[:limit] if before else found[:limit])


def acts_since(at: datetime, group_ids: Iterable[int]) -> dict[str, int]:
    """How many entries of each act these groups have since then."""
    found = Entry.objects.filter(at__gte=at, group_id__in=group_ids).values_list("act").annotate(Count("pk")).order_by()
    return dict(found)


def undone_among(entries: Iterable[Entry]) -> dict[int, int]:
    """Keys of those that a later entry corrects, with that one's key; one query."""
    keys = [entry.pk for entry in entries]
    return dict(Entry.objects.filter(corrects__in=keys).order_by("pk").values_list("corrects_id", "pk"))
