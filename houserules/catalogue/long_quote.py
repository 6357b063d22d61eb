"""Pasted text longer than the point needs."""

from houserules.kind import Case, Kind, Phrasing

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
        Phrasing("full|entire|whole article|articles|text"),
        Phrasing("quote|excerpt|quotation be? {atmost} {most} {unit}", is_limit=True),
        Phrasing("quote {atmost} {most} {unit}", is_limit=True),
    ),
    cases=(
        Case(name="a thing", rule="No copy-and-paste.", finds=True),
        Case(name="whole articles", rule="Do not paste entire articles.", finds=True),
        Case(name="quoting asked", rule="Quote the comment you answer.", finds=False),
    ),
)
