"""Notices in the words in which they stand on the page now."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.inbox.models import Notice
from parley.inbox.queries import with_matter
from parley.inbox.wording import words_of
from parley.people.models import Person


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(with_matter(Notice.objects.filter(person=person)), size=100):
        words = words_of(each)
        yield {
            "kind": each.what, "subject": words.subject, "lines": list(words.lines), "address": words.url, "at": at(each.at),
            "read_at": at(each.read_at), "mailed_at": at(each.mailed_at),
        }  # fmt: skip


KIND = Kind(name="notices", about="What you were told.", rows=rows, tells=("inbox.Notice.person",))
