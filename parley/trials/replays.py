"""Replays: a draft over the past comments of its place, part by part in the background, where each part is kept as it is done."""

from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from houserules import RuleBook
from houserules.replaying import Alone, Batch, Cores, ReplayError, Tally, merged
from parley.base import jobs
from parley.base.decisions import require
from parley.base.refusals import Invalid, NotThere
from parley.groups import policy as groups
from parley.judging.past import Place, count_past, past_of
from parley.people.models import Person
from parley.rulebooks import policy
from parley.rulebooks import services as rulebooks
from parley.rulebooks.models import Book, Draft
from parley.trials import queries
from parley.trials.models import UNFINISHED, Replay, State

if TYPE_CHECKING:
    from concurrent.futures import Future

PART = 500
"""Comments judged by one worker at a time."""
SAVED_EVERY = timedelta(seconds=1)
DAYS = (90, 365, 0)
"""How far back can be asked for; 0: everything."""
KEPT = 5
"""An author's replays of one place."""
FAULT = "a fault in the program ended it. What was counted is kept."


@transaction.atomic
def start(*, actor: Person, draft: Draft, days: int) -> Replay:
    """A replay of the draft as it stands. The same one asked for twice is one; another draft's that still runs is stopped."""
    _require_own(actor, draft.author_id, draft.book)
    if days not in DAYS:
        raise Invalid("Choose how far back to look.", "no-such-span", field="days")
    digest = rulebooks.digest(RuleBook.from_json(draft.reading))
    running = Replay.objects.select_for_update().filter(book=draft.book, author=actor, state__in=UNFINISHED)
    if (same := running.filter(digest=digest, days=days).first()) is not None:
        return same if same.job and jobs.is_live(same.job) else _queued(same)
    running.update(state=State.STOPPED, ended_at=timezone.now())
    made = Replay(book=draft.book, author=actor, digest=digest, reading=draft.reading, days=days)
    try:
        with transaction.atomic():
            made.save()
    except IntegrityError:  # sent twice at once
        return running.get(digest=digest, days=days)
    _forget_old(made)
    return _queued(made)


def _queued(replay: Replay) -> Replay:
    replay.job = run.enqueue(replay.pk).id
    replay.save(update_fields=["job"])
    return replay


def _forget_old(replay: Replay) -> None:
    """An author's older ones of this place: the newest few are looked at."""
    mine = Replay.objects.filter(book=replay.book, author=replay.author)
    kept = list(mine.order_by("-pk").values_list("pk", flat=True)[:KEPT])
    mine.exclude(pk__in=kept).delete()


@transaction.atomic
def stop(*, actor: Person, replay: Replay) -> None:
    """End it where it stands; what was counted so far is kept and can be gone on from."""
    _require_own(actor, replay.author_id, replay.book)
    _end(replay, State.STOPPED)


@transaction.atomic
def go_on(*, actor: Person, replay: Replay) -> None:
    """Take up a replay that was stopped, or failed, where it stood."""
    _require_own(actor, replay.author_id, replay.book)
    changed = Replay.objects.filter(pk=replay.pk, state__in=[State.STOPPED, State.FAILED])
    if changed.update(state=State.WAITING, ended_at=None, why=""):
        _queued(replay)


def _require_own(actor: Person, author_id: int, book: Book) -> None:
    require(groups.may_own(actor, book.group) if book.group else policy.may_write_site(actor))
    if author_id != actor.pk:
        raise NotThere


@jobs.slow_job
def run(replay_id: int) -> None:
    """Go on with a replay until it is done or somebody stops it. A worker that dies costs the last second."""
    replay = Replay.objects.select_related("book__group").filter(pk=replay_id, state__in=UNFINISHED).first()
    if replay is None:
        return
    try:
        _Run(replay).to_the_end()
    except ReplayError as error:
        _end(replay, State.FAILED, why=str(error))
    except jobs.LeaseLost:
        raise  # another worker has it by now
    except Exception:
        _end(replay, State.FAILED, why=FAULT)
        raise


@jobs.every(timedelta(minutes=5))
def end_forgotten() -> None:
    """Replays whose job is gone, because its workers died again and again, say so and can be gone on with."""
    for replay in Replay.objects.filter(state__in=UNFINISHED, created_at__lt=timezone.now() - timedelta(minutes=1)):
        if replay.job is None or not jobs.is_live(replay.job):
            _end(replay, State.FAILED, why=FAULT)


def _end(replay: Replay, state: State, *, why: str = "") -> None:
    changes = {"state": state, "ended_at": timezone.now(), "why": why[:300]}
    Replay.objects.filter(pk=replay.pk, state__in=UNFINISHED).update(**changes)


class _Run:
    """Parts under way, counted in their order so that a cursor says all that is done."""

    def __init__(self, replay: Replay) -> None:
        self.replay = replay
        self.books = queries.judged_by(replay)
        if replay.books != self.books.digest:  # other rules came into force meanwhile, or another engine: two would be mixed
            replay.books, replay.done, replay.cursor, replay.tally = self.books.digest, 0, [], None
        since = replay.created_at - timedelta(days=replay.days) if replay.days else None
        group = replay.book.group_id
        replay.total = count_past(group, since=since)
        self.past = past_of(group, since=since, after=_place(replay.cursor), at_each_page=jobs.heartbeat)
        self.waiting: deque[tuple[Place, Future[Tally]]] = deque()
        self.tally = replay.counted
        self.saved_at = timezone.now()

    def to_the_end(self) -> None:
        begun = {name: getattr(self.replay, name) for name in ("books", "done", "cursor", "tally", "total")}
        found = Replay.objects.filter(pk=self.replay.pk, state__in=UNFINISHED)
        if not found.update(state=State.RUNNING, **begun):
            return
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


def forget_all(person: Person) -> None:
    """His drafts’ trials; a job that runs one finds it gone."""
    Replay.objects.filter(author=person).delete()
