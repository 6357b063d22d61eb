"""Who may post here."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="members-only",
    title="Members only",
    asks="Only members of the group post here.",
    phrasings=(
        Phrasing("non member|members"),
        Phrasing("nonmember|nonmembers {items}?"),
        Phrasing("guest|anonymous {items}"),
        Phrasing("outsider"),
        Phrasing("member|members only", is_duty=True),
        Phrasing("for member only", is_duty=True),
        Phrasing("group|verified|registered|approved|flaired|invited member|user only", is_duty=True),
        Phrasing(
            "only group|verified|registered|approved|flaired|invited? member|user post|comment|seed", is_duty=True
        ),
    ),
    cases=(
        Case(name="only", rule="Members only.", finds=True),
        Case(name="others", rule="No non-members.", finds=True),
        Case(name="all", rule="All members are welcome.", finds=False),
    ),
)
