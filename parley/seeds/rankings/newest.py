"""By the time of seeding."""

from parley.base.saying import later, moment, say
from parley.seeds.rankings import Counted, Ranking


def why(seed: Counted) -> str:
    return say("It was seeded on {at} UTC, and nothing else counts.", at=moment(seed.created_at))


RANKING = Ranking(
    name="newest", title=later("Newest"), explains=later("The latest seed first, nothing else counts."), order="id", why=why, place=2
)
