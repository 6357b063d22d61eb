"""How old an article may be when it is seeded."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="article-age",
    title="Age of the article",
    asks="An article is no older than the line says when it is seeded.",
    params={"hours": "how many hours old an article may be"},
    phrasings=(
        Phrasing("{articles} older|over|more than? {period} old?"),
        Phrasing("{articles} published|from more than {period} ago"),
        Phrasing("anything older than {period}"),
        Phrasing("old news|article|story"),
        Phrasing("outdated|stale|dated news|article|story|information"),
        Phrasing("older than {period}"),
        Phrasing("{articles} be? no|not older|more than {period} old?", is_limit=True),
        Phrasing("{articles}? {be}? published? within|in|from the? last|past {period}", is_limit=True),
        Phrasing("no|not|nothing older than {period}", is_limit=True),
        Phrasing("{articles} be? less|under|fewer|newer|younger than? {period} old?", is_limit=True),
    ),
    cases=(
        Case(name="days", rule="Nothing older than 30 days.", finds=True),
        Case(name="at most", rule="Articles must be no older than 48 hours.", finds=True),
        Case(name="a ban", rule="No articles older than a week.", finds=True),
        Case(name="of members", rule="Members must be older than 18.", finds=False),
    ),
)
