"""The small pattern language in which kinds say how they are asked for.

Words stand between spaces and match every form of themselves (“vote” matches “voting”); `a|b` is either, `a?` may be
missing, `{own}` is one of the groups of `groups.py`, and `{term}` catches one to six words as the parameter `term`. `{most}`,
`{least}` and `{number}` catch a number, `{period}` a span of time as the parameter `hours`, `{unit}` what is counted.
"""

import re
from functools import cache

from houserules.prose.amounts import CAUGHT
from houserules.prose.groups import GROUPS
from houserules.prose.words import stem

MOST_WORDS = 24
"""A phrase longer than this is not tried: no rule names one thing in so many words."""


@cache
def compiled(pattern: str) -> "re.Pattern[str]":
    """The pattern as a regular expression over `Stretch.stems`."""
    return re.compile("".join(_element(element) for element in pattern.split()))


@cache
def telling_stems(pattern: str) -> frozenset[str] | None:
    """Stems of which one must stand in a text for the pattern to match; None where the pattern needs no word."""
    needed = needed_stems(pattern)
    return min(needed, key=len) if needed else None


@cache
def needed_stems(pattern: str) -> tuple[frozenset[str], ...]:
    """For every element of the pattern that cannot be missing the stems of which one must stand in a text."""
    fixed = [element for element in pattern.split() if not element.endswith("?")]
    return tuple(_needed(element) for element in fixed if element.strip("{}") not in {*CAUGHT, "term"})


def _needed(element: str) -> frozenset[str]:
    choices = GROUPS[element.strip("{}")] if element.startswith("{") else element.split("|")
    return frozenset(stem(choice.replace("/", " ").split()[0]) for choice in choices)


def _element(element: str) -> str:
    optional = "?" if element.endswith("?") else ""
    body = element.removesuffix("?")
    caught = CAUGHT.get(body.strip("{}")) if body.startswith("{") else None
    if caught is not None:
        return rf"(?P<{body.strip('{}')}>{caught}){optional}"
    if body == "{term}":
        return rf"(?P<term>(?: \S+){{1,6}}?){optional}"
    is_group = body.startswith("{")
    choices = sorted(GROUPS[body.strip("{}")], key=len, reverse=True) if is_group else body.split("|")
    return f"(?:{'|'.join(_words(choice) for choice in choices)}){optional}"


def _words(choice: str) -> str:
    return "".join(f" {re.escape(stem(word))}" for word in re.split(r"[\s/]+", choice)) + r"(?![^ ])"
