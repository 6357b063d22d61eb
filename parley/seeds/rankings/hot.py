"""Votes and comments count by their logarithm, and ten times as many of them weigh as much as half a day."""

from datetime import datetime
from math import log10

from parley.seeds.rankings import Ranking

RANKING = Ranking(
    name="hot",
    title="Hot",
    explains="Newer seeds stand higher, and votes and comments lift them: ten times as many make up for 12.5 hours.",
    order="hot",
)
SECONDS_PER_TENFOLD = 45_000


def score(*, created_at: datetime, votes: int, comments: int) -> float:
    """Does not change with time alone, so that it can be stored and indexed."""
    return log10(1 + votes + comments / 2) + created_at.timestamp() / SECONDS_PER_TENFOLD
