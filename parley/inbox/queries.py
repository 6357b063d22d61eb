"""Reading notices: only ever one's own."""

from typing import Any

from django.db.models import Count, Prefetch, Q, QuerySet

from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.inbox.models import Notice, What
from parley.inbox.seeing import is_seen, seen
from parley.people.models import Person
from parley.rulebooks.models import Version
from parley.threads.models import Comment

MOST_COUNTED = 100
"""Whoever has more unread notices is told that there are more than 99."""




def with_matter(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """With what each is about, in a number of queries that does not grow."""
    found = notices.select_related(
        "person",
        "ruling__entry",
        "ruling__comment__seed__group",
        "ruling__comment__text__current",
        "ruling__seed__group",
        "ruling__seed__remark__current",
        "ruling__suspension",
        "ruling__ticket",
        "flag__case__comment__seed__group",
        "flag__case__held__seed__group",
        "flag__case__seed__group",
        "held__seed",
        "message__author",
        "message__text__current",
        "appeal__ruling__entry",
        "case__comment__seed",
        "case__held__seed",
        "case__seed",
        "impasse__seed__group",
        "impasse__one",
        "impasse__other",
        "hold__group",
        "group",
        "draft__book__group",
        "draft__declined_by",
        "draft__author",
        "loosening__group",
        "loosening__by",
        "loosening__answered_by",
        "removal__group",
        "removal__person",
        "removal__by",
        "removal__answered_by",
    )
    said = Comment.objects.select_related("seed__group", "author", "parent", "text__current", "text__removed_by")
    versions = Version.objects.select_related("book__group").defer("prose", "reading")
    # Fetched apart: SQLite joins no more than 64 tables.
    return found.defer("draft__prose", "draft__reading").prefetch_related(
        "ruling__entry__redactions", "appeal__ruling__seed__group", "case__comment__seed__group",
        "case__held__seed__group", "case__seed__group", "held__seed__group", Prefetch("comment", queryset=said),
        Prefetch("version", queryset=versions),
    )  # fmt: skip


def notices_of(person: Person, *, before: int | None = None, limit: int = 30) -> list[Notice]:
    """Those that the person may see now, newest first."""
    found = Notice.objects.filter(is_seen(), person=person).order_by("-pk")
    keys = list((found.filter(pk__lt=before) if before else found).values_list("pk", flat=True)[:limit])
    return of_one(person, Notice.objects.filter(pk__in=keys))


def of_one(person: Person, notices: QuerySet[Notice]) -> list[Notice]:
    """With what they are about, newest first, and the person the same in all, so that his places are asked for once."""
    found = list(with_matter(notices).order_by("-pk"))
    for each in found:
        each.person = person
    return found


def notice_for(person: Person, notice_id: int) -> Notice:
    """Raises `NotThere` for others', and for what may not be seen now."""
    found = with_matter(Notice.objects.filter(person=person, pk=notice_id, pk__in=seen(pk=notice_id))).first()
    if found is None:
        raise NotThere
    return found


def alike(notice: Notice) -> Q:
    """Condition on notices of one kind about one place, which are told together: replies to one comment; all else in a discussion."""
    assert notice.comment is not None  # noqa: S101 -- only comments are told of together
    if notice.what == What.REPLY:
        return Q(what=notice.what, comment__parent=notice.comment.parent_id)
    return Q(what=notice.what, comment__seed=notice.comment.seed_id)


def first_alike(notice: Notice) -> Notice:
    """The oldest of the unread ones up to this, which are shown as one line; the notice itself where there is no other."""
    if notice.comment is None or notice.read_at is not None:
        return notice
    found = Notice.objects.filter(is_seen(), alike(notice), person=notice.person_id, read_at=None, pk__lt=notice.pk)
    first = found.order_by("pk").values_list("pk", flat=True).first()
    return with_matter(Notice.objects.filter(pk=first)).get() if first else notice


def unread(person: int) -> "QuerySet[Notice, Any]":
    """How many of those that may be seen, up to `MOST_COUNTED`, in one row, or none."""
    some = Notice.objects.filter(is_seen(), person=person, read_at=None).order_by().values("pk")[:MOST_COUNTED]
    return Notice.objects.filter(pk__in=some).order_by().values("person").annotate(count=Count("pk")).values_list("count")


UNREAD = Prepared(unread, int)


def unread_count(person: Person) -> int:
    """At most `MOST_COUNTED`."""
    return next((count for (count,) in UNREAD.rows(person.pk)), 0)
