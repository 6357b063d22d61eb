"""Members who act as if they were moderators."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="playing-moderator",
    title="Playing moderator",
    asks="Nobody tells other members what the rules forbid them: there is the flag.",
    phrasings=(
        Phrasing(
            "backseat|armchair|mini|vigilante|back moderate|moderation|modding|moderator|seat|mod moderation|moderate|modding?"
        ),
        Phrasing("minimod|minimodding|backseatmodding"),
        Phrasing(
            "play|act|pretend|acting|playing|pretending as|to|like? be? a|the|being? mod|moderator|police|cop|mods|admin"
        ),
        Phrasing("self moderate|moderating"),
        Phrasing("moderate|police other member|user|people?"),
        Phrasing("impersonate|impersonating a|the|any? mod|moderator|moderators|staff|admin|admins"),
    ),
    cases=(
        Case(name="an act", rule="Don’t play moderator.", finds=True),
        Case(name="a thing", rule="No backseat moderating.", finds=True),
        Case(name="a plan", rule="Our moderators work on Sundays.", finds=False),
    ),
)
