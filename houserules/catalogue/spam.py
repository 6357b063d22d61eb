"""Advertising and the like. People keep it; the engine does not judge it yet."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="spam",
    title="Spam",
    asks="Nobody posts advertising or the same message in many places.",
    phrasings=(
        Phrasing("spam|spammer|spambot {items}?"),
        Phrasing("spam link|links|message"),
    ),
    cases=(
        Case(name="a thing", rule="No spam!", finds=True),
        Case(name="an act", rule="Don’t spam.", finds=True),
        Case(name="a filter", rule="Our spam filter is good.", finds=False),
    ),
)
