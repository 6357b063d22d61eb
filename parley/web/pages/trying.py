"""Trying a text against rules: anybody can, and nothing is kept."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from houserules import Combined, Facts, Member, judge
from parley.base.cleaning import clean, has_words
from parley.base.saying import say
from parley.judging.facts import members_named
from parley.web import rows
from parley.web.pages.write_rows import coach_row

if TYPE_CHECKING:
    from parley.groups.models import Group

MOST_TRIED = 1_000
"""Characters; on the rules page the text travels in the address, so that trying needs no account."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The field with what was typed, and what the rules say about it (None: nothing was tried)."""

    field: rows.FieldRow
    coach: rows.CoachRow | None = None


def tried(text: str, rules: Combined | None, group: "Group | None") -> Tried:
    """Judged as a new comment by itself, in which members of the group are known by name; `rules` None where there are none yet."""
    is_long = len(text) > MOST_TRIED
    said = say("{most} characters can be tried at once; this has {size}.", most=MOST_TRIED, size=len(text))
    field = rows.FieldRow(
        name="try", label=say("Try a comment"), kind="area", rows=3, value=text, errors=(said,) if is_long else (),
        hint=say("It is judged as a new comment by itself, and kept nowhere."),
    )  # fmt: skip
    source = "" if is_long else clean(text)
    if rules is None or not has_words(source):
        return Tried(field)
    facts = Facts(author=Member(name="you"), text=source, members=members_named(group, source))
    return Tried(field, coach_row(judge(facts, rules), source, None))
