"""By the time of seeding."""

from parley.seeds.rankings import Counted, Ranking


def why(seed: Counted) -> str:
    return f"It was seeded on {seed.created_at.day} {seed.created_at:%b %Y, %H:%M} UTC, and nothing else counts."


RANKING = Ranking(
    name="newest", title="Newest", explains="The latest seed first, nothing else counts.", order="id", why=why, place=2
)
