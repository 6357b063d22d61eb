"""One after the other: threads of one process that all compute.

Python runs one thread at a time. SQLite lets go of that right at every step, so that eight threads at once hand it back and forth,
and each page costs half as much again (`make bench`). Here they queue instead. Whoever waits for another machine or process lets
others go first; whoever forgets to say so keeps them waiting for a moment only.
"""

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager

PATIENCE = 0.25
"""Seconds until a thread goes on without having its turn."""
_mine = threading.local()


class Turns:
    """`many` at once, in the order of coming: a turn is handed on, else whoever had it takes it again before others wake."""

    def __init__(self, many: int) -> None:
        self.free = many
        self._looks, self._waiting = threading.Lock(), deque[threading.Lock]()

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
        with self._looks:
            if self.free:
                self.free -= 1
                return self
            handed = threading.Lock()
            handed.acquire()
            self._waiting.append(handed)
        if handed.acquire(timeout=PATIENCE):
            return self
        with self._looks:
            if handed in self._waiting:
                self._waiting.remove(handed)
                return None
        return self  # it came at the last moment

    def _give(self, had: "Turns | None") -> None:
        if had is None:
            return
        with self._looks:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self.free += 1


@contextmanager
def elsewhere() -> Iterator[None]:
    """While one waits for what happens elsewhere. Nothing where no turns are taken."""
    turns: Turns | None = getattr(_mine, "turns", None)
    if turns is None:
        yield
        return
    with turns.given():
        yield
