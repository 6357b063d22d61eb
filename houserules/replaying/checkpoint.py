"""What is done of a replay, in a file, so that it goes on where it was stopped.

The file holds one tally of all finished parts, a digest of each, and a digest of books and engine. With other books or
comments it is refused, because its tally would be theirs as well.
"""

import json
import os
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from houserules.plain import Plain, ShapeError
from houserules.replaying.books import Books, ReplayError
from houserules.replaying.cutting import BYTES, Part
from houserules.replaying.tally import Tally, merged

SECONDS = 2.0
"""It is written no more often, so that no replay waits for its disk."""
VERSION = 1


@dataclass(frozen=True, kw_only=True)
class Saved(Plain):
    """The content of the file."""

    version: int = VERSION
    books: str
    """`Books.digest`."""
    part_bytes: int = BYTES
    parts: dict[str, str] = field(default_factory=dict, hash=False)
    """The digest of each finished part by its number."""
    tally: Tally = field(default_factory=Tally)


class Progress:
    """The finished parts of one replay; in memory alone where `path` is None.

    Raises ReplayError for a file that cannot be used, or belongs to another replay.
    """

    def __init__(self, books: Books, path: Path | None = None) -> None:
        self.path = path
        self._saved = _loaded(path, books) if path is not None and path.exists() else Saved(books=books.digest)
        self._parts = dict(self._saved.parts)
        self._new: list[Tally] = []
        self._seen = 0
        self._written = time.monotonic()
        self.save()  # where it cannot be written, this is known before the work and not after it

    @property
    def comments(self) -> int:
        """How many are known from before."""
        return self._saved.tally.judged + self._saved.tally.failed

    def has(self, part: Part) -> bool:
        """Whether the part is finished; raises ReplayError when another one was in its place."""
        self._seen += 1
        known = self._parts.get(str(part.number))
        if known is not None and known != part.digest:
            raise ReplayError(f"{self.path} is of other comments: they changed before line {part.last + 1}.")
        return known is not None

    def add(self, part: Part, tally: Tally) -> None:
        """A part is finished."""
        self._parts[str(part.number)] = part.digest
        self._new.append(tally)
        if time.monotonic() - self._written >= SECONDS:
            self.save()

    def save(self) -> Tally:
        """The tally so far, which is written whole or not at all."""
        tally = merged(self._saved.tally, *self._new)
        self._saved = replace(self._saved, parts=dict(self._parts), tally=tally)
        self._new.clear()
        if self.path is not None:
            _write(self.path, json.dumps(self._saved.to_json()))
        self._written = time.monotonic()
        return tally

    def finish(self) -> Tally:
        """The tally of all; raises ReplayError when the comments ended before the parts that were finished."""
        if self._seen < len(self._parts):
            raise ReplayError(f"{self.path} is of other comments: there were more of them.")
        return self.save()


def _loaded(path: Path, books: Books) -> Saved:
    try:
        saved = Saved.from_json(json.loads(path.read_text(encoding="utf-8")))
    except OSError as wrong:
        raise ReplayError(f"{path}: {wrong.strerror}.") from wrong
    except (ShapeError, ValueError, RecursionError) as wrong:
        raise ReplayError(f"{path} is no checkpoint of a replay; name another file.") from wrong
    if (saved.version, saved.part_bytes) != (VERSION, BYTES):
        raise ReplayError(f"{path} is a checkpoint of another version of houserules; name another file.")
    if saved.books != books.digest:
        raise ReplayError(f"{path} is of other rules, or of another engine; name another file.")
    return saved


def _write(path: Path, content: str) -> None:
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as wrong:
        beside.unlink(missing_ok=True)
        raise ReplayError(f"{path} cannot be written: {wrong.strerror}.") from wrong
