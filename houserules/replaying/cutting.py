"""A file of past comments cut into parts that are judged apart. The same bytes give the same parts."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

from houserules.records import MOST_BYTES
from houserules.replaying.past import Past

BYTES = 1 << 18
"""A part is so long, and then to the end of its line: some hundred comments, judged in a fraction of a second."""


class Part(NamedTuple):
    """Whole lines of a file, not yet read as JSON, so that this is done by whoever judges them."""

    number: int
    """0 for the first."""
    after: int
    """So many lines of the file stand before."""
    content: bytes

    @property
    def digest(self) -> str:
        """32 hexadecimal digits that stand for the lines and their place."""
        return hashlib.blake2b(self.content, digest_size=16, salt=str(self.number).encode()).hexdigest()

    @property
    def last(self) -> int:
        """The number of its last line."""
        return self.after + self.content.count(b"\n") + (not self.content.endswith(b"\n"))


class Batch(NamedTuple):
    """Records in memory, for this process and others of this machine: what they share (an article, earlier comments) travels
    once, which JSON would repeat for each.
    """

    records: tuple[Past, ...]


def parts(stream: BinaryIO) -> Iterator[Part]:
    """The parts of a stream, read one at a time.

    A line of more than `records.MOST_BYTES` is cut behind them; whoever reads it says that it is too long.
    """
    number = after = 0
    while content := stream.read(BYTES):
        if not content.endswith(b"\n"):
            content += stream.readline(MOST_BYTES + 1)
        part = Part(number, after, content)
        yield part
        number, after = number + 1, part.last


def as_lines(records: Iterable[Past]) -> Iterator[bytes]:
    """Records as the lines that `parts` cuts."""
    for past in records:
        yield json.dumps(past.to_json(), ensure_ascii=True).encode() + b"\n"


def as_stream(records: Iterable[Past]) -> BinaryIO:
    """Records in memory as `parts` reads them."""
    return BytesIO(b"".join(as_lines(records)))
