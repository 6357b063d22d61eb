"""Going on after having been told. A matter of judgement: people keep it."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="disruption",
    title="Disruption",
    asks="Nobody goes on disrupting a discussion after earlier breaches in it.",
    phrasings=(
        Phrasing(
            "continue|keep|persist to|on|in? disrupt|disrupting "
            "the|this|a|our|any? conversation|discussion|thread|seed|group?"
        ),
        Phrasing("disrupt the|this|a|our|any? conversation|discussion|thread|seed|group"),
        Phrasing("disruption|disruptive {items}?"),
        Phrasing("disruptive conduct"),
    ),
    cases=(
        Case(name="an act", rule="Members who continue to disrupt the conversation risk removal.", finds=True),
        Case(name="a thing", rule="No disruptive behavior.", finds=True),
        Case(name="of ferries", rule="The strike will disrupt ferries.", finds=False),
    ),
)
