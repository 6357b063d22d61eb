"""One line on standard error that says how far a replay has come."""

import os
import stat
import sys
import time
from typing import TYPE_CHECKING, BinaryIO, Self

if TYPE_CHECKING:
    from houserules.replaying import Done

ON_TERMINAL, ELSEWHERE = 0.5, 10.0
"""Seconds between two states of the line: overwritten on a terminal, a new one in a log."""


class Line:
    """A context; the line ends with it."""

    def __init__(self, stream: BinaryIO, *, quiet: bool = False) -> None:
        """`stream` is the file of comments, which is asked for its size."""
        self._octets = _size(stream)
        self._quiet, self._is_terminal = quiet, sys.stderr.isatty()
        self._begun = self._told = time.monotonic()
        self._is_open = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *what: object) -> None:
        if self._is_open:
            print(file=sys.stderr)

    def show(self, done: "Done") -> None:
        """Told when it is time."""
        now = time.monotonic()
        is_last = done.octets == self._octets
        if self._quiet or (now - self._told < (ON_TERMINAL if self._is_terminal else ELSEWHERE) and not is_last):
            return
        self._told = now
        said = state(done, self._octets, now - self._begun)
        if self._is_terminal:
            print(f"\r{said}\x1b[K", end="", file=sys.stderr, flush=True)
            self._is_open = True
        else:
            print(said, file=sys.stderr, flush=True)


def state(done: "Done", octets: int | None, seconds: float) -> str:
    """Done, in all (where `octets` of the whole file are known), speed, and time left by the speed so far."""
    fresh = done.comments - done.resumed
    speed = fresh / seconds if seconds > 0 else 0.0
    said = f"{done.comments:,} comments"
    if not octets or not done.octets:
        return f"{said}, {speed:,.0f}/s"
    total = done.comments * octets / done.octets
    if done.octets >= octets:
        return f"{said}, all, {speed:,.0f}/s"
    left = f", {_time((total - done.comments) / speed)} left" if speed else ""
    return f"{said} of about {total:,.0f}, {speed:,.0f}/s{left}"


def _time(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02} s" if minutes else f"{rest} s"


def _size(stream: BinaryIO) -> int | None:
    try:
        told = os.fstat(stream.fileno())
    except OSError:
        return None
    return told.st_size if stat.S_ISREG(told.st_mode) else None
