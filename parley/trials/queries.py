"""Reading trials: counts of shadows, and replays of drafts."""

from collections.abc import Mapping

from houserules import RuleBook
from parley.people.models import Person
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Book, Version
from parley.trials.models import Replay, ShadowCount


def shadows_of(version: Version | None) -> Mapping[str, ShadowCount]:
    """Counts of this version's clauses in shadow, by key."""
    return {each.clause_key: each for each in ShadowCount.objects.filter(version=version)} if version else {}


def newest_replay(book: Book | None, author: Person) -> Replay | None:
    """The author's last one for this place, whatever draft it was of."""
    return None if book is None else Replay.objects.filter(book=book, author=author).order_by("-pk").first()


def finished_replay(book: Book, reading: RuleBook) -> Replay | None:
    """The newest that ran to its end on just this draft, whoever asked for it."""
    found = Replay.objects.filter(book=book, digest=rulebooks.digest(reading), state="done")
    return found.order_by("-pk").first()
