"""Comments with every wording, and those that wait for a mod."""

from collections.abc import Iterator

from parley.exchange.own_data import Kind, Row, at, keyed
from parley.exchange.written import counts_of, place_of, wordings
from parley.people.models import Person
from parley.threads.models import Comment, Held


def rows(person: Person) -> Iterator[Row]:
    found = Comment.objects.filter(author=person).select_related("seed__group", "text")
    for each in keyed(found.prefetch_related("text__revisions", "citations")):
        yield {
            "what": "comment", "address": each.url, "number": each.number, "at": at(each.created_at), **place_of(person, each.seed),
            "answers": f"/c/{each.parent_id}" if each.parent_id else None,
            "cites": [f"/c/{one.cited_id}" for one in each.citations.all()],
            **counts_of(person, each.seed, votes=each.vote_count), "is_official": each.is_official,
            "is_removed": each.text.removed_by_id is not None,
            "wordings": wordings(each.text),
        }  # fmt: skip
    waiting = Held.objects.filter(author=person, comment=None).select_related("seed__group", "text")
    for each in keyed(waiting.prefetch_related("text__revisions")):
        yield {
            "what": "waits for a mod" if each.taken_back_at is None else "taken back", "address": each.url, "at": at(each.created_at),
            **place_of(person, each.seed), "wordings": wordings(each.text),
        }  # fmt: skip


KIND = Kind(
    name="comments", about="Your comments, each with all its wordings as you wrote them, and those that wait for a mod.", rows=rows,
    tells=("threads.Comment.author", "threads.Held.author"),
)  # fmt: skip
