"""What a reader left on a discussion, and his unread notices: one query for every page he reads."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import QuerySet, Value

from parley.base.prepared import Prepared, numbers
from parley.inbox import queries as inbox
from parley.moderation import flagging
from parley.threads import slices
from parley.votes import queries as votes

if TYPE_CHECKING:
    from parley.people.models import Person
    from parley.seeds.models import Seed

VOTES, FLAGS, NEWS = 1, 2, 3
"""Of which kind a row is."""


class Left(NamedTuple):
    has_voted: bool = False
    """For the seed."""
    voted: frozenset[int] = frozenset()
    flagged: flagging.Flagging = flagging.NOTHING_FLAGGED
    news: int = 0


def _left(person: int, seed: int, comments: Sequence[int]) -> QuerySet[Any, Any]:
    no = Value(value=False)
    voted = votes.votes_in(person, seed, comments).values_list("comment_id", no, no, Value(VOTES))
    flagged = flagging.flags_in(person, seed, comments).annotate(kind=Value(FLAGS))
    flagged = flagged.values_list("comment_id", "mine", "settled", "kind")
    unread = inbox.unread(person).values_list("count", no, no, Value(NEWS))
    found: QuerySet[Any, Any] = voted.union(flagged, unread, all=True)
    return found


LEFT = Prepared(_left, int, int, numbers(slices.PAGE))


def left_by(viewer: "Person | None", seed: "Seed", comments: Sequence[int]) -> Left:
    """None for the public, and nothing asked."""
    if viewer is None:
        return Left()
    rows: dict[int, list[Any]] = {VOTES: [], FLAGS: [], NEWS: []}
    for *row, kind in LEFT.rows(viewer.pk, seed.pk, comments):
        rows[kind].append(row)
    has_voted, voted = votes.split(rows[VOTES])
    return Left(has_voted, voted, flagging.split(rows[FLAGS]), rows[NEWS][0][0] if rows[NEWS] else 0)
