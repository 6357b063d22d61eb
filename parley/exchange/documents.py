"""YAML documents, each by itself, as plain names, lists, and words. Nothing is constructed: every value stays the text it is.

What is read of aliases is counted, so that a few lines cannot stand for millions.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import yaml

from parley.base.saying import say
from parley.exchange.account import shortened

MOST_NODES = 20_000
"""In one document, each use of an alias counted."""
MOST_DEPTH = 20
TOO_MUCH = "It stands for more than {most} words and lists, which is more than is read of one rule."
SEPARATOR = re.compile(r"---(?:\s+#.*|\s*)")
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class NotReadable(Exception):  # noqa: N818 -- an answer, not an error
    """A document that cannot be read; the message is a sentence that names the line."""


@dataclass(frozen=True)
class Field:
    """One name with its value in a mapping."""

    name: str
    value: "Value"
    line: int


@dataclass(frozen=True)
class Fields:
    """A mapping with all its names, also those that stand twice."""

    fields: tuple[Field, ...] = ()


Value = str | list[Any] | Fields


@dataclass(frozen=True)
class Document:
    """One document of a file: its first line with words, its text, and what it holds."""

    line: int
    text: str
    value: Value = ""
    why_not: str = ""
    """A sentence, where it cannot be read."""


@dataclass
class _Reading:
    """Events of a parser, one after the other."""

    events: Iterator[Any]
    above: int
    """Lines of the file before the document."""
    anchors: dict[str, tuple[Value, int]] = field(default_factory=dict)
    nodes: int = 0


def documents(text: str) -> Iterator[Document]:
    """The documents of a file that have any words, in order; a broken one costs only itself."""
    for start, lines in _cut(text.split("\n")):
        words = [line for line in lines if line.strip()]
        if not words:
            continue
        first = start + lines.index(words[0])
        whole = "\n".join(lines)
        try:
            yield Document(first + 1, whole, value=_value_of(whole, start))
        except NotReadable as reason:
            yield Document(first + 1, whole, why_not=str(reason))


def _cut(lines: Sequence[str]) -> Iterator[tuple[int, Sequence[str]]]:
    """Each document as the number of lines before it, and its lines."""
    start = 0
    for at, line in enumerate(lines):
        if SEPARATOR.fullmatch(line):
            yield start, lines[start:at]
            start = at + 1
    yield start, lines[start:]


def _value_of(text: str, above: int) -> Value:
    try:
        reading = _Reading(iter(yaml.parse(text, Loader=LOADER)), above)
        for event in reading.events:
            if not isinstance(event, yaml.StreamStartEvent | yaml.DocumentStartEvent | yaml.StreamEndEvent):
                value = _node(reading, event, 0)
                _must_end(reading)
                return value
    except yaml.YAMLError as wrong:
        mark = getattr(wrong, "problem_mark", None)
        why = shortened(str(getattr(wrong, "problem", None) or say("it holds signs that YAML does not allow")))
        if mark is None:
            raise NotReadable(say("It is no YAML that can be read: {why}.", why=why)) from None
        line = str(above + mark.line + 1)
        raise NotReadable(say("It is no YAML that can be read in line {line}: {why}.", line=line, why=why)) from None
    return ""


def _must_end(reading: _Reading) -> None:
    for event in reading.events:
        if isinstance(event, yaml.DocumentStartEvent):
            raise NotReadable(say("It holds a second document in line {line}.", line=str(_line(reading, event))))


def _node(reading: _Reading, event: Any, depth: int) -> Value:
    reading.nodes += 1
    before = reading.nodes
    if depth > MOST_DEPTH:
        raise NotReadable(say("It is nested deeper than {most} levels.", most=MOST_DEPTH))
    if isinstance(event, yaml.AliasEvent):
        return _alias(reading, event)
    if isinstance(event, yaml.ScalarEvent):
        found: Value = event.value
    elif isinstance(event, yaml.SequenceStartEvent):
        found = [_node(reading, each, depth + 1) for each in _until(reading, yaml.SequenceEndEvent)]
    else:
        found = Fields(tuple(_field(reading, each, depth) for each in _until(reading, yaml.MappingEndEvent)))
    if event.anchor is not None:
        reading.anchors[event.anchor] = (found, reading.nodes - before + 1)
    _must_be_few(reading)
    return found


def _field(reading: _Reading, event: Any, depth: int) -> Field:
    name = _node(reading, event, depth + 1)
    value = _node(reading, next(reading.events), depth + 1)
    return Field(name if isinstance(name, str) else "", value, _line(reading, event))


def _alias(reading: _Reading, event: Any) -> Value:
    """What the alias stands for, counted again. One that stands inside what it names is unknown there."""
    if event.anchor not in reading.anchors:
        name, line = shortened(event.anchor, 40), str(_line(reading, event))
        raise NotReadable(say("It uses “{name}” in line {line}, which is named nowhere before.", name=name, line=line))
    value, nodes = reading.anchors[event.anchor]
    reading.nodes += nodes
    _must_be_few(reading)
    return value


def _line(reading: _Reading, event: Any) -> int:
    return reading.above + int(event.start_mark.line) + 1


def _must_be_few(reading: _Reading) -> None:
    if reading.nodes > MOST_NODES:
        raise NotReadable(say(TOO_MUCH, most=MOST_NODES))


def _until(reading: _Reading, end: type[Any]) -> Iterator[Any]:
    for event in reading.events:
        if isinstance(event, end):
            return
        yield event
