"""An amount without the time or place within which it counts."""

from collections.abc import Iterator

from houserules.linting.checks import Check
from houserules.linting.remark import Case, Remark
from houserules.linting.shown import Rules, quoted, remark
from houserules.saying import assembled, say

NAME = "no-window"
WINDOW = (
    "per|a|an|each|every|one|single|once|within|in|last|past|for|after|of .. second|minute|hour|day|week|month|year|decade",
    "{period}", "daily|weekly|monthly|yearly|hourly", "today|yesterday|recent|recently|time", "in a row|short",
    "permanent|permanently|permaban|forever|life|lifetime|indefinite|indefinitely|good",
    "per|in|within .. thread|discussion|seed|post|topic|article|title", "consecutive|consecutively|at_once|simultaneous",
)  # fmt: skip
"""What says when or where something counts."""
TOO_MANY = (
    "too many|much|often|frequently .. post|comment|link|reply|seed|article|question|submission",
    "post|comment|reply|seed|submit|link|posting|commenting too often|frequently|much|many",
    "excessive|excessively posting|comment|posts|submission|reposting|commenting",
    "excessively post|comment|repost",
)
TERMS = ("temporary|temporarily|temp .. ban|suspension|suspended|banned|mute|muted", "suspension|suspended|suspend")
SEVERAL = "two|three|four|five|six|ten|2|3|4|5|6|10"
COUNTS = (
    f"{SEVERAL} strike|offence|offense|infraction|violation|warning then|and|result|will|mean|lead|before|ban|earns|get",
    f"after {SEVERAL} strike|offence|offense|infraction|violation|warning|report|flag",
    f"{SEVERAL} report|flag ... remove|removed|hidden|hide|deleted|lock|close",
)
EVER = ("ever|before|already|previous|previously",)
"""What says that a repetition is looked for however far back."""
REPEATS = (
    "no|not|dont|never repeat|duplicate post|submission|link|article",
    "no|not|dont|never repost|reposts|reposting",
)
ELSEWHERE = (
    "topic|topics .. temporarily .. banned",
    "temporarily .. banned topic|topics",
    "they can be temporarily",
    "site wide|wides",
    "repost if",
    "as a whole",
    "have .. too many",
    "repost .. deleted by",
    "repost|reposts|reposting after removal",
    "repost their",
)
"""Topics that rest for a while, and what another site does to an account."""
ANSWERS = {
    "too-many": say("too many in how long a time? A figure such as “more than five an hour” can be kept; this one cannot."),
    "terms": say("for how long? A term, such as “for a week”, tells members what to expect."),
    "counts": say("within how long a time does this count? Without one, what somebody did years ago still adds up."),
    "repeats": say("how far back is a repetition looked for? “Within 30 days” or “in the same discussion” would say so."),
}


def find(rules: Rules) -> Iterator[Remark]:
    """For each sort of amount the first line that has it, when no line that has it names a time."""
    for name, patterns in (("too-many", TOO_MANY), ("terms", TERMS), ("counts", COUNTS), ("repeats", REPEATS)):
        stands = [
            (at, span)
            for at, line in enumerate(rules.lines)
            if (span := line.says(*patterns)) and not line.says(*ELSEWHERE)
        ]
        if stands and not any(_has_window(rules, at) for at, _ in stands):
            at, span = stands[0]
            line = rules.lines[at]
            place = line.place(*span)
            yield remark(NAME, assembled("{words}: {remark}", words=quoted(place.words), remark=ANSWERS[name]), place)


def _has_window(rules: Rules, at: int) -> bool:
    """Whether the line at an index, or the one behind it, says when."""
    line, both = rules.lines[at], rules.lines[at : at + 2]
    if line.says(*REPEATS) is not None and any(each.says(*EVER) is not None for each in both):
        return True
    return any(each.says(*WINDOW) is not None for each in both)


CHECK = Check(
    name=NAME,
    title="No window",
    asks="A line counts something (too many posts, strikes, reports, repetitions) or suspends somebody, and does not say within how "
    "long a time, where, or for how long.",
    find=find,
    cases=(
        Case(name="too many", rules="Don’t post too many comments.", finds=True, words=("too many comments",)),
        Case(name="too many in a day", rules="Don’t post too many comments in one day.", finds=False),
        Case(name="a suspension", rules="Violators will be suspended.", finds=True, words=("suspended",)),
        Case(name="for a week", rules="Violators will be suspended for a week.", finds=False),
        Case(name="strikes", rules="Three strikes and you are out.", finds=True, words=("Three strikes and",)),
        Case(name="strikes in a month", rules="Three strikes within a month and you are out.", finds=False),
        Case(name="reposts", rules="No reposts.", finds=True),
        Case(name="reposts of a month", rules="No reposts of the last 30 days.", finds=False),
        Case(name="ever", rules="No reposts. Check whether it was posted before.", finds=False),
        Case(name="repeated in one discussion", rules="Don’t repeat posts in this discussion.", finds=False),
        Case(name="no amount", rules="No memes.", finds=False),
    ),
)
