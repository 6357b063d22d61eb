"""Reading notices: only ever one's own."""

from typing import Any

from django.db.models import Count, QuerySet

from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.inbox.models import Notice
from parley.people.models import Person


def with_matter(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """With what each is about, in two queries."""
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
    return found.defer("draft__prose", "draft__reading").prefetch_related("ruling__entry__redactions")


def notices_of(person: Person, *, before: int | None = None, limit: int = 30) -> list[Notice]:
    """Newest first."""
    found = with_matter(Notice.objects.filter(person=person)).order_by("-pk")
    return list((found.filter(pk__lt=before) if before else found)[:limit])


def notice_for(person: Person, notice_id: int) -> Notice:
    """Raises `NotThere` for others'."""
    found = with_matter(Notice.objects.filter(person=person, pk=notice_id)).first()
    if found is None:
        raise NotThere
    return found


def unread(person: int) -> "QuerySet[Notice, Any]":
    """How many, in one row, or none."""
    found = Notice.objects.filter(person=person, read_at=None).order_by().values("person")
    return found.annotate(count=Count("pk")).values_list("count")


UNREAD = Prepared(unread, int)


def unread_count(person: Person) -> int:
    return next((count for (count,) in UNREAD.rows(person.pk)), 0)
