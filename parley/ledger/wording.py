"""What entries of the log are called, wherever they are told."""

from parley.base.saying import say
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
    "rulebook:draft:declined": "Not signed:",
    "rulebook:clause:turned-down": "Turned down:",
    "group:signatures:changed": "Changed:",
    "group:signatures:kept": "Not changed:",
    "group:role:changed": "Role changed:",
    "thread:discussion:locked": "Locked:",
    "thread:discussion:paused": "Paused:",
    "thread:discussion:slowed": "Slowed:",
    "thread:discussion:held": "New comments wait for a mod in",
    "thread:discussion:eased": "Open as usual again:",
    "member:comments:held": "New comments wait for a mod:",
    "member:comments:freed": "New comments wait no longer:",
    "member:impasse:begun": "Impasse between",
    "member:impasse:ended": "Impasse ended between",
    "seed:front:left": "Left the front page until a mod rules:",
    "seed:front:promoted": "Promoted to the front page:",
    "seed:front:taken-off": "Taken off the front page:",
    "group:strain:changed": "Changed:",
    "site:admission:changed": "Changed:",
    "ledger:entry:purged": "Purged from the log:",
    "text:author:taken-back": "Taken back:",
}
"""What each act is called before the name of what it was done to."""


def what(entry: Entry) -> str:
    return ACTS.get(entry.act, "Noted:")


def decider(entry: Entry) -> str:
    return f"{entry.decider} {entry.actor}" if entry.act in NAMED and entry.actor else of_kind(entry.decider)


def about(entry: Entry) -> list[str]:
    """Of what, from what to what it was changed, and who signed."""
    return [said for said in (entry.subject, _changed(entry), _signed(entry)) if said]


DECIDERS = {
    "software": "software", "group mod": "a group mod", "group owner": "a group owner", "site mod": "a site mod", "admin": "an admin",
    "seeder": "a seeder", "member": "a member", "author": "an author", "mod": "a mod", "owner": "an owner",
}  # fmt: skip
"""As an entry names them, for readers."""


def of_kind(decider: str) -> str:
    """“a group mod”, “an admin”, “software”."""
    return say(DECIDERS[decider]) if decider in DECIDERS else f"a {decider}"


NAMED = frozenset({
    "rulebook:version:published", "rulebook:draft:declined", "rulebook:clause:turned-down", "group:signatures:changed",
    "group:signatures:kept", "group:role:changed", "group:strain:changed", "moderation:scale:changed", "site:admission:changed",
    "ledger:entry:purged",
})  # fmt: skip
"""What those do who run a place, by name; who acts on somebody is told by kind."""

NOTHING = {
    "group:role:changed": "not in the group",
    "group:signatures:changed": "never",
    "group:signatures:kept": "never",
    "group:strain:changed": "never",
    "moderation:scale:changed": "none of its own",
}
"""What an empty value of an act means."""


def _changed(entry: Entry) -> str:
    """From what to what a role, a clause, or a setting was changed."""
    if "after" not in entry.body:
        return ""
    values = (entry.body.get(when) for when in ("before", "after"))
    return " → ".join(NOTHING.get(entry.act, "nothing") if value is None else str(value) for value in values)


def _signed(entry: Entry) -> str:
    return f"signed by {name}" if (name := entry.body.get("signed_by")) else ""
