"""House rules that one wrote: versions in force, and drafts."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.people.models import Person
from parley.rulebooks.models import Book, Draft, Version
from parley.trials.models import Replay


def rows(person: Person) -> Iterator[Row]:
    for each in keyed(Version.objects.filter(author=person).select_related("book__group"), size=100):
        yield {"what": "version", "of": _of(each.book), "number": each.number, "at": at(each.created_at), "prose": each.prose}
    for draft in keyed(Draft.objects.filter(author=person).select_related("book__group"), size=100):
        yield {
            "what": "draft", "of": _of(draft.book), "at": at(draft.changed_at), "prose": draft.prose,
            "declined": draft.declined_because,
        }  # fmt: skip
    for replay in keyed(Replay.objects.filter(author=person).select_related("book__group").defer("reading", "tally")):
        yield {"what": "trial of a draft", "of": _of(replay.book), "at": at(replay.created_at), "state": replay.state}


def _of(book: Book) -> str:
    return {"site": "the site", "group": book.group.name if book.group else "", "seed": "a discussion"}[book.scope]


KIND = Kind(
    name="rules", about="House rules that you wrote, and drafts of them.", rows=rows,
    tells=("rulebooks.Version.author", "rulebooks.Draft.author", "trials.Replay.author"),
)  # fmt: skip
