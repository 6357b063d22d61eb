"""Claims that fact checks have refuted. A ruling on it needs a person with evidence."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="debunked-claim",
    title="Debunked claim",
    asks="Nobody posts claims that have been shown to be false.",
    phrasings=(
        Phrasing(
            "debunk|disproven|disproved "
            "lie|claim|theory|theories|story|stories|falsehood|rumor|rumour|myth|conspiracies|info|information"
        ),
        Phrasing("debunk conspiracy theories|theory"),
        Phrasing("misinformation|disinformation"),
        Phrasing("lie that|which has|have been|are debunked"),
    ),
    cases=(
        Case(name="lies", rule="Posting debunked lies will be subject to deletion", finds=True),
        Case(name="one word for it", rule="No misinformation.", finds=True),
        Case(name="an invitation", rule="Debunked claims are a good subject for a seed.", finds=False),
    ),
)
