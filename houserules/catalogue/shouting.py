"""Whole sentences in capitals."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="shouting",
    title="Shouting",
    asks="No writing in capitals throughout.",
    phrasings=(
        Phrasing("all? caps|cap|capital|capitals|uppercase {items}?"),
        Phrasing("shouting|shout|yell|yelling"),
        Phrasing("caps|cap lock"),
        Phrasing("capslock"),
        Phrasing("caps|cap"),
        Phrasing("write|post|comment in all? caps|capital|uppercase letter?"),
        Phrasing("in all? caps|capital|uppercase letter?"),
        Phrasing("title in? all? caps"),
        Phrasing("excessive caps|capitalization|capital|capitalisation"),
        Phrasing("all capital letter"),
        Phrasing("allcaps"),
    ),
    cases=(
        Case(name="a thing", rule="No ALL CAPS.", finds=True),
        Case(name="an act", rule="SHOUTING is not allowed.", finds=True),
        Case(name="how", rule="Do not type in capitals.", finds=True),
        Case(name="towns", rule="Capitals of Europe are a good subject.", finds=False),
    ),
)
