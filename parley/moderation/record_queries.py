"""Reading what stands against a person, and what he did about it."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from parley.groups import policy as groups
from parley.groups.models import Group, Suspension
from parley.groups.queries import standing_suspensions
from parley.moderation import penalties
from parley.moderation.models import Flag, Message, Ruling, Ticket
from parley.people.models import Person
from parley.threads.models import Comment


def rulings_against(person: Person, *, limit: int = 100) -> list[Ruling]:
    """A person's own record, newest first: rulings that found something, with their tickets, suspensions, and appeals."""
    found = Ruling.objects.filter(person=person).exclude(action="no-breach")
    found = found.select_related("entry", "undone_by", "seed__group", "comment__seed", "suspension", "ticket", "appeal")
    return list(found.order_by("-pk")[:limit])


def flags_by(person: Person, *, limit: int = 50) -> list[Flag]:
    """A person's own flags, newest first."""
    found = Flag.objects.filter(person=person).select_related("case__comment__seed__group", "case__seed__group")
    return list(found.order_by("-pk")[:limit])


@dataclass(frozen=True, slots=True)
class Record:
    """What a mod may know of an author in this group."""

    comments: int
    breaches: int
    overturned: int
    points: int
    limit: int
    is_suspended: bool


def record_of(person: Person, group: Group) -> Record:
    """Five queries."""
    rulings = Ruling.objects.filter(person=person, seed__group=group).exclude(action="no-breach")
    counted = rulings.aggregate(
        standing=Count("pk", filter=Q(undone_by=None)), overturned=Count("pk", filter=Q(undone_by__isnull=False))
    )
    return Record(
        comments=Comment.objects.filter(author=person, seed__group=group).count(),
        breaches=counted["standing"],
        overturned=counted["overturned"],
        points=penalties.points_of(person, group, now=timezone.now()),
        limit=penalties.scale_of(group).limit,
        is_suspended=groups.is_suspended(person, group),
    )


def talks_of(person: Person) -> list[Message]:
    """The last message of each talk about a ruling on what the person wrote, the newest first."""
    found = Message.objects.filter(ruling__person=person).select_related("ruling__entry").order_by("-pk")[:300]
    last: dict[int, Message] = {}
    for each in found:
        last.setdefault(each.ruling_id, each)
    return list(last.values())


def tickets_of(person: Person) -> list[Ticket]:
    """Those that count now, the next to fall first."""
    found = Ticket.objects.filter(person=person, falls_at__gt=timezone.now(), ruling__undone_by=None)
    return list(found.order_by("falls_at")[:200])


def suspensions_of(person: Person) -> list[Suspension]:
    """Those that stand now."""
    return list(standing_suspensions().filter(person=person).select_related("group").order_by("-pk"))
