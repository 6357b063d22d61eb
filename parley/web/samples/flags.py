"""Flags, and a comment that waits for a mod."""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from parley.web import rows
from parley.web.samples.seeds import AT, FERRY, RULES


def flags() -> tuple[tuple[str, rows.FlagRow], ...]:
    """Reporting a comment: fresh; as its discussion's seeder; refused, settled, and sent before."""
    lines = tuple(rows.ChoiceRow(value=str(row.number), label=f"{row.number}. {row.text}", hint=row.how) for row in RULES.rows)
    fresh = rows.FlagRow(action="/c/3/flag", title="Flag comment 1.1.1", lines=lines, cancel_url="/s/1/night-ferry#c3")
    hide = rows.HideRow(lines=(3,), left=2, most=3, ruled=7, agreed=6)
    return (
        ("fresh", fresh),
        ("by the seeder", replace(fresh, hide=hide, words="genius.\nsilly if he thinks")),
        ("sent before; no hiding left", replace(fresh, is_mine=True, hide=replace(hide, left=0, ruled=0))),
        (
            "settled, refused",
            replace(fresh, settled="A mod has ruled on this.", errors=("Name the line of the house rules that is broken.",)),
        ),
    )


HELD = rows.HeldRow(
    seed=FERRY, seed_url="/s/1/night-ferry", at=AT, html=Markup("<p>The mayor sold the ferry.</p>"),
    lines=((3, "No talk of the mayor.", ("The mayor",), ""),), citations=1, take_back_url="/held/1/take-back",
)  # fmt: skip
