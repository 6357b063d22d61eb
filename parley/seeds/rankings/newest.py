"""By the time of seeding."""

from parley.seeds.rankings import Ranking

RANKING = Ranking(name="newest", title="Newest", explains="The latest seed first, nothing else counts.", order="id")
