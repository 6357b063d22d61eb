"""Notices by their subjects as these stand now, since what they quote is of others; and how their receiver wants to be told."""

from collections.abc import Iterator

from parley.base.batches import batches
from parley.exchange.own_data import Kind, Row, at, plain
from parley.inbox.models import Device, Digest, Hour, Notice, Preference
from parley.inbox.queries import with_matter
from parley.inbox.seeing import is_seen
from parley.inbox.wording import words_of
from parley.people.models import Person


def rows(person: Person) -> Iterator[Row]:
    keys = Notice.objects.filter(is_seen(), person=person).order_by("pk").values_list("pk", flat=True)
    shown = (each for some in batches(list(keys), 100) for each in with_matter(Notice.objects.filter(pk__in=some)).order_by("pk"))
    for each in shown:
        each.person = person
        words = words_of(each)
        yield {
            "kind": each.what, "subject": words.subject, "address": words.url, "at": at(each.at),
            "read_at": at(each.read_at), "mailed_at": at(each.mailed_at),
        }  # fmt: skip
    for what, found, fields in (
        ("daily mail", Digest.objects.order_by("pk"), ("date", "mailed_at")),
        ("choice", Preference.objects.order_by("pk"), ("topic", "mail")),
        ("hour of the daily mail, UTC", Hour.objects.order_by("pk"), ("hour",)),
        ("device", Device.objects.order_by("pk"), ("name", "endpoint", "created_at")),
    ):
        yield from ({"kind": what, **row} for row in plain(found.filter(person=person), *fields))


KIND = Kind(
    name="notices", about="What you were told, how you want to be told, and the daily mails.", rows=rows,
    tells=("inbox.Notice.person", "inbox.Digest.person", "inbox.Hour.person", "inbox.Preference.person", "inbox.Device.person"),
)  # fmt: skip
