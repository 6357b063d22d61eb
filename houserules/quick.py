"""The same shapes from the same plain data as `plain.from_plain` makes, some ten times as fast, for millions of records.

A reader is put together once for each shape. It takes only what needs no thought, and knows no names of fields for
messages: whatever it does not take is read again with care, so that nothing passes here that would not pass there.
"""

import math
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar

from houserules.plain import Plain, from_plain, type_hints

Read = Callable[[Any], Any]
Shape = TypeVar("Shape", bound=Plain)
AS_IT_IS = (str, bool)
"""Types of which every value fits."""


class _UnsureError(Exception):
    """To be read with care."""


def quickly(shape: type[Shape], data: object) -> Shape:
    """As `shape.from_json(data)`, which also says what is wrong: raises its ShapeError."""
    try:
        return typing.cast("Shape", reader(typing.cast("Any", shape))(data))
    except Exception:  # noqa: BLE001 # whatever it is, reading with care finds it again and names the field
        return shape.from_json(data)


@cache
def reader(shape: Any) -> Read:
    """What reads data of this shape, or raises anything at all."""
    origin, inner = typing.get_origin(shape), typing.get_args(shape)
    if origin in (types.UnionType, typing.Union) and len(inner) == 2 and inner[1] is type(None):
        return _maybe(reader(inner[0]))
    if origin is tuple:
        return _many(reader(inner[0]))
    if is_dataclass(shape):
        return _shape(shape)
    if shape is float:
        return _number
    return lambda data: from_plain(shape, data, "")


def _maybe(read: Read) -> Read:
    return lambda data: None if data is None else read(data)


def _number(data: Any) -> Any:
    return data if type(data) is float and math.isfinite(data) else from_plain(float, data, "")


def _many(read: Read) -> Read:
    def many(data: Any) -> Any:
        if type(data) is not list:
            raise _UnsureError
        return tuple([read(item) for item in data])

    return many


def _shape(shape: Any) -> Read:
    hints = type_hints(shape)
    plain = {field.name: hints[field.name] for field in fields(shape) if hints[field.name] in AS_IT_IS}
    readers = {field.name: reader(hints[field.name]) for field in fields(shape)}

    def one(data: Any) -> Any:
        if type(data) is not dict:
            raise _UnsureError
        return shape(
            **{name: item if type(item) is plain.get(name) else readers[name](item) for name, item in data.items()}
        )

    return one
