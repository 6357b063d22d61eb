"""Groups one is in."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.groups.models import Membership
from parley.people.models import Person


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Membership.objects.filter(person=person).select_related("group")):
        yield {"group": each.group.name, "title": each.group.title, "role": each.role, "joined_at": at(each.joined_at)}


KIND = Kind(name="groups", about="The groups you are in.", rows=rows, tells=("groups.Membership.person",))
