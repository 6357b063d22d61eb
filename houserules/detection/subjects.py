"""A subject that is not to be talked about, by its name and by the other names that the rule's author chose.

Words that the comment only quotes are somebody else's, in pictures words count like any. With the parameter `about`
set to “members” only what is said about a member is found; about the subject of the article the same words are free.
"""

from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from houserules.book import Param
from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.saying import say
from houserules.signals.about import is_about_member
from houserules.signals.folding import fold
from houserules.signals.mentions import mentions
from houserules.signals.others_words import others_words
from houserules.signals.picture_words import picture_words

Params = Mapping[str, Param]
MOST_NEAR, MOST_LETTERS = 40, 60
MEMBERS = "members"


class Named(NamedTuple):
    """One mention of the subject."""

    span: Span
    """Where in its text."""
    words: str
    chosen: str
    """The other name that was chosen; empty for the subject's own."""
    is_disguised: bool
    is_in_picture: bool = False


def named(judgement: Judgement, params: Params) -> list[Named]:
    """All mentions in order; those in pictures last."""
    others = judgement.signal(others_words)
    only_members = params.get("about") == MEMBERS
    found = [
        one
        for one in _in_text(judgement, params)
        if not _is_within(one.span, others) and (not only_members or is_about_member(judgement, one.span))
    ]
    for each in () if only_members else judgement.signal(picture_words):
        found.extend(one._replace(is_in_picture=True) for one in _in_text(each, params))
    return found


def _in_text(judgement: Judgement, params: Params) -> list[Named]:
    """Mentions in one text, each place once: the subject's own name before a chosen one."""
    text, own = judgement.facts.text, str(params.get("term", ""))
    found = [(one, "") for one in judgement.signal(mentions, own)]
    for name in near_of(params):
        found.extend((one, name) for one in judgement.signal(mentions, name, True))
    if len(found) > 1:
        found.sort(key=lambda pair: (pair[0].span, pair[1]))
    kept: list[Named] = []
    for one, name in found:
        if not kept or one.span.start >= kept[-1].span.end:
            kept.append(Named(one.span, text[one.span.start : one.span.end], name, one.is_disguised))
    return kept


def _is_within(span: Span, lines: tuple[Span, ...]) -> bool:
    at = bisect_right(lines, span.start, key=lambda line: line.start) - 1
    return at >= 0 and span.end <= lines[at].end


def mentioned(first: Named) -> str:
    """The words of a mention, and whether they stand in a picture."""
    return say("“{words}” in the picture", words=first.words) if first.is_in_picture else say("“{words}”", words=first.words)


def in_comment(found: list[Named]) -> tuple[Span, ...]:
    """The spans of mentions that stand in the comment's own text."""
    return tuple(one.span for one in found if not one.is_in_picture)


@lru_cache(maxsize=256)
def _split(near: str) -> tuple[str, ...]:
    return tuple(near.split("|")) if near else ()


def near_of(params: Params) -> tuple[str, ...]:
    """The other names that were chosen."""
    return _split(str(params.get("near", "")))


def clean_near(value: Param) -> str:
    """Chosen names as they are kept: folded, in order, each once, with “|” between; raises ValueError or TypeError."""
    if not isinstance(value, str):
        raise TypeError("names are text with “|” between them.")
    names = dict.fromkeys(" ".join(fold(each).text.split()) for each in value.split("|"))
    kept = [name for name in names if name]
    if any(len(name) > MOST_LETTERS or not any(map(str.isalnum, name)) for name in kept):
        raise ValueError(f"a name has letters, and at most {MOST_LETTERS} of them.")
    if len(kept) > MOST_NEAR:
        raise ValueError(f"at most {MOST_NEAR} names can be chosen.")
    return "|".join(kept)
