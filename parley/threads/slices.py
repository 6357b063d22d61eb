"""One page of a discussion: a bounded run of its tree, found by keyset, whatever the discussion's size.

Top-level comments stand in one of three orders; below them replies always stand in order of number. A cursor names the last
comment shown, so a page keeps its place while others post.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from parley.seeds.models import Seed
from parley.threads import paths, queries
from parley.threads.models import Comment

PAGE = 200
ORDERS = {"number": ("root",), "votes": ("-vote_count", "root"), "newest": ("-root",)}
"""Order of top-level comments by name."""


@dataclass(frozen=True, slots=True)
class Slice:
    """Comments in the order of the page; `after` asks for the next one, None at the end; `above` are the ancestors of the
    first comment when the slice begins inside a branch.
    """

    comments: Sequence[Comment]
    after: str | None
    above: Sequence[Comment] = ()


def slice_of(seed: Seed, *, order: str = "number", after: str = "", size: int = PAGE) -> Slice:
    """At most `size` comments behind the comment numbered `after`; an unknown order or cursor means the beginning."""
    behind = _path(after)
    rows = (
        _in_order(seed, behind, size) if order not in {"votes", "newest"} else _by_branches(seed, order, behind, size)
    )
    shown, more = rows[:size], len(rows) > size
    for row in shown:
        row.seed = seed
    return Slice(shown, shown[-1].number if more else None, _above(seed, shown))


def cursor_before(comment: Comment, *, size: int = PAGE) -> str:
    """The cursor of the slice in order of number that begins with the comment's surroundings; empty for the first slice."""
    path = bytes(comment.path)
    earlier = Comment.objects.filter(seed_id=comment.seed_id, path__lt=path).order_by("-path")
    if len(earlier.values_list("pk")[:size]) < size:
        return ""
    before = list(earlier.values_list("path", flat=True)[: size // 10 + 1])
    return paths.number_of(bytes(before[-1]))


def is_cursor(after: str) -> bool:
    return _path(after) is not None


def _path(after: str) -> bytes | None:
    if not re.fullmatch(r"[1-9]\d{0,9}(\.[1-9]\d{0,9}){0,59}", after):
        return None
    try:
        return paths.path_of(after)
    except ValueError:
        return None


def _in_order(seed: Seed, behind: bytes | None, size: int) -> list[Comment]:
    found = queries.for_page(queries.in_seed(seed))
    if behind is not None:
        found = found.filter(path__gt=behind)
    return list(found.order_by("path")[: size + 1])


def _by_branches(seed: Seed, order: str, behind: bytes | None, size: int) -> list[Comment]:
    """What is left of the branch the cursor stands in, then whole branches in their order; `size` and one more, in two
    queries and those of `for_page`. The last branch may be longer than what is left of the page and is cut.
    """
    found = queries.in_seed(seed)
    here = paths.places_of(behind)[0] if behind is not None else 0
    rest = found.filter(root=here, path__gt=behind or b"")
    tops = found.filter(parent=None)
    if here:
        tops = _behind(tops, order, here)
    roots, last, left = _enough(tops.order_by(*ORDERS[order]), rest, size + 1)
    # Their keys first: asked for with all that is shown of them, a database reads the whole discussion to find them.
    wanted = (Q(root__in=roots), Q(pk__in=_first(rest, size + 1)), Q(pk__in=_first(found.filter(root=last), left)))
    whole, resting, cut = (found.filter(each).values_list("pk", flat=True) for each in wanted)
    rank = {here: -1} | {root: place for place, root in enumerate(roots)}
    rows = queries.for_page(found.filter(pk__in=list(whole.union(resting, cut))))
    return sorted(rows, key=lambda row: (rank.get(row.root, len(roots)), bytes(row.path)))[: size + 1]


def _first(comments: QuerySet[Comment], size: int) -> QuerySet[Comment, Any]:
    return comments.order_by("path").values("pk")[:size]


def _behind(tops: QuerySet[Comment], order: str, root: int) -> QuerySet[Comment]:
    if order == "newest":
        return tops.filter(root__lt=root)
    votes = Coalesce(Subquery(tops.filter(root=root).values("vote_count")[:1]), 0)
    return tops.filter(Q(vote_count__lt=votes) | Q(vote_count=votes, root__gt=root))


def _enough(tops: QuerySet[Comment], rest: QuerySet[Comment], size: int) -> tuple[list[int], int, int]:
    """The roots of branches that stand on the page whole; the root of the one that is cut, and how much of it fits."""
    count = rest.order_by().values("seed").annotate(count=Count("pk")).values("count")
    rows = tops.annotate(rest=Coalesce(Subquery(count), 0)).values_list("root", "branch_size", "rest")[:size]
    whole: list[int] = []
    left: int | None = None
    for root, branch, resting in rows:
        left = size - resting if left is None else left
        if left <= branch:
            return whole, root, max(left, 0)
        whole.append(root)
        left -= branch
    return whole, 0, 0


def _above(seed: Seed, shown: Sequence[Comment]) -> list[Comment]:
    """Ancestors of the first comment that the page does not hold, from the top."""
    if not shown:
        return []
    path = bytes(shown[0].path)
    wanted = [path[:end] for end in range(paths.WIDTH, len(path), paths.WIDTH)]
    if not wanted:
        return []
    return list(queries.in_seed(seed).filter(path__in=wanted).select_related("author", "text").order_by("path"))
