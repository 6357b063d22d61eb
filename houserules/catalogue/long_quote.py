"""Pasted text longer than the point needs."""

from typing import TYPE_CHECKING

from houserules.detection.amounts import USUAL_QUOTE, long_quote, whole
from houserules.facts import Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.own_words import quoted_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

ADA = Member(name="ada")


def around(params: "Mapping[str, Param]") -> tuple[Facts, Facts]:
    """One word or line too many, and as many as are fine."""
    most = whole(params, "most") if params.get("unit", "words") in {"words", "lines"} else None
    one = "> quoted\n" if most is not None and params.get("unit") == "lines" else "quoted "
    opened = "" if one.startswith(">") else "> "
    count = int(USUAL_QUOTE if most is None else most)
    return Facts(author=ADA, text=opened + one * (count + 1)), Facts(author=ADA, text=opened + one * count)


KIND = Kind(
    name="long-quote",
    title="Long quotations",
    asks="A comment pastes no more of others’ words than its point needs.",
    params={"most": "how much may be quoted", "unit": "words, characters, lines, or percent of the article"},
    phrasings=(
        Phrasing("copy and|n? paste|pasting|pasted {items}?"),
        Phrasing("copypaste|copypasted|copypasta|copypasting"),
        Phrasing("long|lengthy|excessive|large|huge quote|quotation|excerpt|paste|block|quoting"),
        Phrasing("wall of pasted|quoted|copied? text"),
        Phrasing(
            "paste|copy|post|quote|reproduce the? whole|entire|full|complete article|text|story|piece|comment|articles"
        ),
        Phrasing("quote|paste more than {most} word|line|sentence|paragraph|percent|%"),
        Phrasing("full|entire|whole article|articles|text", is_loose=True),
        Phrasing("quote|excerpt|quotation be? {atmost} {most} {unit}", is_limit=True),
        Phrasing("quote {atmost} {most} {unit}", is_limit=True),
        Phrasing("limit|keep|restrict {own}? quote|quotation|excerpt to|under {most} {unit}", is_limit=True),
    ),
    signals=(quoted_lines,),
    judge=long_quote,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    made=around,
    cases=(
        Case(
            name="most of an article",
            rule="Do not paste entire articles.",
            facts=Facts(author=ADA, text="> " + "coach " * 200),
            finds=True,
        ),
        Case(
            name="a sentence",
            rule="Do not paste entire articles.",
            facts=Facts(author=ADA, text="> Nine sailings were cancelled."),
            finds=False,
        ),
        Case(name="a thing", rule="No copy-and-paste.", finds=True),
        Case(name="whole articles", rule="Do not paste entire articles.", finds=True),
        Case(name="quoting asked", rule="Quote the comment you answer.", finds=False),
    ),
)
