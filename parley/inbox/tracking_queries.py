"""Reading what a member follows: only ever his own, and only where he may still read."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from parley.base.prepared import Prepared
from parley.groups.models import Group
from parley.groups.queries import readable_by_each
from parley.inbox import queries as notices
from parley.inbox.models import Branch, Seen, Tracked, Unsent
from parley.people.models import Person
from parley.seeds.models import Seed
from parley.threads import paths
from parley.threads.models import Comment

PAGE, MOST_COUNTED, MOST_LOOKED_AT = 50, 100, 1000
"""Discussions on a page; new comments in one that are counted; and those among which the first is looked for."""
OF_A_GROUP, OF_A_SEED = ("id", "name", "title"), ("id", "group_id", "headline", "slug", "language")
OF_A_LINE = (
    "pk", "is_first", "active_at", "new", "newest", "is_followed", "is_muted",
    *(f"seed__group__{each}" for each in OF_A_GROUP), *(f"seed__{each}" for each in OF_A_SEED),
)  # fmt: skip
START = datetime(1970, 1, 1, tzinfo=UTC)


class Bounded(Subquery):
    """How many rows a bounded query has."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS bounded)"
    output_field = IntegerField()


def _new(seed: Any, read_to: Any, person: Any, tracked: Any) -> QuerySet[Comment]:
    """What is new in a discussion: of others, not read, and not below what is muted. The values are an outer row's, or plain ones."""
    seen = Seen.objects.filter(tracked=_deeper(tracked), comment=OuterRef("pk"))
    muted = Branch.objects.filter(
        person=_deeper(person), seed=_deeper(seed), is_muted=True, path__lt=OuterRef("path"), end__gt=OuterRef("path")
    )
    found = Comment.objects.filter(~Q(author=person), ~Exists(seen), ~Exists(muted), seed=seed, pk__gt=read_to)
    return found.order_by("pk")


def _deeper(value: Any) -> Any:
    return OuterRef(value) if isinstance(value, OuterRef) else value


def new_of(tracked: Tracked) -> QuerySet[Comment]:
    """Oldest first."""
    return _new(tracked.seed_id, tracked.read_to, tracked.person_id, tracked.pk)


def _of_each() -> QuerySet[Comment]:
    """Of the discussion of each row of `Tracked`."""
    return _new(OuterRef("seed"), OuterRef("read_to"), OuterRef("person"), OuterRef("pk"))


def _counted() -> Bounded:
    return Bounded(_of_each().values("pk")[: MOST_COUNTED + 1])


def _newest() -> QuerySet[Comment]:
    return Comment.objects.filter(seed=OuterRef("seed")).order_by("-pk")


@dataclass(frozen=True, slots=True)
class Line:
    """A discussion on the tracker. `new`: at most one more than are counted; `newest`: key of its newest comment."""

    seed: Seed
    new: int
    newest: int
    active_at: datetime
    is_followed: bool
    is_muted: bool


@dataclass(frozen=True, slots=True)
class Lines:
    lines: Sequence[Line]
    after: str | None
    """What the next page is asked with, None on the last."""


def current(viewer: Person, *, after: str = "") -> Lines:
    """What is followed and not muted: first where something is new, newest activity first. One query."""
    return _lines(_page(_current(viewer.pk), after) if after else CURRENT.rows(viewer.pk))


def history(viewer: Person, *, after: str = "") -> Lines:
    """Everywhere one ever took part or followed, newest activity first. One query."""
    return _lines(_page(_history(viewer.pk), after) if after else HISTORY.rows(viewer.pk))


def _current(person: int) -> QuerySet[Tracked, Any]:
    return _ordered(current_rows(person), Exists(_of_each()))


def _history(person: int) -> QuerySet[Tracked, Any]:
    return _ordered(_readable(person), Value(value=False))


def current_rows(person: int) -> QuerySet[Tracked]:
    return _readable(person).filter(is_followed=True, is_muted=False)


def _readable(person: int) -> QuerySet[Tracked]:
    return Tracked.objects.filter(readable_by_each("person", "seed__group"), person=person)


def _ordered(tracked: QuerySet[Tracked], is_first: Any) -> QuerySet[Tracked, Any]:
    active = Coalesce(Subquery(_newest().values("created_at")[:1]), F("seed__created_at"))
    return tracked.annotate(is_first=is_first, active_at=active).order_by("-is_first", "-active_at", "-pk")


def _page(found: QuerySet[Tracked, Any], after: str = "") -> QuerySet[Tracked, Any]:
    """Which stand on the page is found first: counting what is new in each costs more than knowing whether there is any."""
    keys = _behind(found, after).values("pk")[: PAGE + 1]
    shown = found.filter(pk__in=keys).annotate(new=_counted(), newest=Coalesce(Subquery(_newest().values("pk")[:1]), 0))
    return shown.values_list(*OF_A_LINE)


CURRENT = Prepared(lambda person: _page(_current(person)), int)
HISTORY = Prepared(lambda person: _page(_history(person)), int)
"""Of the first page: Django takes longer to make their words than a database to answer them."""


def _lines(found: Iterable[Any]) -> Lines:
    rows = list(found)
    lines = [
        Line(_seed(rest), 0 if is_muted else new, newest, active_at, is_followed, is_muted)
        for _, _, active_at, new, newest, is_followed, is_muted, *rest in rows[:PAGE]
    ]
    return Lines(lines, _cursor(*rows[PAGE - 1][:3]) if len(rows) > PAGE else None)


def _seed(values: list[Any]) -> Seed:
    """With its group, of both only what a line shows."""
    seed = Seed.from_db(None, OF_A_SEED, values[len(OF_A_GROUP) :])
    seed.group = Group.from_db(None, OF_A_GROUP, values[: len(OF_A_GROUP)])
    return seed


def _cursor(key: int, is_first: Any, active_at: datetime) -> str:
    return f"{int(is_first)}-{(active_at - START) // timedelta(microseconds=1)}-{key}"


CURSOR = re.compile(r"([01])-(\d{1,17})-(\d{1,18})", re.ASCII)


def _behind(found: QuerySet[Tracked, Any], after: str) -> QuerySet[Tracked, Any]:
    """An unknown cursor is the beginning."""
    if (asked := CURSOR.fullmatch(after)) is None:
        return found
    is_first, at, key = asked[1] == "1", START + timedelta(microseconds=int(asked[2])), int(asked[3])
    here = Q(is_first=is_first) & (Q(active_at__lt=at) | Q(active_at=at, pk__lt=key))
    return found.filter(here | Q(is_first=False) if is_first else here)


@dataclass(frozen=True, slots=True)
class Position:
    """What a member has left on a discussion that he follows, or followed once."""

    read_to: int
    is_followed: bool
    is_muted: bool
    new: int = 0
    newest: int = 0
    seen: frozenset[int] = frozenset()


def left_in(person: int, seed: int, kinds: Sequence[Any], nothing: Any) -> list[QuerySet[Any, Any]]:
    """Parts of one union query (`web/pages/own_marks.py`), each row (number, yes, yes, kind, path): where he stands, how many are
    new, which one is the newest, what he saw, folded, and muted, what he began to write, and how many discussions have something new.
    """
    tracked, counted, newest, seen, branches, begun, waiting = kinds
    mine, no = Tracked.objects.filter(person=person, seed=seed), Value(value=False)
    last = Subquery(_newest().values("pk")[:1])
    return [
        mine.values_list("read_to", "is_followed", "is_muted", tracked, nothing),
        mine.filter(is_muted=False).annotate(new=_counted()).values_list("new", no, no, counted, nothing),
        mine.annotate(newest=Coalesce(last, 0)).values_list("newest", no, no, newest, nothing),
        Seen.objects.filter(tracked__in=mine).values_list("comment_id", no, no, seen, nothing),
        Branch.objects.filter(person=person, seed=seed).values_list("comment_id", "is_folded", "is_muted", branches, "path"),
        Unsent.objects.filter(person=person, seed=seed, parent=None).values_list("version", no, no, begun, nothing),
        _waiting(person).values_list("count", no, no, waiting, nothing),
    ]


def tracked_by(viewer: Person, seed: Seed) -> Tracked | None:
    return Tracked.objects.filter(person=viewer, seed=seed).first()


def branch_at(viewer: Person, comment: Comment) -> Branch:
    """One that is neither folded nor muted, where nothing is kept of it."""
    return Branch.objects.filter(person=viewer, comment=comment).first() or Branch(person=viewer, comment=comment)


def first_new(viewer: Person, seed: Seed, *, after: str = "") -> Comment | None:
    """The next new comment by number behind the one numbered `after`, or from the beginning where there is none behind it."""
    tracked = tracked_by(viewer, seed)
    if tracked is None or tracked.is_muted:
        return None
    some = Comment.objects.filter(pk__in=new_of(tracked).values("pk")[:MOST_LOOKED_AT]).select_related("seed").order_by("path")
    try:
        path = paths.path_of(after[: paths.LONGEST])
    except ValueError:
        path = b""
    return some.filter(path__gt=path).first() or (some.first() if path else None)


def _waiting(person: int) -> QuerySet[Tracked, Any]:
    return with_news(person).order_by().values("person").annotate(count=Count("pk"))


def _frame(person: int) -> QuerySet[Any, Any]:
    unread = notices.unread(person).annotate(kind=Value(NOTICES)).values_list("count", "kind")
    return unread.union(_waiting(person).values_list("count", Value(DISCUSSIONS)), all=True)


NOTICES, DISCUSSIONS = 1, 2
FRAME = Prepared(_frame, int)


def waiting_for(person: Person) -> tuple[int, int]:
    """Unread notices, and discussions in which something is new; one query, as every page of a member asks it."""
    found = {kind: count for count, kind in FRAME.rows(person.pk)}
    return found.get(NOTICES, 0), found.get(DISCUSSIONS, 0)


def with_news(person: int) -> QuerySet[Tracked, Any]:
    """Those that one follows, may read, and has not muted, in which something is new."""
    mine = Tracked.objects.filter(person=person, is_followed=True, is_muted=False)
    return mine.filter(readable_by_each("person", "seed__group"), Exists(_of_each()))
