"""Entries of the public log as rows."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from parley.groups import queries as groups
from parley.ledger import queries as ledger
from parley.web import rows

if TYPE_CHECKING:
    from parley.groups.models import Group
    from parley.ledger.models import Entry

ACTS = {
    "text:span:redacted": "Words redacted in",
    "text:whole:removed": "Removed:",
    "moderation:ruling:no-breach": "No breach found in",
    "text:whole:hidden": "Hidden by the seeder:",
    "text:whole:shown-again": "Shown again:",
    "seed:whole:unlisted": "Taken off the lists:",
    "member:standing:suspended": "Suspended:",
    "member:standing:restored": "Suspension ended:",
    "moderation:scale:changed": "Changed:",
    "appeal:decision:granted": "Appeal granted on",
    "appeal:decision:refused": "Appeal refused on",
    "moderation:ruling:undone": "Ruling undone on",
    "rulebook:version:published": "Put in force:",
    "rulebook:clause:turned-down": "Turned down:",
    "group:signatures:changed": "Changed:",
    "group:role:changed": "Role changed:",
}
"""What each act is called before the name of what it was done to."""


def entry_rows(entries: "Sequence[Entry]") -> list[rows.EntryRow]:
    """Rows of entries that the reader may see; two more queries for all of them."""
    undone = ledger.undone_among(entries)
    places = groups.groups_by_key(entry.group_id for entry in entries if entry.group_id)
    return [_row(entry, undone, places.get(entry.group_id or 0)) for entry in entries]


def _row(entry: "Entry", undone: Mapping[int, int], place: "Group | None") -> rows.EntryRow:
    because, by = entry.because, undone.get(entry.pk)
    return rows.EntryRow(
        number=entry.pk, at=entry.at, what=ACTS.get(entry.act, "Noted:"), url=entry.address_of_entry,
        decider=f"{entry.decider} {entry.actor}" if not because else of_kind(entry.decider),
        line_number=because.get("number"), line=str(because.get("text", "")),
        about=", ".join(filter(None, (entry.subject, _changed(entry), _signed(entry), place.title if place else ""))),
        about_url=entry.address or None, note=str(entry.body.get("note", "")), digest=entry.digest,
        is_undone=by is not None, undone_url=f"/log/{by}" if by else None,
    )  # fmt: skip


def of_kind(decider: str) -> str:
    """“a group mod”, “an admin”."""
    return f"{'an' if decider[:1] in 'aeiou' else 'a'} {decider}"


NOTHING = {
    "group:role:changed": "not in the group",
    "group:signatures:changed": "never",
    "moderation:scale:changed": "none of its own",
}
"""What an empty value of an act means."""


def _changed(entry: "Entry") -> str:
    """From what to what a role, a clause, or a setting was changed."""
    if "after" not in entry.body:
        return ""
    values = (entry.body.get(when) for when in ("before", "after"))
    return " → ".join(NOTHING.get(entry.act, "nothing") if value is None else str(value) for value in values)


def _signed(entry: "Entry") -> str:
    return f"signed by {name}" if (name := entry.body.get("signed_by")) else ""
