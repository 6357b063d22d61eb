"""Flags with their answers."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.moderation.models import Flag
from parley.people.models import Person

ANSWERS = {None: None, True: "a mod agreed", False: "no breach was found"}


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Flag.objects.filter(person=person).select_related("case")):
        case = each.case
        on = f"/c/{case.comment_id}" if case.comment_id else None if case.held_id else f"/s/{case.seed_id}"
        yield {
            "on": on, "line": each.line_number, "words": each.spans, "note": each.note, "at": at(each.at),
            "hid_it": each.hide_id is not None, "answer": ANSWERS[each.is_right],
        }  # fmt: skip


KIND = Kind(name="flags", about="What you flagged, for which line, and the answers.", rows=rows, tells=("moderation.Flag.person",))
