"""Many comments at once, and what holds in a discussion under strain."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY, RULES


def _items() -> tuple[rows.MassItemRow, ...]:
    words = ("Cheap lamp oil, only this week, ask me.", "I say it again: lamp oil, cheap.", "Nobody sells it for less than I do.")
    return tuple(
        rows.MassItemRow(
            number=f"{place}.1", url=f"/c/{place}", headline=FERRY, words=said, at=AT - timedelta(minutes=place), value=f"{place}-1",
            is_chosen=place != 2,
        )
        for place, said in enumerate(words, 1)
    )  # fmt: skip


def mass_forms() -> tuple[tuple[str, rows.MassFormRow], ...]:
    """Choosing what goes: listed with one struck out, and refused."""
    items = _items()
    listed = rows.MassFormRow(
        action="/c/1/all", author="oilseller", group="River towns", since="2026-10-02", items=items, places=1, quoted=2,
        is_listed=True,
        reaches=(
            rows.ChoiceRow(value="seed", label="In this discussion", is_chosen=True),
            rows.ChoiceRow(value="group", label="In the group"),
        ),
        lines=tuple(
            rows.ChoiceRow(value=str(row.number), label=f"{row.number}. {row.text}", is_chosen=row.number == 1) for row in RULES.rows
        ),
        standing=(replace(items[0], value="", why="You take part there, so another mod has to look at it."),),
        quoting=(("ada 1.1.1", "/c/8"), ("bo 2", "/c/9")),
        tickets=(
            rows.ChoiceRow(value="", label="No ticket", is_chosen=True),
            rows.ChoiceRow(value="breach", label="Breach", hint="8 points"),
        ),
        cancel_url="/c/1",
    )  # fmt: skip
    refused = replace(listed, note="Spam.", errors=("Nothing of what you chose can be removed any more.",))
    return (("listed", listed), ("refused", refused))


def mass_acts() -> tuple[tuple[str, rows.MassRow], ...]:
    """What was done: for a mod, and for its author, who appeals against a part."""
    done = tuple(replace(each, words="", value="", is_chosen=False) for each in _items())
    act = rows.MassRow(
        url="/mass/3", title="3 comments by oilseller removed", undo_url="/mass/3/undo", appeal_url=None, reasons_url="/rulings/9",
        facts=(
            ("The rule", "Rule 1: “Taunting and trolling may be removed.”"),
            ("How far", f"From “{FERRY}”"),
            ("Decided by", "a group mod"),
        ),
        items=(replace(done[0], why="stands again"), *done[1:]),
    )  # fmt: skip
    own = replace(act, undo_url=None, appeal_url="/mass/3/appeal", grounds="The second one was an answer to a question.", items=(
        replace(done[0], why="appealed"), replace(done[1], value="11", is_chosen=True), replace(done[2], value="12"),
    ))  # fmt: skip
    return (("for mods", act), ("for its author", own))


STRAINS = (
    rows.StrainRow(
        key="1", says="Slow mode: each member can post one comment in 10 minutes.", at=AT, why="Everybody writes at once.",
        decider="a group mod", entry_url="/log/8115", label="Slow mode",
    ),
    rows.StrainRow(
        key="2", says="This discussion pauses.", at=AT, until=AT + timedelta(hours=2), why="Until the council has met.",
        decider="a site mod", entry_url="/log/8116", label="Paused", is_involved=True,
    ),
    rows.StrainRow(key="", says="This discussion closed by itself.", at=AT),
)  # fmt: skip
