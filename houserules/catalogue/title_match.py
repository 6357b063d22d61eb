"""The headline is the source's own."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="title-match",
    title="Title must match",
    asks="The headline of a seed is the one of its source.",
    params={"which": "accurate where the line says only that; the source’s own otherwise"},
    phrasings=(
        Phrasing(
            "editorialize|editorialise|editorialized|editorialised|editorializing title|headline|titles|headlines?"
        ),
        Phrasing("editorialize|editorialise the|your? title|headline|titles"),
        Phrasing("change|alter|modify|edit|changing|altering|rewrite the? title|headline|titles|headlines"),
        Phrasing("altered|changed|modified|custom title|headline"),
        Phrasing(
            "misleading|sensational|sensationalized|clickbait|inaccurate|vague title|headline|titles",
            {"which": "accurate"},
        ),
        Phrasing("clickbait title|headline|titles?", {"which": "accurate"}),
        Phrasing(
            "use|copy|keep|quote the? original|exact|actual|article|source|same title|headline|articles?", is_duty=True
        ),
        Phrasing(
            "match the? title|headline of|in? the? original|source|linked? article|source|story|headline|title?",
            is_duty=True,
        ),
        Phrasing(
            "title|headline must|should match the|same? original|source|article|exact? headline|title|article|source",
            is_duty=True,
        ),
    ),
    cases=(
        Case(name="asked for", rule="Titles must match the headline of the article.", finds=True),
        Case(name="an act", rule="Do not change the headline.", finds=True),
        Case(name="editorial", rule="No editorialized titles.", finds=True),
        Case(name="of a club", rule="The title was won by the other club.", finds=False),
    ),
)
