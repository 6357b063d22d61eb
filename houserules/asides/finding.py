"""Cues of a line, with the words each came from."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from houserules.asides import manners, process, quarrels, reporting, sanctions, seeds, subjects
from houserules.asides.cue import Cue
from houserules.asides.matching import Said, amounts, matches, needed, spans
from houserules.prose.words import Token

MOST_WORDS = 400
"""Only so many words of a line are searched for cues."""
CUES: dict[str, Cue] = {
    cue.name: cue for table in (process, reporting, sanctions, quarrels, manners, subjects, seeds) for cue in table.CUES
}
"""Every cue by its name."""


@dataclass(frozen=True)
class Found:
    """A cue that a line holds."""

    cue: Cue
    first: int
    last: int
    """Indices of its words, from and to."""
    params: dict[str, int | float | str]


def cues_of(words: Sequence[Token], allowed: Sequence[tuple[int, int]]) -> tuple[Found, ...]:
    """The cues of a line in the order of its words; `allowed` are stretches of the prose that the line permits."""
    searched = [word for word in words if word.is_word][:MOST_WORDS]
    within = tuple(
        at for at, word in enumerate(searched) if any(start <= word.start and word.end <= end for start, end in allowed)
    )
    return found_in(tuple(word.stem for word in searched), within)


@lru_cache(maxsize=1 << 11)
def found_in(stems: tuple[str, ...], allowed: tuple[int, ...]) -> tuple[Found, ...]:
    """The cues of words with these stems, of which those at `allowed` say what is fine. Lines of rules often recur."""
    said = Said(stems)
    found: dict[str, Found] = {}
    for cue, pattern in _candidates(frozenset(stems)):
        if cue.name in found:
            continue
        span = _span(cue, pattern, said, allowed)
        if span is not None:
            found[cue.name] = Found(cue, *span, amounts(pattern, stems, *span))
    kept = [each for each in found.values() if not _taken_back(each.cue, said)]
    kept = [each for each in kept if not any(each.cue.name in other.cue.absorbs for other in kept)]
    return tuple(sorted(kept, key=lambda each: (each.first, each.cue.name)))


def _span(cue: Cue, pattern: str, said: Said, allowed: Sequence[int]) -> tuple[int, int] | None:
    for first, last in spans(pattern, said):
        if not cue.is_conduct or not all(at in allowed for at in range(first, last)):
            return first, last
    return None


def _taken_back(cue: Cue, said: Said) -> bool:
    return any(matches(pattern, said) for pattern in cue.unless)


def _candidates(present: frozenset[str]) -> Iterator[tuple[Cue, str]]:
    """Patterns of which every needed word stands in the line, in the order of the tables."""
    index = _index()
    tried: set[_Entry] = set()
    for stem in present:
        tried.update(index.get(stem, ()))
    kept = [entry for entry in tried if not any(map(present.isdisjoint, entry.also))]
    for entry in sorted(kept):
        yield entry.cue, entry.pattern


class _Entry:
    """A pattern with its place in the tables, and the sets of stems of which it needs one each."""

    __slots__ = ("also", "cue", "order", "pattern")

    def __init__(self, order: int, cue: Cue, pattern: str) -> None:
        self.order, self.cue, self.pattern = order, cue, pattern
        self.also = needed(pattern)[1:]

    def __lt__(self, other: "_Entry") -> bool:
        return self.order < other.order


@cache
def _index() -> dict[str, tuple[_Entry, ...]]:
    """Every pattern under the stems of which it needs one."""
    found: dict[str, list[_Entry]] = {}
    everything = ((cue, pattern) for cue in CUES.values() for pattern in cue.patterns)
    for order, (cue, pattern) in enumerate(everything):
        entry = _Entry(order, cue, pattern)
        for stem in needed(pattern)[0]:
            found.setdefault(stem, []).append(entry)
    return {stem: tuple(entries) for stem, entries in found.items()}
