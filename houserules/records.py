"""Objects from JSON Lines, one at a time, with errors that name the line."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

from houserules.plain import ShapeError, from_plain

MOST_BYTES = 1 << 24
"""A longer line is refused, so that no input fills the memory."""
MOST_LETTERS = 1_000_000
"""A longer text is refused: rules are not that long, and one text should not hold up the others."""


class RecordError(ValueError):
    """A line that holds nothing of use; the message names the line and is a sentence for people."""

    def __init__(self, number: int, why: object) -> None:
        super().__init__(number, str(why))  # both, so that it passes from process to process
        self.number = number

    def __str__(self) -> str:
        return "line {}: {}".format(*self.args)


def objects(stream: BinaryIO, after: int = 0) -> Iterator[tuple[int, dict[str, object]]]:
    """Every object in `stream` with the number of its line, in order; lines of white space are left out.

    `after` lines stand before the stream in the file it is a part of.
    """
    number = after
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise RecordError(number, f"longer than {MOST_BYTES >> 20} MB")
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if line.strip():
            yield number, _object(number, line)


def texts(stream: BinaryIO) -> Iterator[str]:
    """The field `text` of every object in `stream`."""
    for number, record in objects(stream):
        if "text" not in record:
            raise RecordError(number, "text: is missing")
        try:
            text = str(from_plain(str, record["text"], "text"))
        except ShapeError as wrong:
            raise RecordError(number, wrong) from wrong
        if len(text) > MOST_LETTERS:
            raise RecordError(number, f"text: longer than {MOST_LETTERS:,} characters")
        yield text


def _object(number: int, line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line.decode("utf-8").strip())
    except UnicodeDecodeError as wrong:
        raise RecordError(number, f"not UTF-8, at byte {wrong.start}") from wrong
    except json.JSONDecodeError as wrong:
        raise RecordError(number, f"not JSON: {wrong.msg} at column {wrong.colno}") from wrong
    except RecursionError as wrong:
        raise RecordError(number, "nested too deeply") from wrong
    except ValueError as wrong:  # a number of thousands of digits
        raise RecordError(number, f"not JSON that can be read: {wrong}") from wrong
    if not isinstance(found, dict):
        raise RecordError(number, "not an object with named fields")
    return found
