"""The same article again."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="duplicate-seed",
    title="Duplicate seed",
    asks="An article that already has its discussion is not seeded again.",
    phrasings=(
        Phrasing("repost|reposts|reposting"),
        Phrasing("duplicate|double|duplicated seed|article|post|thread|submission|story|link|posts|content"),
        Phrasing("duplicate|duplicates"),
        Phrasing("post|seed|submit the? same article|story|link|seed|content again|twice?"),
        Phrasing("article|story|stories|seed that have|has? already|been? been? seeded|posted|submitted"),
        Phrasing("already posted|seeded|submitted article|content|story|link"),
        Phrasing("search|check|look before|first? post|seed|submit", is_duty=True),
    ),
    cases=(
        Case(name="a thing", rule="No duplicate seeds.", finds=True),
        Case(name="reposting", rule="Reposts will be removed.", finds=True),
        Case(name="a key", rule="A duplicate key lies at the desk.", finds=False),
    ),
)
