"""Patterns of cues, found anywhere in a line.

The language is that of `prose.phrasing`, with `..` for up to three words and `...` for up to eight, `_` between words of
one choice, and groups among the choices. Matching moves all places of a line at once, as bits of one number, from
element to element, so its cost is bounded by the length of the line whatever the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from houserules.asides.groups import CUE_GROUPS
from houserules.prose.amounts import CAUGHT, begins, caught
from houserules.prose.groups import GROUPS
from houserules.prose.words import stem

GAPS = {"..": 3, "...": 8}
AMOUNT_WORDS = 5
"""A number or a span of time has at most so many words."""
_AMOUNTS = {name: re.compile(pattern) for name, pattern in CAUGHT.items()}


class Said:
    """The stems of a line, with the places of each as bits: bit 3 is set where the word begins at index 3."""

    def __init__(self, stems: Sequence[str]) -> None:
        """What elements find in the line is found once, whatever the number of patterns they stand in."""
        self.stems = tuple(stems)
        self.places: dict[str, int] = {}
        for at, stem_ in enumerate(self.stems):
            self.places[stem_] = self.places.get(stem_, 0) | 1 << at
        self.everywhere = (1 << len(self.stems)) - 1
        self.steps: dict[int, tuple[tuple[int, int], ...]] = {}


@dataclass(frozen=True, eq=False)
class Element:
    """One element of a pattern."""

    firsts: "dict[str, tuple[tuple[str, ...], ...]]"
    """First stem of every choice to the stems that follow it."""
    amount: str = ""
    """Name of the amount that is caught, if any."""
    gap: int = 0
    """For `..` and `...`: how many words may stand here."""
    is_optional: bool = False

    def ends(self, said: Said, reached: int) -> int:
        """Where the element can end when it begins at one of these places."""
        if self.gap:
            for _ in range(self.gap):
                reached |= reached << 1
            return reached & (said.everywhere << 1 | 1)
        found = reached if self.is_optional else 0
        for places, length in self.steps(said):
            found |= (reached & places) << length
        return found

    def steps(self, said: Said) -> tuple[tuple[int, int], ...]:
        """Places at which a choice begins, with its number of words."""
        known = said.steps.get(id(self))
        if known is None:
            known = said.steps[id(self)] = tuple(self._steps(said))
        return known

    def _steps(self, said: Said) -> Iterator[tuple[int, int]]:
        firsts, all_places = self.firsts, said.places
        fewer, more = (firsts, all_places) if len(firsts) < len(all_places) else (all_places, firsts)
        for first in fewer:
            if first not in more:
                continue
            for rest in firsts[first]:
                places = all_places[first]
                for after, word in enumerate(rest, 1):
                    places &= said.places.get(word, 0) >> after
                if places:
                    yield places, 1 + len(rest)
        for at in range(len(said.stems)) if self.amount else ():
            found = amount_at(self.amount, said.stems, at)
            if found is not None:
                yield 1 << at, found.count(" ")


def amount_at(name: str, stems: Sequence[str], at: int) -> str | None:
    """The stems of an amount that begins at a word."""
    if not begins(name, stems[at]):
        return None
    found = _AMOUNTS[name].match("".join(f" {each}" for each in stems[at : at + AMOUNT_WORDS]))
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
        for first, *rest in _stemmed(choice):
            firsts.setdefault(first, []).append(tuple(rest))
    ordered = {first: tuple(sorted(set(rests))) for first, rests in firsts.items()}
    return Element(ordered, amount, is_optional=written.endswith("?"))


@cache
def _stemmed(choice: str) -> tuple[tuple[str, ...], ...]:
    """The stems of a choice, or of every choice of a group."""
    written = group(choice.strip("{}")) if choice.startswith("{") else (choice.replace("_", " "),)
    return tuple(tuple(map(stem, each.replace("/", " ").split())) for each in written)


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


def matches(parts: Sequence[Element], said: Said) -> bool:
    """Whether the elements of a pattern are found anywhere in the line."""
    return _ends(parts, said, said.everywhere) > 0


def _ends(parts: Sequence[Element], said: Said, reached: int) -> int:
    for part in parts:
        reached = part.ends(said, reached)
        if not reached:
            return 0
    return reached


def _starts(first: Element, said: Said) -> Sequence[int]:
    """Where a match can begin: anywhere, or only where the first element does when it may not be left out."""
    if first.gap or first.is_optional:
        return range(len(said.stems))
    places = 0
    for each, _ in first.steps(said):
        places |= each
    return [at for at in range(places.bit_length()) if places >> at & 1]


def spans(parts: Sequence[Element], said: Said) -> Iterator[tuple[int, int]]:
    """All words that match, as indices from and to, in order of their beginning; for each the shortest match."""
    if not matches(parts, said):
        return
    for start in _starts(parts[0], said):
        reached = _ends(parts, said, 1 << start)
        if reached:
            end = (reached & -reached).bit_length() - 1
            if end > start:
                yield start, end


def amounts(parts: Sequence[Element], stems: Sequence[str], start: int, end: int) -> dict[str, int | float | str]:
    """The numbers and spans of time that a match caught."""
    found: dict[str, int | float | str] = {}
    for part in parts:
        stand = ((at, amount_at(part.amount, stems, at)) for at in range(start, end)) if part.amount else ()
        said = next((words for at, words in stand if words is not None and at + words.count(" ") <= end), None)
        if said is not None:
            name, value = caught(part.amount, said)
            found.setdefault(name, value)
    return found
