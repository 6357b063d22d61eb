"""Patterns of cues, found anywhere in a line.

The language is that of `prose.phrasing`, with `..` for up to three words and `...` for up to eight, `_` between words of
one choice, and groups among the choices. Matching walks the positions that each element can reach, so its cost is
bounded by the length of the line whatever the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from houserules.asides.groups import CUE_GROUPS
from houserules.prose.amounts import CAUGHT, caught
from houserules.prose.groups import GROUPS
from houserules.prose.words import stem

GAPS = {"..": 3, "...": 8}
AMOUNT_WORDS = 5
"""A number or a span of time has at most so many words."""


@dataclass(frozen=True)
class Element:
    """One element of a pattern."""

    firsts: "dict[str, tuple[tuple[str, ...], ...]]"
    """First stem of every choice to the stems that follow it, longest choice first."""
    amount: str = ""
    """Name of the amount that is caught, if any."""
    gap: int = 0
    """For `..` and `...`: how many words may stand here."""
    is_optional: bool = False

    def ends(self, stems: Sequence[str], at: int) -> Iterator[int]:
        """Where the element can end when it begins at a word."""
        if self.gap:
            yield from range(at, min(at + self.gap, len(stems)) + 1)
            return
        if self.is_optional:
            yield at
        if at >= len(stems):
            return
        for rest in self.firsts.get(stems[at], ()):
            if not rest or tuple(stems[at + 1 : at + 1 + len(rest)]) == rest:
                yield at + 1 + len(rest)
        if self.amount:
            found = amount_at(self.amount, stems, at)
            if found is not None:
                yield at + found.count(" ")


def amount_at(name: str, stems: Sequence[str], at: int) -> str | None:
    """The stems of an amount that begins at a word."""
    found = re.compile(CAUGHT[name]).match("".join(f" {each}" for each in stems[at : at + AMOUNT_WORDS]))
    return found[0] if found is not None else None


@cache
def elements(pattern: str) -> tuple[Element, ...]:
    """The elements of a pattern."""
    return tuple(_element(written) for written in pattern.split())


@cache
def _element(written: str) -> Element:
    if written in GAPS:
        return Element({}, gap=GAPS[written])
    firsts: dict[str, list[tuple[str, ...]]] = {}
    amount = ""
    for choice in written.removesuffix("?").split("|"):
        name = choice.strip("{}")
        if choice.startswith("{") and name in CAUGHT:
            amount = name
            continue
        for said in group(name) if choice.startswith("{") else (choice.replace("_", " "),):
            first, *rest = (stem(word) for word in re.split(r"[\s/]+", said))
            firsts.setdefault(first, []).append(tuple(rest))
    ordered = {first: tuple(sorted(set(rests), key=len, reverse=True)) for first, rests in firsts.items()}
    return Element(ordered, amount, is_optional=written.endswith("?"))


def group(name: str) -> tuple[str, ...]:
    """The choices of a group of the cues or of the phrasings."""
    return CUE_GROUPS[name] if name in CUE_GROUPS else GROUPS[name]


@cache
def needed(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of stems; a line that lacks any of one set cannot match. The set that tells most comes first."""
    fixed = [each for each in elements(pattern) if not each.gap and not each.is_optional and not each.amount]
    return tuple(sorted((frozenset(each.firsts) for each in fixed), key=_commonness))


def _commonness(stems: frozenset[str]) -> int:
    return len(stems) + 40 * len(stems & COMMON)


COMMON = frozenset(
    stem(word)
    for word in """
    a an the of to in on for is are be and or not no with it you your will may by as that this from at if any all
    comment post member user people person other do rule don't dont article thread one
    """.split()
)
"""Words that stand in many lines, by which a pattern is not looked up."""


def first_span(pattern: str, stems: Sequence[str]) -> tuple[int, int] | None:
    """The first words that match, as indices from and to; None when there are none."""
    return next(spans(pattern, stems), None)


def spans(pattern: str, stems: Sequence[str]) -> Iterator[tuple[int, int]]:
    """All words that match, in order of their beginning; for each the shortest match."""
    parts = elements(pattern)
    for start in range(len(stems)):
        reached = {start}
        for part in parts:
            reached = {end for at in reached for end in part.ends(stems, at)}
            if not reached:
                break
        if reached and min(reached) > start:
            yield start, min(reached)


def amounts(pattern: str, stems: Sequence[str], start: int, end: int) -> dict[str, int | float | str]:
    """The numbers and spans of time that a match caught."""
    found: dict[str, int | float | str] = {}
    for part in elements(pattern):
        stand = ((at, amount_at(part.amount, stems, at)) for at in range(start, end)) if part.amount else ()
        said = next((words for at, words in stand if words is not None and at + words.count(" ") <= end), None)
        if said is not None:
            name, value = caught(part.amount, said)
            found.setdefault(name, value)
    return found
