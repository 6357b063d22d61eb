"""The lines of the house rules that a flag or a ruling can name: those that were pinned when the item was posted."""

from collections.abc import Sequence
from typing import Any

from houserules import Combined, NumberedLine, Origin
from parley.base.decisions import no, require
from parley.base.refusals import Invalid
from parley.moderation.items import Item, seed_of
from parley.seeds.models import Seed
from parley.seeds.queries import rules_for, versions_for


def versions_of(seed: Seed) -> dict[Origin, int | None]:
    """Keys of the pinned versions; of a discussion without a comment, those in force now."""
    return dict(zip(Origin, versions_for(seed), strict=True))


def rules_of(item: Item) -> Combined:
    return rules_for(seed_of(item))


def lines_of(item: Item) -> Sequence[NumberedLine]:
    return rules_of(item).lines


def named(item: Item, number: int, clause: str = "") -> NumberedLine:
    """Raises `NotAllowed` where there are no rules, and `Invalid` for a line or a clause of it that does not exist."""
    lines = lines_of(item)
    if not lines:
        require(no("no-rules"))
    found = next((line for line in lines if line.number == number), None)
    if found is None or (clause and clause not in {each.key for each in found.clauses}):
        raise Invalid("Name the line of the house rules that is broken.", "no-such-line", field="line")
    return found


def version_of(item: Item, number: int) -> int:
    """Key of the rule book version in which that line stands."""
    return versions_of(seed_of(item))[named(item, number).origin] or 0


def because(item: Item, line: NumberedLine, clause: str) -> dict[str, Any]:
    """Everything a mark, a tombstone, and the log say about the line."""
    kind = next((each.kind for each in line.clauses if each.key == clause), "")
    return {
        "number": line.number,
        "text": line.text,
        "kind": kind,
        "clause": clause,
        "book": line.origin.value,
        "version": versions_of(seed_of(item))[line.origin] or 0,
    }
