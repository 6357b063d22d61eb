"""Reading the ledger."""

from parley.ledger.models import Entry


def entry_or_none(entry_id: int) -> Entry | None:
    return Entry.objects.filter(pk=entry_id).first()


def entries_of_group(group_id: int | None, *, before: int | None, limit: int) -> list[Entry]:
    """Newest first, at most `limit`, older than entry `before`. None: entries of the whole site."""
    found = Entry.objects.filter(group_id=group_id).order_by("-pk")
    return list(found.filter(pk__lt=before)[:limit] if before else found[:limit])
