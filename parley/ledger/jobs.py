"""Recurring jobs, where workers look for them."""

from datetime import timedelta

from parley.base.jobs import every
from parley.ledger import tree


@every(timedelta(minutes=1))
def grow_the_log() -> None:
    """Places for entries whose process ended before it gave them out."""
    tree.grow()
