"""Texts from JSON Lines, one at a time, with errors that name the line."""

import codecs
import json
from collections.abc import Iterator
from typing import BinaryIO

MOST_BYTES = 1 << 24
"""A longer line is refused, so that no input fills the memory."""
MOST_LETTERS = 1_000_000
"""A longer text is refused: rules are not that long, and one text should not hold up the others."""


class RecordError(ValueError):
    """A line that holds no text; the message names the line and is a sentence for people."""


def texts(stream: BinaryIO) -> Iterator[str]:
    """The field `text` of every object in `stream`, in order; lines of white space are left out."""
    number = 0
    while line := stream.readline(MOST_BYTES + 1):
        number += 1
        if len(line) > MOST_BYTES:
            raise RecordError(f"line {number}: longer than {MOST_BYTES >> 20} MB")
        line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
        if line.strip():
            try:
                yield _text(line)
            except RecordError as wrong:
                raise RecordError(f"line {number}: {wrong}") from wrong


def _text(line: bytes) -> str:
    record = _parsed(line)
    if not isinstance(record, dict):
        raise RecordError('not an object such as {"text": "No memes."}')
    if "text" not in record:
        raise RecordError("text: missing")
    text = record["text"]
    if not isinstance(text, str):
        raise RecordError(f"text: should be text, not {_named(text)}")
    if len(text) > MOST_LETTERS:
        raise RecordError(f"text: longer than {MOST_LETTERS:,} characters")
    return text


def _parsed(line: bytes) -> object:
    try:
        return json.loads(line.decode("utf-8").strip())
    except UnicodeDecodeError as wrong:
        raise RecordError(f"not UTF-8, at byte {wrong.start}") from wrong
    except json.JSONDecodeError as wrong:
        raise RecordError(f"not JSON: {wrong.msg} at column {wrong.colno}") from wrong
    except RecursionError as wrong:
        raise RecordError("nested too deeply") from wrong
    except ValueError as wrong:  # a number of thousands of digits
        raise RecordError(f"not JSON that can be read: {wrong}") from wrong


def _named(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "true or false", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), type(value).__name__)
