"""JSON from strangers: what does not mean one thing everywhere is refused with a sentence."""

import json
import math
from collections import Counter
from typing import Any

from parley.base.refusals import Invalid
from parley.base.saying import say

MOST_DIGITS = 16
NO_JSON = "This file cannot be read: it is no JSON: {why} in line {line}, column {column}."
TOO_LARGE = "This file cannot be read: it holds a number that is too large."


def loads(text: str) -> Any:
    """The value. Raises `Invalid` for what is no JSON, names that stand twice, deep nesting, and numbers that are no figures."""
    try:
        return json.loads(
            text, parse_constant=_no_number, parse_int=_whole, parse_float=_fraction, object_pairs_hook=_names
        )
    except json.JSONDecodeError as wrong:
        said = say(NO_JSON, why=wrong.msg.lower(), line=str(wrong.lineno), column=str(wrong.colno))
        raise _refused(said) from None
    except RecursionError:
        raise _refused(say("This file cannot be read: it is nested too deeply.")) from None


def _refused(said: str) -> Invalid:
    return Invalid(said, "not-json", field="file")


def _no_number(word: str) -> None:
    raise _refused(say("This file cannot be read: “{word}” is no number.", word=word))


def _whole(digits: str) -> int:
    if len(digits) > MOST_DIGITS:
        raise _refused(say(TOO_LARGE))
    return int(digits)


def _fraction(digits: str) -> float:
    found = float(digits)
    if not math.isfinite(found):
        raise _refused(say(TOO_LARGE))
    return found


def _names(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        twice = Counter(name for name, _ in pairs).most_common(1)[0][0]
        raise _refused(say("This file cannot be read: “{name}” stands twice in one object.", name=twice[:40]))
    return found
