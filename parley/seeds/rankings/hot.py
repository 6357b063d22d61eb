"""Votes and comments count by their logarithm, and ten times as many of them weigh as much as half a day."""

from datetime import datetime
from math import log10

from parley.base.saying import later, say
from parley.seeds.rankings import COMMENTS, POINTS, VOTES, Counted, Ranking, lasting, many

SECONDS_PER_TENFOLD = 45_000


def score(*, created_at: datetime, votes: int, comments: int) -> float:
    """Does not change with time alone, so that it can be stored and indexed."""
    return log10(1 + votes + comments / 2) + created_at.timestamp() / SECONDS_PER_TENFOLD


def why(seed: Counted) -> str:
    points = seed.vote_count + seed.comment_count / 2
    if not points:
        return say("It has no votes and no comments yet, so it stands where the time of its seeding puts it.")
    lifted = lasting(SECONDS_PER_TENFOLD * log10(1 + points))
    return say(
        "{votes}, and {comments} at half a vote each, make {points}. That lifts it as high as if it had been seeded {time} later.",
        votes=many(VOTES, seed.vote_count), comments=many(COMMENTS, seed.comment_count), points=many(POINTS, points), time=lifted,
    )  # fmt: skip


RANKING = Ranking(
    name="hot",
    title=later("Hot"),
    explains=later("Newer seeds stand higher, and votes and comments lift them: ten times as many make up for 12.5 hours."),
    order="hot",
    why=why,
    place=1,
)
