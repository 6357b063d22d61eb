"""Reading the ledger."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count
from django.db.models.functions import Coalesce

from parley.base.refusals import Conflict
from parley.ledger import content, tree
from parley.ledger.models import Entry, Place


def entry_or_none(entry_id: int) -> Entry | None:
    return Entry.objects.filter(pk=entry_id).first()


def entries_of_group(group_id: int | None, *, before: int | None, limit: int) -> list[Entry]:
    """Newest first, at most `limit`, older than entry `before`. None: entries of the whole site."""
    found = Entry.objects.filter(group_id=group_id).order_by("-pk")
    return list(found.filter(pk__lt=before)[:limit] if before else found[:limit])


def entries_of(group_ids: Iterable[int], *, before: int | None, limit: int) -> list[Entry]:
    """The same of the whole site and of these groups together. They are nearly all of a site's, so that reading backwards finds the
    newest soon; by the index of their groups a database would sort every entry first.
    """
    found = Entry.objects.alias(where=Coalesce("group_id", 0)).filter(where__in=[0, *group_ids]).order_by("-pk")
    return list(found.filter(pk__lt=before)[:limit] if before else found[:limit])


def acts_since(at: datetime, group_ids: Iterable[int]) -> dict[str, int]:
    """How many entries of each act these groups have since then."""
    found = Entry.objects.filter(at__gte=at, group_id__in=group_ids).values_list("act").annotate(Count("pk")).order_by()
    return dict(found)


def undone_among(entries: Iterable[Entry]) -> dict[int, int]:
    """Keys of those that a later entry corrects, with that one's key; one query."""
    keys = [entry.pk for entry in entries]
    return dict(Entry.objects.filter(corrects__in=keys).order_by("pk").values_list("corrects_id", "pk"))


def proof_of(entry: Entry) -> dict[str, Any]:
    """What `parley-verify entry` takes: leaf, content, place, proof, and the newest head. Raises `Conflict` while it has no place."""
    found = tree.inclusion_of(entry)
    if found is None:
        raise Conflict("The entry has no place in the log yet. Try again in a minute.", "no-place-yet")
    proof, head = found
    return {
        "entry": entry.pk, "index": proof.index, "size": proof.size, "leaf": entry.digest, "content": content.leaf_of(entry),
        "proof": list(proof.hashes), "head": head.note,
    }  # fmt: skip


def leaves(start: int, limit: int, open_groups: Iterable[int]) -> Iterator[dict[str, Any]]:
    """Of the tree, from index `start` on. Entries of other groups than `open_groups`, and purged ones, show their hash alone."""
    found = Place.objects.filter(index__gte=start).select_related("entry").order_by("index")[:limit]
    shown = set(open_groups)
    for place in found:
        is_open = place.entry.group_id is None or place.entry.group_id in shown
        yield {
            "index": place.index, "entry": place.entry_id, "leaf": place.entry.digest,
            "content": content.leaf_of(place.entry) if is_open else None,
        }  # fmt: skip
