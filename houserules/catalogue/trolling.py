"""Comments made to draw anger. A matter of judgement: people keep it."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="trolling",
    title="Trolling",
    asks="Nobody posts in order to provoke rather than to discuss.",
    phrasings=(
        Phrasing("troll {items}?"),
        Phrasing("troll behavior|behaviour"),
    ),
    cases=(
        Case(name="a conduct", rule="No trolling.", finds=True),
        Case(name="in a list with a cost", rule="Trolling and spam may be removed.", finds=True),
        Case(name="a vehicle", rule="Take the trolley to the station.", finds=False),
    ),
)
