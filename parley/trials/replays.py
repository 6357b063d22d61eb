"""Replays: a draft over the past comments of its place, part by part in the background, where each part is kept as it is done."""

from collections import deque
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from houserules import Combined, RuleBook, combine
from houserules.replaying import Alone, Batch, Books, Cores, ReplayError, Tally, merged
from parley.base import jobs
from parley.base.decisions import Decision, require
from parley.base.refusals import Invalid
from parley.groups import policy as groups
from parley.judging.past import Place, count_past, past_of
from parley.people.models import Person
from parley.rulebooks import policy, queries
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Book, Draft
from parley.trials.models import UNFINISHED, Replay, State

if TYPE_CHECKING:
    from concurrent.futures import Future

PART = 500
"""Comments judged by one worker at a time."""
SAVED_EVERY = timedelta(seconds=1)
DAYS = (90, 365, 0)
"""How far back can be asked for; 0: everything."""


@transaction.atomic
def start(*, actor: Person, draft: Draft, days: int) -> Replay:
    """A replay of the draft as it stands. The same one asked for twice is one; another draft's that still runs is stopped."""
    require(_may(actor, draft.book))
    if days not in DAYS:
        raise Invalid("Choose how far back to look.", "no-such-span", field="days")
    book = RuleBook.from_json(draft.reading)
    digest = rulebooks.digest(book)
    running = Replay.objects.filter(book=draft.book, author=actor, state__in=UNFINISHED)
    if (same := running.filter(digest=digest, days=days).first()) is not None:
        return same
    running.update(state=State.STOPPED, ended_at=timezone.now())
    try:
        with transaction.atomic():
            made = Replay.objects.create(book=draft.book, author=actor, digest=digest, reading=draft.reading, days=days)
    except IntegrityError:  # sent twice at once
        return running.get(digest=digest, days=days)
    run.enqueue(made.pk)
    return made


@transaction.atomic
def stop(*, actor: Person, replay: Replay) -> None:
    """End it where it stands; what was counted so far is kept and can be gone on from."""
    require(_may(actor, replay.book))
    Replay.objects.filter(pk=replay.pk, state__in=UNFINISHED).update(state=State.STOPPED, ended_at=timezone.now())


@transaction.atomic
def go_on(*, actor: Person, replay: Replay) -> None:
    """Take up a replay that was stopped, or failed, where it stood."""
    require(_may(actor, replay.book))
    changed = Replay.objects.filter(pk=replay.pk, state__in=[State.STOPPED, State.FAILED])
    if changed.update(state=State.WAITING, ended_at=None, why=""):
        run.enqueue(replay.pk)


def _may(actor: Person, book: Book) -> Decision:
    return groups.may_own(actor, book.group) if book.group else policy.may_write_site(actor)


@jobs.job
def run(replay_id: int) -> None:
    """Go on with a replay until it is done or somebody stops it. A worker that dies costs the last second."""
    replay = Replay.objects.select_related("book__group").filter(pk=replay_id, state__in=UNFINISHED).first()
    if replay is None:
        return
    since = replay.created_at - timedelta(days=replay.days) if replay.days else None
    replay.state, replay.total = State.RUNNING, count_past(replay.book.group_id, since=since)
    replay.save(update_fields=["state", "total"])
    try:
        _Run(replay, since).to_the_end()
    except ReplayError as error:
        _end(replay, State.FAILED, why=str(error))


def _end(replay: Replay, state: State, *, why: str = "") -> None:
    changes = {"state": state, "ended_at": timezone.now(), "why": why[:300]}
    Replay.objects.filter(pk=replay.pk, state__in=UNFINISHED).update(**changes)


def books_of(replay: Replay) -> tuple[Combined, Combined]:
    """What is in force now, and what would be with the draft. A seeder's own lines stay out: the draft does not change them."""
    draft = RuleBook.from_json(replay.reading)
    now = rulebooks.reading_of(queries.in_force(replay.book))
    if replay.book.group_id is None:
        return combine(now, None, None), combine(draft, None, None)
    site = rulebooks.reading_of(queries.in_force(queries.book_of_site()))
    return combine(site, now, None), combine(site, draft, None)


class _Run:
    """Parts under way, counted in their order so that a cursor says all that is done."""

    def __init__(self, replay: Replay, since: datetime | None) -> None:
        self.replay = replay
        self.books = Books.of(*books_of(replay))
        self.past = past_of(replay.book.group_id, since=since, after=_place(replay.cursor))
        self.waiting: deque[tuple[Place, Future[Tally]]] = deque()
        self.tally = replay.counted
        self.saved_at = timezone.now()

    def to_the_end(self) -> None:
        # One process is not worth starting another for; a big place is shared among as many as the settings allow.
        is_small = self.replay.total < 4 * PART or settings.REPLAY_PROCESSES < 2
        with Alone() if is_small else Cores(settings.REPLAY_PROCESSES) as crew:
            for batch, last in self._batches():
                self.waiting.append((last, crew.submit(self.books, batch)))
                if len(self.waiting) >= crew.at_once and not self._count():
                    return
            while self.waiting:
                if not self._count():
                    return
        if self._save():
            _end(self.replay, State.DONE)

    def _batches(self) -> Iterator[tuple[Batch, Place]]:
        while records := list(islice(self.past, PART)):
            yield Batch(tuple(past for _, past in records)), records[-1][0]

    def _count(self) -> bool:
        """Take the oldest part; False when somebody has stopped the replay."""
        last, future = self.waiting.popleft()
        tally = future.result()
        self.tally = merged(self.tally, tally)
        self.replay.done += tally.judged + tally.failed
        self.replay.cursor = list(last)
        return timezone.now() - self.saved_at < SAVED_EVERY or self._save()

    def _save(self) -> bool:
        jobs.heartbeat()
        self.saved_at = timezone.now()
        found = Replay.objects.filter(pk=self.replay.pk, state=State.RUNNING)
        return bool(found.update(done=self.replay.done, cursor=self.replay.cursor, tally=self.tally.to_json()))


def _place(cursor: list[int]) -> Place:
    return (cursor[0], cursor[1]) if cursor else (0, 0)
