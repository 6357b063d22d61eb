"""Reading notices: only ever one's own."""

from django.db.models import QuerySet

from parley.base.refusals import NotThere
from parley.inbox.models import Notice
from parley.people.models import Person


def with_matter(notices: QuerySet[Notice]) -> QuerySet[Notice]:
    """With what each is about, in one query."""
    return notices.select_related(
        "person",
        "ruling__entry",
        "ruling__comment__seed__group",
        "ruling__comment__text",
        "ruling__seed__group",
        "ruling__seed__remark",
        "ruling__suspension",
        "ruling__ticket",
        "flag__case__comment__seed",
        "flag__case__held__seed",
        "flag__case__seed",
        "held__seed",
        "message__author",
        "message__text__current",
        "appeal__ruling__entry",
        "case__comment__seed",
        "case__held__seed",
        "case__seed",
    )


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


def unread_count(person: Person) -> int:
    return Notice.objects.filter(person=person, read_at=None).count()
