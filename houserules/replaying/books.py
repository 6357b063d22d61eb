"""The two books of a replay as they travel to other processes and machines, and one part judged by them."""

import hashlib
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, Self

from houserules import meaning
from houserules.book import ENGINE
from houserules.combined import Combined
from houserules.plain import ShapeError
from houserules.records import RecordError, objects
from houserules.replaying.counting import replay
from houserules.replaying.cutting import Batch, Part
from houserules.replaying.past import Past
from houserules.replaying.tally import Tally
from houserules.weights import digest


class ReplayError(Exception):
    """A replay cannot go on; the message is a sentence for people."""


class BothBooks(NamedTuple):
    """The book in force and the draft."""

    now: Combined
    draft: Combined


@dataclass(frozen=True)
class Books:
    """The book in force and the draft as JSON, and what they are judged with: equal where results are comparable."""

    text: str
    engine: str

    @classmethod
    def of(cls, now: Combined, draft: Combined) -> Self:
        """To be judged as this process judges."""
        return cls(json.dumps([now.to_json(), draft.to_json()], sort_keys=True), engine())

    @property
    def digest(self) -> str:
        """64 hexadecimal digits that stand for books and engine."""
        return hashlib.sha256(f"{self.engine}\n{self.text}".encode()).hexdigest()


def engine() -> str:
    """What judges in this process: engine, weights, and whether texts are compared by meaning."""
    return f"{ENGINE}+{digest()}+{'meaning' if meaning.is_here() else 'words'}"


def tally_of(books: Books, part: Part | Batch) -> Tally:
    """A part of a file, or records, judged here. Raises RecordError for a line that is no `Past`, ReplayError for another engine."""
    if books.engine != engine():
        raise ReplayError(f"A worker judges with {engine()}, but this replay with {books.engine}; install the same.")
    records = part.records if isinstance(part, Batch) else _records(part)
    return replay(records, *_both(books.text))


@lru_cache(maxsize=2)
def _both(text: str) -> BothBooks:
    return BothBooks(*map(Combined.from_json, json.loads(text)))


def _records(part: Part) -> Iterator[Past]:
    for number, record in objects(io.BytesIO(part.content), after=part.after):
        try:
            yield Past.quickly_from(record)
        except ShapeError as wrong:
            raise RecordError(number, wrong) from wrong
        except RecursionError as wrong:
            raise RecordError(number, "nested too deeply") from wrong
