"""The small pattern language in which kinds say how they are asked for.

Words stand between spaces and match every form of themselves (“vote” matches “voting”); `a|b` is either, `a?` may be
missing, `{own}` is one of the groups below, and `{term}` catches one to six words as the parameter `term`.
"""

import re
from functools import cache

from houserules.prose.words import stem

MOST_WORDS = 24
"""A phrase longer than this is not tried: no rule names one thing in so many words."""

GROUPS: dict[str, tuple[str, ...]] = {
    "own": (
        "your own", "their own", "his own", "her own", "his or her own", "his/her own", "ones own", "one own",
        "its own", "my own", "own", "your",
    ),
    "oneself": (
        "yourself", "yourselves", "themselves", "themself", "himself", "herself", "himself or herself", "oneself",
        "myself", "ourselves",
    ),
    "items": (
        "comment", "post", "reply", "answer", "message", "remark", "seed", "article", "thread", "content",
        "submission", "stuff", "behavior", "behaviour",
    ),
    "answer": (
        "reply to", "respond to", "answer to", "answer", "react to", "reply", "respond", "are reply to",
        "are respond to", "are answer", "are reply", "youre reply to", "youre respond to",
        "youre answer", "youre reply",
    ),
    "whom": (
        "the person", "the member", "the user", "the comment", "the post", "the people", "the text", "the words",
        "the part", "the one", "the comments", "the person or people", "the member or members", "who", "whom",
        "whoever", "what", "whomever", "whatever", "those", "people", "the author", "the commenter", "the poster",
        "the passage", "the bit", "the sentence", "any person", "any comment", "persons", "the persons", "the lines",
    ),
}  # fmt: skip


@cache
def compiled(pattern: str) -> "re.Pattern[str]":
    """The pattern as a regular expression over `Stretch.stems`."""
    return re.compile("".join(_element(element) for element in pattern.split()))


@cache
def telling_stems(pattern: str) -> frozenset[str] | None:
    """Stems of which one must stand in a text for the pattern to match; None where the pattern needs no word."""
    needed = [element for element in pattern.split() if not element.endswith("?") and not element.startswith("{")]
    if not needed:
        return None
    return min((frozenset(stem(word) for word in element.split("|")) for element in needed), key=len)


def _element(element: str) -> str:
    optional = "?" if element.endswith("?") else ""
    body = element.removesuffix("?")
    if body == "{term}":
        return rf"(?P<term>(?: \S+){{1,6}}?){optional}"
    is_group = body.startswith("{")
    choices = sorted(GROUPS[body.strip("{}")], key=len, reverse=True) if is_group else body.split("|")
    return f"(?:{'|'.join(_words(choice) for choice in choices)}){optional}"


def _words(choice: str) -> str:
    return "".join(f" {re.escape(stem(word))}" for word in re.split(r"[\s/]+", choice)) + r"(?![^ ])"
