"""Entries of the public log as rows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from parley.base.saying import say
from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.ledger import wording
from parley.web import rows

if TYPE_CHECKING:
    from parley.groups.models import Group
    from parley.ledger.models import Entry

def entry_rows(entries: "Sequence[Entry]") -> list[rows.EntryRow]:
    """Rows of entries that the reader may see; two more queries for all of them."""
    undone = ledger.undone_among(entries)
    places = groups.groups_by_key(entry.group_id for entry in entries if entry.group_id)
    return [_row(entry, undone, places.get(entry.group_id or 0)) for entry in entries]


def _row(entry: "Entry", undone: Mapping[int, int], place: "Group | None") -> rows.EntryRow:
    because, by = entry.because, undone.get(entry.pk)
    return rows.EntryRow(
        number=entry.pk, at=entry.at, what=wording.what(entry), url=entry.address_of_entry,
        decider=wording.decider(entry),
        line_number=because.get("number"), line=str(because.get("text", "")),
        about=say(", ").join([*wording.about(entry), *([place.title] if place else [])]),
        about_url=entry.address or None, note=wording.note(entry), digest=entry.digest,
        is_undone=by is not None, undone_url=f"/log/{by}" if by else None,
        purged_url=f"/log/{entry.purged_by_id}" if entry.purged_by_id else None,
    )  # fmt: skip
