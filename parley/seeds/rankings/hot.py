"""Votes and comments count by their logarithm, and ten times as many of them weigh as much as half a day."""

from datetime import datetime
from math import log10

from parley.seeds.rankings import Counted, Ranking, counted, lasting

SECONDS_PER_TENFOLD = 45_000


def score(*, created_at: datetime, votes: int, comments: int) -> float:
    """Does not change with time alone, so that it can be stored and indexed."""
    return log10(1 + votes + comments / 2) + created_at.timestamp() / SECONDS_PER_TENFOLD


def why(seed: Counted) -> str:
    points = seed.vote_count + seed.comment_count / 2
    if not points:
        return "It has no votes and no comments yet, so it stands where the time of its seeding puts it."
    lifted = lasting(SECONDS_PER_TENFOLD * log10(1 + points))
    return (
        f"{counted(seed.vote_count, 'vote')}, and {counted(seed.comment_count, 'comment')} at half a vote each, make "
        f"{counted(points, 'point')}. That lifts it as high as if it had been seeded {lifted} later."
    )


RANKING = Ranking(
    name="hot",
    title="Hot",
    explains="Newer seeds stand higher, and votes and comments lift them: ten times as many make up for 12.5 hours.",
    order="hot",
    why=why,
    place=1,
)
