"""Votes, also those that were taken back."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.people.models import Person
from parley.votes.models import Vote


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Vote.objects.filter(person=person)):
        target = f"/c/{each.comment_id}" if each.comment_id else f"/s/{each.seed_id}"
        yield {"for": target, "at": at(each.created_at), "taken_back_at": at(each.taken_back_at)}


KIND = Kind(name="votes", about="What you voted for; nobody else is shown it.", rows=rows, tells=("votes.Vote.person",))
