"""One after the other: threads of one process that all compute.

Python runs one thread at a time. SQLite lets go of that right at every step, so that eight threads at once hand it back and forth,
and each page costs half as much again (`make bench`). Here they queue instead. Whoever waits for another machine or process lets
others go first; whoever forgets to say so keeps them waiting for a moment only.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 0.25
"""Seconds until a thread goes on without having its turn."""
_mine = threading.local()


class Turns:
    """`many` at once."""

    def __init__(self, many: int) -> None:
        self._free = threading.Semaphore(many)

    @contextmanager
    def taken(self) -> Iterator[None]:
        _mine.turns = self._take()
        try:
            yield
        finally:
            self._give(_mine.turns)
            _mine.turns = None

    @contextmanager
    def given(self) -> Iterator[None]:
        self._give(self)
        _mine.turns = None
        try:
            yield
        finally:
            _mine.turns = self._take()

    def _take(self) -> "Turns | None":
        return self if self._free.acquire(timeout=PATIENCE) else None

    def _give(self, had: "Turns | None") -> None:
        if had is not None:
            self._free.release()


@contextmanager
def elsewhere() -> Iterator[None]:
    """While one waits for what happens elsewhere. Nothing where no turns are taken."""
    turns: Turns | None = getattr(_mine, "turns", None)
    if turns is None:
        yield
        return
    with turns.given():
        yield
