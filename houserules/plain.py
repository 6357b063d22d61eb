"""Frozen shapes to plain data (dict, list, str, int, float, bool, None) and back, with errors that name the field."""

import math
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, Self

type_hints = cache(typing.get_type_hints)


class ShapeError(ValueError):
    """Plain data that is not of the shape asked for; the message starts with the field's name."""


LARGEST = 1 << 53
"""Whole numbers up to here are the same as fractions and in other programs' JSON."""


class Span(NamedTuple):
    """Unicode code points `start` (counted in) to `end` (not counted in) of a source text."""

    start: int
    end: int


def joined(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same code points as spans in order that neither touch nor overlap."""
    result: list[Span] = []
    for span in sorted(spans):
        if result and span.start <= result[-1].end:
            result[-1] = Span(result[-1].start, max(result[-1].end, span.end))
        else:
            result.append(span)
    return tuple(result)


AS_IT_IS = frozenset({str, int, float, bool, type(None)})
"""Types of values that are plain already, as most are: asked first, because a checkpoint holds thousands of them."""


class Plain:
    """What every public shape can do: become plain data, and be made from it."""

    def to_json(self) -> dict[str, Any]:
        """Plain data that `from_json` reads back to an equal shape."""
        return {field.name: to_plain(getattr(self, field.name)) for field in fields(typing.cast("Any", self))}

    @classmethod
    def from_json(cls, data: object) -> Self:
        """The shape that `data` describes; raises ShapeError, which names the field."""
        return typing.cast("Self", from_plain(cls, data, ""))


def to_plain(value: object) -> Any:
    """Any value inside a public shape as plain data."""
    if type(value) in AS_IT_IS:
        return value
    if isinstance(value, Plain):
        return value.to_json()
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [to_plain(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    return str(value) if isinstance(value, str) else value


def from_plain(shape: Any, data: object, where: str) -> object:
    """`data` as `shape`; `where` is the dotted name of the field for messages."""
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (types.UnionType, typing.Union):
        return _one_of(inner, data, where)
    if origin is tuple:
        return tuple(from_plain(inner[0], item, f"{where}[{at}]") for at, item in enumerate(_list(data, where)))
    if origin is not None and issubclass(origin, Mapping):
        return {key: from_plain(inner[1], item, _dotted(where, key)) for key, item in _dict(data, where).items()}
    if is_dataclass(shape):
        return _shape(shape, data, where)
    if shape is Span:
        return _span(data, where)
    return _leaf(shape, data, where)


def _one_of(shapes: tuple[Any, ...], data: object, where: str) -> object:
    """The first member of a union that fits; plain leaves are tried by exact type before anything is converted."""
    if data is None and type(None) in shapes:
        return None
    rest = [shape for shape in shapes if shape is not type(None)]
    exact = [shape for shape in rest if type(data) is shape]
    return from_plain((exact or rest)[0], data, where)


def _shape(shape: Any, data: object, where: str) -> object:
    given, hints = _dict(data, where), type_hints(shape)
    known = {field.name: field for field in fields(shape)}
    for name in given:
        if name not in known:
            raise ShapeError(f"{_dotted(where, name)}: no such field; known are {', '.join(known)}")
    for name, field in known.items():
        if name not in given and field.default is MISSING and field.default_factory is MISSING:
            raise ShapeError(f"{_dotted(where, name)}: is missing")
    try:
        return shape(**{name: from_plain(hints[name], item, _dotted(where, name)) for name, item in given.items()})
    except ShapeError:
        raise
    except ValueError as wrong:
        raise ShapeError(f"{where}: {wrong}" if where else str(wrong)) from wrong


def _span(data: object, where: str) -> Span:
    pair = _list(data, where)
    if len(pair) != len(Span._fields):
        raise ShapeError(f"{where}: a span is [start, end]")
    return Span(*(typing.cast("int", _leaf(int, item, where)) for item in pair))


def _leaf(shape: Any, data: object, where: str) -> object:
    if isinstance(shape, type) and issubclass(shape, Enum):
        return _member(shape, data, where)
    if type(data) is int and abs(data) > LARGEST:
        raise ShapeError(f"{where or 'value'}: is too large a number")
    if shape is float and type(data) is int:
        return float(data)
    if type(data) is not shape:
        raise ShapeError(f"{where or 'value'}: should be {_NAMES.get(shape, shape)}, not {_named(data)}")
    if isinstance(data, float) and not math.isfinite(data):
        raise ShapeError(f"{where or 'value'}: should be a finite number")
    return data


def _member(shape: type[Enum], data: object, where: str) -> Enum:
    for member in shape:
        if member.value == data:
            return member
    raise ShapeError(f"{where}: should be one of {', '.join(str(member.value) for member in shape)}")


def _list(data: object, where: str) -> list[object] | tuple[object, ...]:
    if not isinstance(data, list | tuple):
        raise ShapeError(f"{where or 'value'}: should be a list, not {_named(data)}")
    return data


def _dict(data: object, where: str) -> dict[str, object]:
    if not isinstance(data, dict) or not all(isinstance(key, str) for key in data):
        raise ShapeError(f"{where or 'value'}: should be an object with named fields, not {_named(data)}")
    return data


def _dotted(where: str, name: str) -> str:
    return f"{where}.{name}" if where else name


_NAMES: dict[object, str] = {str: "text", int: "a whole number", float: "a number", bool: "true or false"}


def _named(data: object) -> str:
    if data is None:
        return "null"
    return _NAMES.get(type(data)) or ("a list" if isinstance(data, list | tuple) else "an object")
