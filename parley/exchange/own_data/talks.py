"""Talks with mods and appeals: one's own words, and what was answered."""

from collections.abc import Iterator

from parley.appeals.models import Appeal
from parley.exchange.own_data import Kind, Row, at, keyed
from parley.exchange.written import wordings
from parley.moderation.models import Message
from parley.people.models import Person
from parley.texts import services as texts


def rows(person: Person) -> Iterator[Row]:
    """Of mods no names, as on the page of the talk; what they answered him as it is shown there."""
    found = Message.objects.filter(ruling__person=person).select_related("text__current", "text__removed_by")
    for each in keyed(found.prefetch_related("text__revisions")):
        said = {"wordings": wordings(each.text)} if each.author_id == person.pk else {"says": texts.shown(each.text).plain}
        by = "a mod" if each.is_from_mods else "you"
        yield {"what": "message", "ruling": f"/rulings/{each.ruling_id}", "by": by, "at": at(each.at), **said}
    for each in keyed(Message.objects.filter(author=person).exclude(ruling__person=person).prefetch_related("text__revisions")):
        yield {
            "what": "message that you wrote as a mod", "ruling": f"/rulings/{each.ruling_id}", "at": at(each.at),
            "wordings": wordings(each.text),
        }  # fmt: skip
    for each in keyed(Appeal.objects.filter(ruling__person=person).select_related("text").prefetch_related("text__revisions")):
        yield {
            "what": "appeal", "ruling": f"/rulings/{each.ruling_id}", "at": at(each.created_at), "wordings": wordings(each.text),
            "is_granted": each.is_granted, "decided_at": at(each.decided_at), "reasons": each.reasons,
        }  # fmt: skip


KIND = Kind(
    name="talks", about="What you and mods wrote each other about rulings, and your appeals with what was decided.", rows=rows,
    tells=("moderation.Message.author",),
)  # fmt: skip
