"""What holds in a discussion under strain, as rows."""

from typing import TYPE_CHECKING

from parley.base.saying import counted, say
from parley.ledger.wording import of_kind
from parley.threads.straining import WAYS, Standing
from parley.web import rows

if TYPE_CHECKING:
    from parley.seeds.models import Seed
    from parley.threads.models import Strain

SAYS = {
    "locked": "This discussion is locked. Only mods write here, speaking as mods, until one opens it again.",
    "paused": "This discussion pauses. It opens by itself.",
    "held": "Every new comment here waits for a mod before others see it.",
    "reopened": "A mod keeps this discussion open beyond its usual time.",
}
HINTS = {
    "locked": "Until a mod opens it again.", "paused": "For some hours; then it opens by itself.",
    "slowed": "So many minutes between two comments of one member.", "held": "Until a mod ends it.",
    "reopened": "It has closed by itself.",
}  # fmt: skip
"""Of the ways in which a mod can hold it."""


def strip(seed: "Seed", standing: Standing) -> list[rows.StrainRow]:
    """What stands above the discussion."""
    found = [_row(each) for each in standing.strains]
    if standing.closed_at is not None:
        days = seed.group.closes_after_days
        why = counted(
            "Discussions of this group close {count} day after their article was seeded.",
            "Discussions of this group close {count} days after their article was seeded.", days,
        )  # fmt: skip
        says = say("This discussion closed by itself. Reading and voting are open.")
        found.append(rows.StrainRow(key="", says=says, at=standing.closed_at, why=why))
    return found


def _row(strain: "Strain") -> rows.StrainRow:
    entry = strain.entry
    says = say(SAYS[strain.way]) if strain.way in SAYS else counted(
        "Slow mode: each member can post one comment a minute.",
        "Slow mode: each member can post one comment in {count} minutes.", strain.minutes,
    )  # fmt: skip
    return rows.StrainRow(
        key=str(strain.pk), says=says, at=strain.created_at, until=strain.ends_at, why=strain.note, decider=of_kind(entry.decider),
        entry_url=entry.address_of_entry, is_involved=bool(entry.body.get("involved")), label=say(strain.get_way_display()),
    )  # fmt: skip


def fields(values: dict[str, str], errors: dict[str, str], *, is_closed: bool) -> list[rows.FieldRow]:
    """Of the form by which a mod asks for one."""

    def field(name: str, label: str, **more: object) -> rows.FieldRow:
        wrong = (errors[name],) if name in errors else ()
        return rows.FieldRow(name=name, label=label, value=values.get(name, ""), errors=wrong, **more)  # type: ignore[arg-type]

    choices = tuple(
        rows.ChoiceRow(value=way, label=say(label), hint=say(HINTS[way]), is_chosen=way == values.get("way"))
        for way, label in WAYS
        if way != "reopened" or is_closed
    )
    return [
        field("way", say("What is to hold"), kind="radios", choices=choices),
        field("hours", say("For a pause: how many hours"), kind="number"),
        field("minutes", say("For slow mode: how many minutes"), kind="number"),
        field("note", say("Why"), hint=say("Everybody reads it above the discussion and in the log."), is_required=True, longest=300),
    ]
