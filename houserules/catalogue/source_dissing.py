"""Running down the source instead of answering what it says. People keep it."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="source-dissing",
    title="Running down the source",
    asks="Argue with what the article says; do not dismiss it for where it was published.",
    phrasings=(
        Phrasing("source diss|dissing|bash|bashing|attack|shame|shaming"),
        Phrasing(
            "diss|bash|attack|trash|disparage|dismiss|insult|mock the|a|your|any? source|publisher|sources|outlet"
        ),
        Phrasing("run|running down the|a? source|publisher|sources"),
        Phrasing("shoot|shooting the messenger"),
    ),
    cases=(
        Case(name="a thing", rule="No source dissing.", finds=True),
        Case(name="an act", rule="Don’t attack the source.", finds=True),
        Case(name="asking for sources", rule="Please name your source.", finds=False),
    ),
)
