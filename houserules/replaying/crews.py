"""Who judges the parts: this process, processes on all cores, or (`cluster.py`) a cluster of machines."""

import gc
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol, Self

from houserules.replaying.books import Books, tally_of
from houserules.replaying.cutting import Batch, Part

if TYPE_CHECKING:
    from houserules.replaying.tally import Tally

PARENT_LOOKED_AFTER = 2.0
"""Seconds."""
AHEAD = 2
"""Parts that wait for each worker beside the one it judges, so that it never waits for its next."""


class Crew(Protocol):
    """A context: its workers end with it."""

    at_once: int
    """So many parts it may hold."""
    lost: tuple[type[BaseException], ...]
    """Errors of a future which say that a worker is gone, and not that its part is at fault."""

    def __enter__(self) -> Self: ...

    def __exit__(self, *what: object) -> None: ...

    def submit(self, books: Books, part: Part | Batch) -> "Future[Tally]":
        """The tally of a part, in time."""
        ...

    def mend(self) -> None:
        """Be ready again after a worker was lost, when no future is waited for."""
        ...


class Alone:
    """No other process than this, part by part."""

    at_once = 1
    lost: tuple[type[BaseException], ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        """Nothing to end."""

    def submit(self, books: Books, part: Part | Batch) -> "Future[Tally]":
        """Judged before this returns."""
        future: Future[Tally] = Future()
        try:
            future.set_result(tally_of(books, part))
        except Exception as wrong:  # noqa: BLE001 # told where the future is asked, as the other crews do
            future.set_exception(wrong)
        return future

    def mend(self) -> None:
        """Cannot be lost."""


class Cores:
    """Processes of this machine, by default as many as it has cores. A pool that lost one is replaced."""

    lost: tuple[type[BaseException], ...] = (BrokenProcessPool,)

    def __init__(self, processes: int | None = None) -> None:
        """They are started with their first parts."""
        self.processes = processes or os.cpu_count() or 1
        self.at_once = self.processes * (1 + AHEAD)
        self._pool = self._new()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        """Parts under way are judged to their end, a fraction of a second; those that wait are not begun."""
        self._pool.shutdown(cancel_futures=True)

    def submit(self, books: Books, part: Part | Batch) -> "Future[Tally]":
        """To the next process that is free."""
        with _interrupts_for_us_alone():
            try:
                return self._pool.submit(tally_of, books, part)
            except BrokenProcessPool as gone:
                future: Future[Tally] = Future()
                future.set_exception(gone)
                return future

    def mend(self) -> None:
        """New processes."""
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._new()

    def _new(self) -> ProcessPoolExecutor:
        # Spawned, because forking a process that has threads, as those of web servers have, may never return.
        return ProcessPoolExecutor(
            self.processes, mp_context=multiprocessing.get_context("spawn"), initializer=_at_ease
        )


def _at_ease() -> None:
    """Nothing that judging makes refers to itself, so looking for such garbage is seldom worth its time, some 15 %."""
    gc.freeze()
    gc.set_threshold(50_000, 50, 50)
    threading.Thread(target=_end_with, args=(os.getppid(),), daemon=True).start()


def _end_with(parent: int) -> None:
    """A pool's process waits for its next part for ever, also when whoever would send it was killed."""
    while os.getppid() == parent:
        time.sleep(PARENT_LOOKED_AFTER)
    os._exit(1)


@contextmanager
def _interrupts_for_us_alone() -> Iterator[None]:
    """A process begun meanwhile does not hear Ctrl-C, which a terminal sends to all: this one ends it in order."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
