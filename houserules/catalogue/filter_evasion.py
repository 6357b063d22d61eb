"""Odd spelling to slip past the filter."""

from houserules.kind import Case, Kind, Phrasing

KIND = Kind(
    name="filter-evasion",
    title="Filter evasion",
    asks="Odd spellings, signs, or spaces that hide a word count as the word.",
    phrasings=(
        Phrasing("filter evasion|dodging|bypass|bypassing|evading|evade"),
        Phrasing(
            "evade|bypass|dodge|avoid|circumvent|trick|defeat|fool|evading|circumventing|bypassing the|our|any|word|profanity|swear|language? word|profanity|swear|language? filter|filters|automod|censor|automoderator"
        ),
        Phrasing("get|slip|sneak past|around the|our? word? filter|filters"),
    ),
    cases=(
        Case(name="an act", rule="Do not evade the filter.", finds=True),
        Case(name="a thing", rule="No filter evasion.", finds=True),
        Case(name="coffee", rule="Filter coffee is served.", finds=False),
    ),
)
