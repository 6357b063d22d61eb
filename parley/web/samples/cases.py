"""What mods decide on: the queue, a case, and a ruling that opens its own case."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from markupsafe import Markup

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY, RULES
from parley.web.samples.thread import citation

QUEUED = (
    rows.QueuedRow(
        url="/cases/12", what=f"Comment 1.1.1 on “{FERRY}”", author="bo", excerpt="Count again, genius.", state="",
        opened_at=AT, about=("Rule 1: Taunting and trolling may be removed.",),
    ),
    rows.QueuedRow(
        url="/cases/13", what=f"Appeal about comment 2 on “{FERRY}”", author="ada", excerpt="It was kind.",
        state="mo asks for a second opinion", opened_at=AT - timedelta(hours=5), about=(),
    ),
)  # fmt: skip


def _words() -> tuple[rows.WordRow, ...]:
    """Two words are marked and one is gone already."""
    said = ["Count", "again,", "genius.", "The", "manager", "is", "silly", "if", "he", "thinks", "buses", "float."]
    return tuple(
        rows.WordRow(value=f"{n}-{n + 1}", text=word, before=" " if n else "", is_marked=n in {1, 2}, is_cut=n == 6)
        for n, word in enumerate(said)
    )


def _decide() -> rows.DecideRow:
    def choices(**labels: str) -> tuple[rows.ChoiceRow, ...]:
        return tuple(rows.ChoiceRow(value=value, label=label) for value, label in labels.items())

    lines = tuple(
        rows.ChoiceRow(value=str(row.number), label=f"{row.number}. {row.text}", hint=row.how) for row in RULES.rows
    )
    return rows.DecideRow(
        version="3",
        revision="2",
        actions=choices(no_breach="No breach", redact="Redact the marked words", remove="Remove it"),
        lines=lines[:1],
        other_lines=lines[1:],
        tickets=(*choices(none="No ticket"), rows.ChoiceRow(value="taunting", label="Taunting", hint="1 point")),
        scopes=choices(none="No suspension", seed="From this discussion", group="From the group"),
        mods=choices(sol="sol"),
        points="bo has 4 of 32",
        weighed="The software finds what it asks about. This would be marked: rule judged by a person.",
        reads=("Words of your comment 1.1.1 were redacted for rule 1.", "You can appeal once, within 30 days."),
    )


def cases() -> tuple[tuple[str, rows.CaseRow], ...]:
    """Open, claimed by the reader; decided by somebody else; and a ruling that opens its own case."""
    case = rows.CaseRow(
        number=12,
        url="/cases/12",
        title=f"Comment 1.1.1 on “{FERRY}”",
        author="bo",
        author_url="/m/bo",
        words=_words(),
        place=rows.PlaceRow(
            item_url="/s/1/night-ferry#c3", parent=Markup("<p>Nobody counted the people in the wheelhouse.</p>"),
            is_parent_cited=True, parent_by="ada, comment 1.1", citations=(citation(),), cited_by=2,
        ),
        pointed=(
            rows.PointedRow(line_number=1, line="Taunting may be removed.", marked=("genius",), percent=84),
            rows.PointedRow(line_number=1, line="Taunting may be removed.", marked=(), note="Said to a person."),
        ),
        nearby=(
            rows.BesideRow(label="Comment 1.1, ada", url="/c/2", excerpt="You do not read.", outcome="the same, still standing"),
        ),
        before=(rows.BesideRow(label="Comment 4", url="/log/7", excerpt="As if, [✘].", outcome="redacted · same rule"),),
        record=("Here since May 2026", "41 comments", "1 ruling stands", "4 of 32 points"),
        steps=(
            rows.StepRow(says=Markup("it was opened"), note="", at=AT),
            rows.StepRow(says=Markup("<bdi>mo</bdi> took it"), note="", at=AT),
        ),
        until=AT + timedelta(minutes=10),
        decide=_decide(),
    )  # fmt: skip
    return (
        ("open", case),
        ("refused", replace(case, decide=replace(_decide(), errors=("Mark the words that go.",)))),
        ("decided", replace(case, decide=None, why="sol ruled 2 minutes ago.", ruling_url="/rulings/4", flagged=("cy",))),
        ("before there is a case", replace(case, number=0, steps=(), cancel_url="/s/1/night-ferry#c3", pointed=())),
    )  # fmt: skip
