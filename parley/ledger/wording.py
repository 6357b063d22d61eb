"""What entries of the log are called, wherever they are told. They are kept in English, and told in the reader's language."""

import re

from parley.base.languages import RIGHT_TO_LEFT, spoken
from parley.base.saying import counted, say
from parley.ledger.models import Entry, Told

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


OTHERWISE = "Noted:"


def what(entry: Entry) -> str:
    return say(ACTS.get(entry.act, OTHERWISE))


def title(entry: Entry) -> str:
    """The same where the name does not follow."""
    return re.sub(r"(?: in| on| of| between|:)\Z", "", what(entry))


def decider(entry: Entry) -> str:
    if entry.act in NAMED and entry.actor and entry.decider in BY_NAME:
        return say(BY_NAME[entry.decider], name=entry.actor)
    return of_kind(entry.decider)


def about(entry: Entry) -> list[str]:
    """Of what, from what to what it was changed, and who signed."""
    return [said for said in (called(entry.subject), _changed(entry), _signed(entry)) if said]


def note(entry: Entry) -> str:
    """Why, as whoever did it wrote it; where the program wrote it, in the reader's language."""
    said = str(entry.body.get("note", ""))
    return say(said) if entry.act == Told.THREAD_EASED and said in ENDED else said


ENDED = (
    "Ended: locked.", "Ended: paused.", "Ended: slow mode.", "Ended: new comments wait for a mod.", "Ended: stays open.",
)  # fmt: skip
"""Notes of the program, of what ended before its time."""

SUBJECTS = (
    "comment {number} on “{headline}”", "held comment on “{headline}”", "seed “{headline}”", "two members in “{headline}”",
    "member {name}, from “{headline}”", "member {name}, from the whole site", "member {name}, from the group “{group}”",
    "member {name}, from {where}", "member {name}",
    "house rules, version {number}", "new rules by {name}", "“{words}” of rule {number}, in one discussion",
    "when a second owner signs new rules, as {name} asked", "when a second owner signs new rules", "what breaches cost",
    "when discussions close", "how long a flagged seed stays on the front page", "who can join", "who can invite",
    "entry {count}", "what a member wrote who has left",
)  # fmt: skip
"""How things are named in the log, the narrower form first."""

_FORMS = tuple(
    (each, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.*?)", re.escape(each)), re.DOTALL)) for each in SUBJECTS
)  # fmt: skip


def called(name: str) -> str:
    """A name as the log has it, in the reader's language."""
    for sentence, form in _FORMS:
        if found := form.fullmatch(name):
            return say(sentence, **{part: _filled(part, words) for part, words in found.groupdict().items()})
    return name


def _filled(part: str, words: str) -> int | str:
    digits = words.replace(",", "")[:18]
    if part == "count" and digits.isdecimal():
        return int(digits)
    return say(words) if part == "name" and words in LEFT else words


LEFT = frozenset({"a former member"})
"""In the place of a name: what is ours to say."""


DECIDERS = {
    "software": "software", "group mod": "a group mod", "group owner": "a group owner", "site mod": "a site mod", "admin": "an admin",
    "seeder": "a seeder", "member": "a member", "author": "an author", "mod": "a mod", "owner": "an owner",
}  # fmt: skip
"""As an entry names them, for readers."""


def of_kind(decider: str) -> str:
    """“a group mod”, “an admin”, “software”: by whom something was decided."""
    return say(DECIDERS[decider]) if decider in DECIDERS else decider


DECIDED = {
    "group mod": "A group mod", "group owner": "A group owner", "site mod": "A site mod", "admin": "An admin", "seeder": "A seeder",
    "member": "A member", "author": "An author", "mod": "A mod", "owner": "An owner",
}  # fmt: skip
"""The same where it stands by itself."""


def who_decided(decider: str) -> str:
    return say(DECIDED[decider]) if decider in DECIDED else of_kind(decider)


BY_NAME = {
    "group mod": "group mod {name}", "group owner": "group owner {name}", "site mod": "site mod {name}", "admin": "admin {name}",
}  # fmt: skip
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
VALUES = {
    "member": "member", "mod": "mod", "owner": "owner", "everybody": "everybody", "who was invited": "who was invited",
    "nobody": "nobody", "the site’s mods": "the site’s mods", "every member": "every member",
    "people": "people", "point": "point", "ask": "ask", "hold": "hold", "prevent": "prevent",
}  # fmt: skip
"""What roles, settings, and the ways to keep a clause are called in entries."""
LASTING = re.compile(r"(\d+) (days|hours)")
SCALE = re.compile(
    r"(?P<taunting>\d+)/(?P<skirting>\d+)/(?P<breach>\d+) of (?P<limit>\d+), falling after (?P<falls>\d+) days; "
    r"(?P<ladder>[\d, ]*) days; appeals (?P<appeal>\d+) days, second mod (?P<guard>\d+) days"
)
"""As `penalties` writes what breaches cost."""


def _changed(entry: Entry) -> str:
    """From what to what a role, a clause, or a setting was changed."""
    if "after" not in entry.body:
        return ""
    arrow = " ← " if spoken() in RIGHT_TO_LEFT else " → "
    return arrow.join(_value(entry.act, entry.body.get(when)) for when in ("before", "after"))


def _value(act: str, value: object) -> str:
    if value is None:
        return say(NOTHING[act]) if act in NOTHING else say("nothing")
    words = str(value)
    if words in VALUES:
        return say(VALUES[words])
    if found := LASTING.fullmatch(words):
        return _lasting(int(found[1]), found[2])
    if found := SCALE.fullmatch(words):
        return say(
            "{taunting}/{skirting}/{breach} of {limit}, falling after {falls} days; {ladder} days; appeals {appeal} days, second mod "
            "{guard} days", **found.groupdict(),
        )  # fmt: skip
    return words


def _lasting(count: int, unit: str) -> str:
    if unit == "days":
        return counted("{count} day", "{count} days", count)
    return counted("{count} hour", "{count} hours", count)


def _signed(entry: Entry) -> str:
    return say("signed by {name}", name=name) if (name := entry.body.get("signed_by")) else ""
