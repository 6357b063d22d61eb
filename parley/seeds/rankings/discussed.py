"""Comments and the people who wrote them count by their logarithm, and ten times as many of them weigh as much as three days. A
person counts as much as four comments, so that two who answer each other all day do not make the most discussed article.
"""

from datetime import datetime
from math import log10

from parley.base.saying import counted, later, say
from parley.seeds.rankings import COMMENTS, POINTS, Counted, Ranking, lasting, many

SECONDS_PER_TENFOLD = 259_200
PERSON = 4
"""So many comments does it weigh that somebody else takes part."""


def score(*, created_at: datetime, comments: int, people: int) -> float:
    """Does not change with time alone, so that it can be stored and indexed. 0 where nobody has said anything."""
    if not comments:
        return 0.0
    return log10(comments + PERSON * people) + created_at.timestamp() / SECONDS_PER_TENFOLD


def why(seed: Counted) -> str:
    points = seed.comment_count + PERSON * seed.people_count
    people = counted("{count} person", "{count} people", seed.people_count)
    lifted = lasting(SECONDS_PER_TENFOLD * log10(max(points, 1)))
    return say(
        "{comments}, and {people} who wrote them at {person} comments each, make {points}. That lifts it as high as if it had been "
        "seeded {time} later.",
        comments=many(COMMENTS, seed.comment_count), people=people, person=PERSON, points=many(POINTS, points), time=lifted,
    )  # fmt: skip


RANKING = Ranking(
    name="discussed",
    title=later("Most discussed"),
    explains=later(
        "Seeds with comments: the more comments by the more people, the higher, and ten times as many make up for three days."
    ),
    order="discussed",
    why=why,
    place=3,
    above=0,
)
