"""Formats of rules: one file for each, found by folder. A format has `NAME`, `TITLE`, `is_it`, and `read`.

`is_it(text, filename)` says whether a text is of the format, `read(text, filename)` what became of it; `ASKED_LAST` marks
the one that takes what no other does.
"""

import sys
from dataclasses import replace
from functools import cache
from types import ModuleType

from houserules.found import modules
from parley.base.refusals import Invalid, TooLarge
from parley.base.saying import say
from parley.exchange.account import Entry, Imported
from parley.exchange.encodings import text_of

__all__ = ["MOST_BYTES", "Entry", "Imported", "formats", "imported"]

MOST_BYTES = 200_000
LONGEST_NAME = 200


@cache
def formats() -> tuple[ModuleType, ...]:
    """All formats in the order in which they are asked."""
    return tuple(sorted(modules(sys.modules[__name__]), key=lambda each: getattr(each, "ASKED_LAST", False)))


def imported(data: bytes, filename: str = "") -> Imported:
    """What became of a file that was brought: prose as a draft, and an account of every entry. Raises `Invalid`."""
    if len(data) > MOST_BYTES:
        said = say("This file has {size} bytes; {most} fit.", size=len(data), most=MOST_BYTES)
        raise TooLarge(said, "too-large", field="file")
    text, remarks = text_of(data)
    filename = filename[-LONGEST_NAME:]
    chosen = next((each for each in formats() if each.is_it(text, filename)), None)
    if chosen is None:
        *some, last = [say(each.TITLE) for each in formats()]
        said = say("This is no format that is known here. Bring {some}, or {last}.", some=say(", ").join(some), last=last)
        raise Invalid(said, "unknown-format", field="file")
    found: Imported = chosen.read(text, filename)
    return replace(found, remarks=(*remarks, *found.remarks))
