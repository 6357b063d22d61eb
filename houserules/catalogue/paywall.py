"""Sources that only subscribers can read."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="paywall",
    title="Paywall",
    asks="What is seeded can be read without a subscription.",
    phrasings=(
        Phrasing("hard|soft? paywall|paywalls|paywalled {articles}?"),
        Phrasing("paywalled article|source|link|content|sites|site"),
        Phrasing("{articles} behind|with a|paywall|paywalls paywall?"),
        Phrasing("subscription only|required? {articles}?"),
        Phrasing("pay wall|walled {articles}?"),
        Phrasing("link|seed to paywalled {articles}"),
    ),
    cases=(
        Case(name="a thing", rule="No paywalls.", finds=True),
        Case(name="articles", rule="Paywalled articles will be removed.", finds=True),
        Case(name="a wall", rule="Walls are whitewashed in May.", finds=False),
    ),
)
