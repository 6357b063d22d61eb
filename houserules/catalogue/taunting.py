"""Needling another member. A matter of judgement: people keep it."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="taunting",
    title="Taunting",
    asks="Nobody taunts, baits, or mocks another member.",
    phrasings=(
        Phrasing("taunt|bait|mock|ridicule|goad|needle {items}?"),
        Phrasing("taunt|bait|mock|ridicule|goad|bully other|another|fellow? member|user|people|person|others"),
        Phrasing("bully"),
    ),
    cases=(
        Case(name="a conduct", rule="No taunting.", finds=True),
        Case(name="aimed at others", rule="Do not bait other members.", finds=True),
        Case(name="as a verb without a rule", rule="Some fish are caught by bait.", finds=False),
    ),
)
