"""What a reader left on a discussion, whom he blocked, and his unread notices: one query for every page he reads."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db.models import BinaryField, QuerySet, Value

from parley.base.prepared import Prepared, numbers
from parley.inbox import queries as inbox
from parley.inbox import tracking_queries as tracking
from parley.moderation import flagging
from parley.people import blocking
from parley.threads import slices
from parley.votes import queries as votes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from parley.people.models import Person
    from parley.seeds.models import Seed

VOTES, FLAGS, NEWS, TRACKED, COUNTED, NEWEST, SEEN, BRANCHES, BEGUN, WAITING, BLOCKED = range(1, 12)
"""Of which kind a row is."""


class Branch(NamedTuple):
    key: int
    path: bytes
    is_folded: bool
    is_muted: bool

    def holds(self, path: bytes) -> bool:
        """Stands below it."""
        return len(path) > len(self.path) and path.startswith(self.path)


class Left(NamedTuple):
    has_voted: bool = False
    """For the seed."""
    voted: frozenset[int] = frozenset()
    flagged: flagging.Flagging = flagging.NOTHING_FLAGGED
    news: int = 0
    position: tracking.Position | None = None
    branches: tuple[Branch, ...] = ()
    draft: int = 0
    """Version of a comment on the seed itself that was begun."""
    waiting: int = 0
    """Discussions in which something is new."""
    blocked: frozenset[int] = frozenset()
    """Keys of members."""

    def is_new(self, key: int, path: bytes) -> bool:
        """Somebody else's comment."""
        here = self.position
        if here is None or here.is_muted or key <= here.read_to or key in here.seen:
            return False
        return not any(each.is_muted and each.holds(path) for each in self.branches)


def _left(person: int, seed: int, comments: Sequence[int]) -> QuerySet[Any, Any]:
    no, nothing = Value(value=False), Value(b"", output_field=BinaryField())
    voted, voted_seed = (
        each.values_list("comment_id", no, no, Value(VOTES), nothing) for each in votes.votes_in(person, seed, comments)
    )
    flagged = flagging.flags_in(person, seed, comments).annotate(kind=Value(FLAGS))
    flagged = flagged.values_list("comment_id", "mine", "settled", "kind", nothing)
    unread = inbox.unread(person).values_list("count", no, no, Value(NEWS), nothing)
    blocked = blocking.blocks_of(person).values_list("blocked_id", no, no, Value(BLOCKED), nothing)
    kinds = [Value(kind) for kind in (TRACKED, COUNTED, NEWEST, SEEN, BRANCHES, BEGUN, WAITING)]
    tracked = tracking.left_in(person, seed, kinds, nothing)
    found: QuerySet[Any, Any] = voted.union(voted_seed, flagged, unread, blocked, *tracked, all=True)
    return found


LEFT = Prepared(_left, int, int, numbers(slices.PAGE))


def left_by(viewer: "Person | None", seed: "Seed", comments: Sequence[int]) -> Left:
    """None for the public, and nothing asked."""
    if viewer is None:
        return Left()
    rows: defaultdict[int, list[Any]] = defaultdict(list)
    for *row, kind, path in LEFT.rows(viewer.pk, seed.pk, comments):
        rows[kind].append((*row, path) if kind == BRANCHES else row)
    has_voted, voted = votes.split(rows[VOTES])
    return Left(
        has_voted, voted, flagging.split(rows[FLAGS]), _number(rows[NEWS]), _position(rows),
        tuple(Branch(key, bytes(path), bool(folded), bool(muted)) for key, folded, muted, path in rows[BRANCHES]),
        _number(rows[BEGUN]), _number(rows[WAITING]), frozenset(key for key, *_ in rows[BLOCKED]),
    )  # fmt: skip


def _number(rows: Sequence[Any]) -> int:
    return rows[0][0] if rows else 0


def _position(rows: "Mapping[int, list[Any]]") -> tracking.Position | None:
    if TRACKED not in rows:
        return None
    ((read_to, is_followed, is_muted),) = rows[TRACKED]
    seen = frozenset(key for key, *_ in rows.get(SEEN, ()))
    new, newest = _number(rows.get(COUNTED, ())), _number(rows.get(NEWEST, ()))
    return tracking.Position(read_to, bool(is_followed), bool(is_muted), new, newest, seen)
