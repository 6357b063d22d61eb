"""Writing to the ledger. The only place that creates entries."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from parley.base.keys import purge as purge_pages
from parley.base.keys import renew
from parley.base.refusals import Conflict, Invalid
from parley.base.saying import say
from parley.ledger import content, tree
from parley.ledger.models import Entry, Place, Told

AT_ONCE = 500


@transaction.atomic(savepoint=False)
def note(
    act: Told,
    *,
    actor: str,
    decider: str,
    group_id: int | None,
    subject: str,
    address: str = "",
    because: dict[str, Any] | None = None,
    body: dict[str, Any] | None = None,
    corrects: Entry | None = None,
) -> Entry:
    """Append one entry, in the caller's transaction. Never give it words that were cut."""
    told = _told(
        act, actor=actor, decider=decider, group_id=group_id, subject=subject, address=address, because=because, body=body,
        corrects=corrects,
    )  # fmt: skip
    told.save(force_insert=True)
    Place.objects.create(entry=told)
    renew("log")
    tree.grow_soon()
    return told


@transaction.atomic(savepoint=False)
def note_all(told: Sequence[Mapping[str, Any]]) -> list[Entry]:
    """Append many entries, in this order; each has the arguments of `note` by name, `act` among them. Two queries for 500."""
    entries = Entry.objects.bulk_create([_told(**each) for each in told], batch_size=AT_ONCE)
    Place.objects.bulk_create([Place(entry=each) for each in entries], batch_size=AT_ONCE)
    renew("log")
    tree.grow_soon()
    return entries


def _told(
    act: Told, *, because: dict[str, Any] | None = None, body: dict[str, Any] | None = None, **fields: Any
) -> Entry:  # fmt: skip
    entry = Entry(at=timezone.now(), act=act.value, because=because or {}, body=body or {}, salt=content.new_salt(), **fields)
    entry.digest = content.digest_of(content.leaf_of(entry) or "")
    return entry


@transaction.atomic
def purge(entry: Entry, *, actor: str, decider: str, reason: str) -> Entry:
    """Empty an entry of whom and what it names, as law or privacy may ask; a new one says that, and why, and is returned. Its line,
    its digest, and so the tree, stay. Raises `Invalid` without a reason, `Conflict` where it is empty already.
    """
    if not reason.strip():
        raise Invalid("Say why: readers of the log see it in the entry's place.", "no-reason", field="reason")
    if entry.purged_by_id is not None:
        raise Conflict(say("Entry {number} was purged before.", number=entry.pk), "purged-before")
    by = note(
        Told.ENTRY_PURGED, actor=actor, decider=decider, group_id=entry.group_id, subject=f"entry {entry.pk:,}",
        address=entry.address_of_entry, body={"note": reason.strip(), "purges": entry.pk},
    )  # fmt: skip
    if not Entry.objects.filter(pk=entry.pk, purged_by=None).purge(by):
        raise Conflict(say("Entry {number} was purged before.", number=entry.pk), "purged-before")
    purge_pages("log", "front")
    return by
