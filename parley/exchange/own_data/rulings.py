"""Rulings on what one wrote, with their receipts, points, suspensions, and holds."""

import logging
from collections.abc import Iterator

from parley.base.refusals import Refusal
from parley.deciding import receipts
from parley.exchange.own_data import Kind, Row, at, keyed
from parley.groups.models import Suspension
from parley.moderation.models import Ruling, Ticket
from parley.moderation.queries import ruling_for
from parley.people.models import Person
from parley.threads.models import MemberHold

log = logging.getLogger(__name__)


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Ruling.objects.filter(person=person).select_related("entry", "undone_by"), size=100):
        yield {
            "what": "ruling", "address": each.url, "at": at(each.created_at), "action": each.action, "line": each.entry.because,
            "evidence": each.evidence, "undone_at": at(each.undone_by.at) if each.undone_by else None,
            "appeal_until": at(each.appeal_until), "receipt": _receipt(person, each),
        }  # fmt: skip
    for each in keyed(Ticket.objects.filter(person=person).select_related("group")):
        yield {
            "what": "ticket", "ruling": f"/rulings/{each.ruling_id}", "group": each.group.name, "sort": each.sort,
            "points": each.points, "falls_at": at(each.falls_at),
        }  # fmt: skip
    for each in keyed(Suspension.objects.filter(person=person).select_related("group")):
        yield {
            "what": "suspension", "from": each.group.name if each.group else "the site", "at": at(each.created_at),
            "ends_at": at(each.ends_at), "agreement": each.agreement, "agreed_at": at(each.agreed_at),
            "is_lifted": each.lifted_by_id is not None,
        }  # fmt: skip
    for each in keyed(MemberHold.objects.filter(person=person).select_related("group")):
        yield {
            "what": "comments wait for a mod", "in": each.group.name, "at": at(each.created_at), "ends_at": at(each.ends_at),
            "why": each.note,
        }  # fmt: skip


def _receipt(person: Person, ruling: Ruling) -> str | None:
    """None of a ruling that found nothing, and where none can be signed now: its page gives it at any time."""
    if ruling.action == "no-breach":
        return None
    try:
        return receipts.receipt_of(ruling_for(person, ruling.pk))
    except Refusal:
        log.warning("an archive leaves without the receipt of ruling %d", ruling.pk)
        return None


KIND = Kind(
    name="rulings", about="Rulings on what you wrote, with signed receipts, points, and suspensions.", rows=rows,
    tells=("moderation.Ruling.person", "moderation.Ticket.person", "groups.Suspension.person", "threads.MemberHold.person"),
)  # fmt: skip
