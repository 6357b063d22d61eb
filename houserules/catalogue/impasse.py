"""Two members stop answering each other in one discussion."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="impasse",
    title="Impasse",
    asks="Who was told “impasse” stops answering that member in the discussion; both are bound.",
    phrasings=(
        Phrasing("answer|reply|respond|engage|engaging|replying after|to? a|an|the? impasse"),
        Phrasing("ignore|break|violate|violating|breaking an|the|a? impasse"),
        Phrasing("respect|honor|honour|observe|keep|accept the|an|any|a? impasse", is_duty=True),
        Phrasing("call|declare|invoke|say|announce an|the? impasse", is_duty=True),
    ),
    cases=(
        Case(name="asked for", rule="Please respect an impasse.", finds=True),
        Case(name="broken", rule="Do not break an impasse.", finds=True),
        Case(name="in parliament", rule="Parliament met an impasse.", finds=False),
    ),
)
