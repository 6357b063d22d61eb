"""Too many comments or seeds in a short time."""

from typing import TYPE_CHECKING

from houserules.detection.amounts import USUAL_PACE, flooding, whole
from houserules.facts import Earlier, Facts, Member
from houserules.keeping import Keeping
from houserules.kind import Case, Kind, Phrasing
from houserules.signals.pace import pace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from houserules.book import Param

ADA = Member(name="ada")


def one_more(params: "Mapping[str, Param]") -> tuple[Facts, Facts]:
    """One comment too many within the time, and one less."""
    most = int(whole(params, "most") or USUAL_PACE)
    return _after(most), _after(most - 1)


def _after(count: int) -> Facts:
    """All within a second."""
    return Facts(author=ADA, text="And one more.", at=1.0, earlier=(Earlier(text="Before.", at=1.0),) * count)


KIND = Kind(
    name="flooding",
    title="Flooding",
    asks="Nobody posts more than so many comments in so long a time.",
    params={"most": "how many are fine", "hours": "in how long a time"},
    phrasings=(
        Phrasing("flood|flooding the|this|a|our? thread|discussion|group|feed|forum|page|sub?"),
        Phrasing("excessive posting|post"),
        Phrasing("mass posting|post"),
        Phrasing("post too many|much|often|frequently comment|time|post?"),
        Phrasing("post|comment? more than {most} time|comment|post|message|reply a|an|per|every|each|in|within {period}"),
        Phrasing("more than {most} seed|article|thread a|an|per|every|each|in|within {period}", is_loose=True),
        Phrasing(
            "{atmost} {most} comment|post|time|message|reply per|a|every|each|in|within|an {period}",
            is_limit=True,
        ),
        Phrasing(
            "{atmost} {most} seed|article|submission|thread|link|question|video|image|topic|story|stories|meme per|a|every|each|in|within|an {period}",
            is_limit=True,
            is_loose=True,
        ),
        Phrasing(
            "{most} comment|post|message|reply per|a|every|each|an {period} {cap}?",
            is_limit=True,
        ),
        Phrasing(
            "{most} seed|article|submission|thread|story per|a|every|each|an {period} {cap}?",
            is_limit=True,
            is_loose=True,
        ),
        Phrasing("wait at? least? {period} between|before comment|post|posting?", {"most": 1}, is_limit=True),
    ),
    signals=(pace,),
    judge=flooding,
    default=Keeping.ASK,
    others=(Keeping.POINT,),
    made=one_more,
    cases=(
        Case(
            name="a sixth within the hour",
            rule="No more than 5 comments per hour.",
            facts=Facts(
                author=ADA,
                text="Again.",
                at=3000,
                earlier=tuple(Earlier(text="x", at=500.0 * at) for at in range(1, 6)),
            ),
            finds=True,
        ),
        Case(
            name="after an hour",
            rule="No more than 5 comments per hour.",
            facts=Facts(
                author=ADA,
                text="Again.",
                at=9000,
                earlier=tuple(Earlier(text="x", at=500.0 * at) for at in range(1, 6)),
            ),
            finds=False,
        ),
        Case(name="an act", rule="Do not flood the thread.", finds=True),
        Case(name="with figures", rule="No more than 5 comments per hour.", finds=True),
        Case(name="of seeds", rule="At most three seeds a day.", finds=True),
        Case(name="water", rule="The flood is covered elsewhere.", finds=False),
    ),
)
