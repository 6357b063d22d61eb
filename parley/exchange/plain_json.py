"""JSON from strangers: what does not mean one thing everywhere is refused with a sentence."""

import json
import math
from collections import Counter
from typing import Any

from parley.base.refusals import Invalid

MOST_DIGITS = 16


def loads(text: str) -> Any:
    """The value. Raises `Invalid` for what is no JSON, names that stand twice, deep nesting, and numbers that are no figures."""
    try:
        return json.loads(
            text, parse_constant=_no_number, parse_int=_whole, parse_float=_fraction, object_pairs_hook=_names
        )
    except json.JSONDecodeError as wrong:
        raise _refused(f"it is no JSON: {wrong.msg.lower()} in line {wrong.lineno}, column {wrong.colno}") from None
    except RecursionError:
        raise _refused("it is nested too deeply") from None


def _refused(why: str) -> Invalid:
    return Invalid(f"This file cannot be read: {why}.", "not-json", field="file")


def _no_number(word: str) -> None:
    raise _refused(f"“{word}” is no number")


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise _refused("it holds a number that is too large")
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits)
    if not math.isfinite(found):
        raise _refused("it holds a number that is too large")
    return found


def _names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise _refused(f"“{twice[:40]}” stands twice in one object")
    return found
