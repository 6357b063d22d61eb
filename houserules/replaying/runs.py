"""A replay of a file: parts are handed to a crew, and what they count is put together and kept."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from pathlib import Path
from typing import BinaryIO, NamedTuple

from houserules.replaying.books import Books, ReplayError
from houserules.replaying.checkpoint import Progress
from houserules.replaying.crews import Alone, Crew
from houserules.replaying.cutting import Part, parts
from houserules.replaying.tally import Tally

MOST_LOSSES = 5
"""A part whose worker was lost so often is not tried again: it may be the reason."""


class StoppedError(ReplayError):
    """Its caller wanted no more; what was finished stands in the checkpoint."""


class Done(NamedTuple):
    """How far a replay has come."""

    comments: int
    octets: int
    """Of the file."""
    resumed: int
    """Comments that were done before this run."""


def replay_file(
    stream: BinaryIO,
    books: Books,
    *,
    crew: Crew | None = None,
    checkpoint: Path | None = None,
    on_progress: Callable[[Done], object] = lambda _: None,
    is_cancelled: Callable[[], bool] = lambda: False,
) -> Tally:
    """The tally of JSON Lines of `Past`, the same whoever judges them; goes on where `checkpoint` ends.

    Raises RecordError for the first line that is none, StoppedError when cancelled, and ReplayError when the checkpoint is
    another replay's or workers are lost again and again. Whatever ends it, the checkpoint holds what was finished.
    """
    progress = Progress(books, checkpoint)
    with crew or Alone() as workers:
        run = _Run(books, workers, progress, on_progress)
        try:
            for part in parts(stream):
                if is_cancelled():
                    raise StoppedError("The replay was stopped.")
                run.take(part)
            run.wait_for_all()
        finally:
            progress.save()
    return progress.finish()


class _Run:
    def __init__(self, books: Books, crew: Crew, progress: Progress, on_progress: Callable[[Done], object]) -> None:
        self.books, self.crew, self.progress, self.on_progress = books, crew, progress, on_progress
        self.waiting: dict[Future[Tally], Part] = {}
        self.losses: Counter[int] = Counter()
        self.resumed = self.comments = progress.comments
        self.octets = 0

    def take(self, part: Part) -> None:
        """Hand a part over, when there is room for it."""
        if self.progress.has(part):
            self.octets += len(part.content)  # its comments are counted already
            return
        self.submit(part)
        while len(self.waiting) >= self.crew.at_once:
            self.collect()

    def submit(self, part: Part) -> None:
        self.waiting[self.crew.submit(self.books, part)] = part

    def wait_for_all(self) -> None:
        while self.waiting:
            self.collect()

    def collect(self) -> None:
        """Take what is finished; after a failure everything, as only then it is known which one comes first."""
        done, _ = wait(self.waiting, return_when=FIRST_COMPLETED)
        if any(_failure(future) for future in done):
            done, _ = wait(self.waiting)
        finished = sorted(((self.waiting.pop(future), future) for future in done), key=lambda each: each[0].number)
        lost = [part for part, future in finished if isinstance(_failure(future), self.crew.lost)]
        for part, future in finished:
            if part not in lost:
                self.count(part, future)
        if lost:
            self.again(lost)

    def count(self, part: Part, future: "Future[Tally]") -> None:
        tally = future.result()
        self.progress.add(part, tally)
        self.comments += tally.judged + tally.failed
        self.tell(part)

    def again(self, lost: list[Part]) -> None:
        """The parts that went with a worker, to others."""
        self.losses.update(part.number for part in lost)
        for part in lost:
            if self.losses[part.number] >= MOST_LOSSES:
                raise ReplayError(
                    f"Workers were lost {MOST_LOSSES} times while they judged lines {part.after + 1} to {part.last}."
                )
        self.crew.mend()
        for part in lost:
            self.submit(part)

    def tell(self, part: Part) -> None:
        self.octets += len(part.content)
        self.on_progress(Done(self.comments, self.octets, self.resumed))


def _failure(future: "Future[Tally]") -> BaseException | None:
    return CancelledError() if future.cancelled() else future.exception()
