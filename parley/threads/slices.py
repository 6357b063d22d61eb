"""One page of a discussion: a bounded run of its tree, found by keyset, whatever the discussion's size.

Top-level comments stand in one of three orders; below them replies always stand in order of number. A cursor names the last
comment shown, so a page keeps its place while others post.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, QuerySet

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
    """What is left of the branch the cursor stands in, then whole branches in their order."""
    rows: list[Comment] = []
    tops = queries.in_seed(seed).filter(parent=None)
    if behind is not None:
        root = paths.places_of(behind)[0]
        rows = list(
            queries.for_page(queries.in_seed(seed)).filter(root=root, path__gt=behind).order_by("path")[: size + 1]
        )
        tops = _behind(tops, order, root)
    if len(rows) <= size:
        chosen = _enough(tops.order_by(*ORDERS[order]), size + 1 - len(rows))
        rows += _branches(seed, chosen, size + 1 - len(rows))
    return rows


def _behind(tops: QuerySet[Comment], order: str, root: int) -> QuerySet[Comment]:
    if order == "newest":
        return tops.filter(root__lt=root)
    votes = tops.filter(root=root).values_list("vote_count", flat=True).first() or 0
    return tops.filter(Q(vote_count__lt=votes) | Q(vote_count=votes, root__gt=root))


def _enough(tops: QuerySet[Comment], size: int) -> list[tuple[int, int]]:
    """The first (root, size of its branch) that together fill a page."""
    chosen, total = [], 0
    for root, branch in tops.values_list("root", "branch_size")[:size]:
        chosen.append((root, branch))
        total += branch
        if total >= size:
            break
    return chosen


def _branches(seed: Seed, chosen: list[tuple[int, int]], size: int) -> list[Comment]:
    """The branches in the given order. The last may be longer than what is left of the page and is read by itself."""
    if not chosen:
        return []
    *whole, last = chosen
    rows = queries.for_page(queries.in_seed(seed))
    roots = [root for root, _ in whole]
    full = list(rows.filter(root__in=roots).order_by("root", "path")) if roots else []
    by_root: dict[int, list[Comment]] = {root: [] for root in roots}
    for row in full:
        by_root[row.root].append(row)
    ordered = [row for root in roots for row in by_root[root]]
    return ordered + list(rows.filter(root=last[0]).order_by("path")[: max(size - len(ordered), 0)])


def _above(seed: Seed, shown: Sequence[Comment]) -> list[Comment]:
    """Ancestors of the first comment that the page does not hold, from the top."""
    if not shown:
        return []
    path = bytes(shown[0].path)
    wanted = [path[:end] for end in range(paths.WIDTH, len(path), paths.WIDTH)]
    if not wanted:
        return []
    return list(queries.in_seed(seed).filter(path__in=wanted).select_related("author", "text").order_by("path"))
