"""Tags and groups that have to do with the article."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="fitting-tags",
    title="Tags that fit",
    asks="A seed’s tags and groups have to do with its article.",
    phrasings=(
        Phrasing("irrelevant|unrelated|misleading|wrong|incorrect|inappropriate tag|tags|flair|flairs"),
        Phrasing("tag spam|abuse|spamming"),
        Phrasing("untagged|unflaired|unmarked {articles}"),
        Phrasing("misuse|abuse of? the? tag|tags|flair"),
        Phrasing("mistag|mistagged|mislabeled {articles}?"),
        Phrasing("unflaired|untagged|mistagged {items}"),
        Phrasing(
            "tag|flair|label|mark {own}? {articles} correctly|appropriately|properly|accurately|relevant?", is_duty=True
        ),
        Phrasing(
            "use|choose|select|add|pick|assign the|a|an? correct|appropriate|relevant|right|proper|fitting? tag|flair|tags|flairs",
            is_duty=True,
        ),
        Phrasing("tag|flair {be}? relevant|fit|match|appropriate|accurate to|for? the? {articles}?", is_duty=True),
        Phrasing("{articles} {be} tagged|flaired|labeled", is_duty=True),
    ),
    cases=(
        Case(name="a thing", rule="No irrelevant tags.", finds=True),
        Case(name="asked for", rule="Tags must be relevant to the article.", finds=True),
        Case(name="a price", rule="The tag shows the price.", finds=False),
    ),
)
