"""Whom one has blocked, and with whom one is at an impasse."""

from collections.abc import Iterator

from django.db.models import Q

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.people.models import Block, Person
from parley.threads.impasses import other_of
from parley.threads.models import Impasse


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Block.objects.filter(person=person).select_related("blocked")):
        yield {"what": "blocked", "member": each.blocked.name_in_log, "at": at(each.created_at)}
    for each in keyed(Impasse.objects.filter(Q(one=person) | Q(other=person)).select_related("one", "other")):
        yield {
            "what": "impasse", "member": other_of(each, person).name_in_log, "in": f"/s/{each.seed_id}", "at": at(each.created_at),
            "ended_at": at(each.ended_at), "begun_by_you": each.begun_by_id == person.pk,
        }  # fmt: skip


KIND = Kind(
    name="blocks", about="Whom you blocked, and with whom you are at an impasse.", rows=rows,
    tells=("people.Block.person", "threads.Impasse.one", "threads.Impasse.other"),
)  # fmt: skip
