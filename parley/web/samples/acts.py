"""What owners and mods do: rule books, and the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY

PROSE = (
    "Taunting may be removed at the discretion of mods.\nQuote the person you answer.\nNo talk of the mayor, no memes."
)


def keepings(*names: str, chosen: str) -> tuple[rows.ChoiceRow, ...]:
    """The keepings a clause may have, one of them chosen."""
    return tuple(rows.ChoiceRow(value=name, label=name, is_chosen=name == chosen) for name in names)


PIECES = (
    rows.PieceRow(text="Taunting", number=1),
    rows.PieceRow(text=" may be removed "),
    rows.PieceRow(text="at the discretion of mods", is_plain=True),
    rows.PieceRow(text="."),
    rows.PieceRow(text="Quote the person", number=2, breaks=True),
    rows.PieceRow(text=" you answer."),
    rows.PieceRow(text="No ", breaks=True),
    rows.PieceRow(text="talk of the mayor", number=3),
    rows.PieceRow(text=", no "),
    rows.PieceRow(text="memes", number=4),
    rows.PieceRow(text="."),
)


def books() -> tuple[tuple[str, rows.BookRow], ...]:
    """A rule book before and after its reading."""
    prose = rows.FieldRow(name="prose", label="House rules", kind="area", rows=6, value=PROSE)
    empty = rows.BookRow(action="/g/river-towns/rules/draft", version="7", prose=replace(prose, value=""))
    clauses = (
        rows.ClauseRow(
            number=1,
            key="a",
            kind="Taunting",
            explains="Provoking somebody into a breach.",
            for_people="People decide; the software does not look for it.",
            is_people=True,
            how="people decide",
        ),
        rows.ClauseRow(
            number=2,
            key="b",
            kind="Quote the person you answer",
            how="done for you",
            explains="A reply starts with a citation.",
        ),
        rows.ClauseRow(
            number=3,
            key="c",
            kind="Topic ban",
            parameters="the mayor",
            words="talk of the mayor",
            choices=keepings("people", "ask", chosen="ask"),
            explains="The author is told before posting, and decides.",
        ),
        rows.ClauseRow(
            number=4,
            key="d",
            kind="Memes and images",
            words="memes",
            choices=keepings("people", "ask", "prevent", chosen="prevent"),
            explains="Pictures are refused; links to them stay links.",
        ),
    )
    read = replace(
        empty,
        prose=prose,
        confirms="Confirm 4 clauses and put in force",
        pieces=PIECES,
        clauses=clauses,
        in_force="Version 7 is in force since 2 October.",
        gaps=("You ban talk of the mayor but of no other candidate.",),
    )
    return (("not read yet", empty), ("read", read))


ENTRY = rows.EntryRow(
    number=8114,
    at=AT,
    what="Words redacted in",
    url="/log/8114",
    decider="a mod not in this discussion",
    line_number=1,
    line="Taunting and trolling may be removed.",
    about=f"comment 3 on “{FERRY}”",
    about_url="/s/1/night-ferry#c7",
    undo_url="/log/8114/undo",
    note="Said to a person, not about the ferry.",
    digest="9f2c" * 16,
    facts=(("Words cut", "2"),),
)
ENTRIES = (
    ENTRY,
    replace(
        ENTRY,
        number=8113,
        at=AT - timedelta(hours=3),
        what="Removed",
        undo_url=None,
        is_undone=True,
        undone_url="/log/8115",
    ),
    replace(
        ENTRY,
        number=8112,
        what="Rule book put in force in",
        about="River towns",
        line_number=None,
        decider="the group’s owner",
        undo_url=None,
    ),
    replace(ENTRY, number=8111, about="", about_url=None, note="", undo_url=None, facts=(), purged_url="/log/8117"),
)
VERSIONS = (
    rows.VersionRow(label="Version 7", at=AT, url="#", note="adds a line on memes", is_in_force=True),
    rows.VersionRow(label="Version 6", at=AT - timedelta(days=60), url="#"),
)
