"""Opinion pieces among the news."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="opinion-pieces",
    title="Opinion pieces",
    asks="Seeds report; opinion pieces and editorials are left out.",
    phrasings=(
        Phrasing("opinion|op|editorial piece|pieces|column|article|ed|eds|articles|editorials"),
        Phrasing("oped|opeds"),
        Phrasing("op ed|eds|piece"),
        Phrasing("editorial|editorials"),
        Phrasing("opinion article|blog|essay|columns"),
    ),
    cases=(
        Case(name="a thing", rule="No opinion pieces.", finds=True),
        Case(name="others", rule="Editorials are not allowed.", finds=True),
        Case(name="one's own", rule="Your opinion counts.", finds=False),
    ),
)
