"""Reading trials: counts of shadows, and replays of drafts."""

from collections.abc import Mapping
from datetime import timedelta

from django.utils import timezone

from houserules import Combined, RuleBook, combine
from houserules.replaying import Books
from parley.people.models import Person
from parley.rulebooks import queries as books
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Book, Version
from parley.trials.models import Replay, ShadowCount

FRESH = timedelta(days=1)
"""An older replay knows too few of the comments."""
MOST_TRIED = 5
"""Replays of one draft that are looked at."""


def shadows_of(version: Version | None) -> Mapping[str, ShadowCount]:
    """Counts of this version's clauses in shadow, by key."""
    return {each.clause_key: each for each in ShadowCount.objects.filter(version=version)} if version else {}


def newest_replay(book: Book | None, author: Person) -> Replay | None:
    """The author's last one for this place, whatever draft it was of."""
    return None if book is None else Replay.objects.filter(book=book, author=author).order_by("-pk").first()


def finished_replay(book: Book, reading: RuleBook) -> Replay | None:
    """The newest that judged all comments by just this draft and by what is in force now, whoever asked for it."""
    fresh = timezone.now() - FRESH
    found = Replay.objects.filter(book=book, digest=rulebooks.digest(reading), state="done", days=0, created_at__gte=fresh)
    newest = found.order_by("-pk")[:MOST_TRIED]
    return next((each for each in newest if each.is_whole and each.books == judged_by(each).digest), None)


def books_of(replay: Replay) -> tuple[Combined, Combined]:
    """What is in force now, and what would be with the draft. A seeder's own lines stay out: the draft does not change them."""
    draft = RuleBook.from_json(replay.reading)
    now = rulebooks.reading_of(books.in_force(replay.book))
    if replay.book.group_id is None:
        return combine(now, None, None), combine(draft, None, None)
    site = rulebooks.reading_of(books.in_force(books.book_of_site()))
    return combine(site, now, None), combine(site, draft, None)


def judged_by(replay: Replay) -> Books:
    """Both books as they are now, with the engine of this process."""
    return Books.of(*books_of(replay))
