"""Cues of a line, with the words each came from."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from houserules.asides import manners, process, quarrels, reporting, sanctions, seeds, subjects
from houserules.asides.cue import Cue
from houserules.asides.matching import Element, Said, amounts, elements, matches, needed, spans
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
    searched = [word for word in words if word.stem][:MOST_WORDS]
    within = tuple(
        at for at, word in enumerate(searched) if any(start <= word.start and word.end <= end for start, end in allowed)
    )
    return found_in(tuple(word.stem for word in searched), within)


@lru_cache(maxsize=1 << 11)
def found_in(stems: tuple[str, ...], allowed: tuple[int, ...]) -> tuple[Found, ...]:
    """The cues of words with these stems, of which those at `allowed` say what is fine. Lines of rules often recur."""
    said, index = Said(stems), _index()
    signs = index.signs_of(said.places)
    found: dict[str, Found] = {}
    for cue, parts in index.candidates(said.places, signs):
        if cue.name in found:
            continue
        span = _span(cue, parts, said, allowed)
        if span is not None:
            found[cue.name] = Found(cue, *span, amounts(parts, stems, *span))
    kept = [
        each for each in found.values() if not any(matches(parts, said) for parts in index.lifting(each.cue, signs))
    ]
    kept = [each for each in kept if not any(each.cue.name in other.cue.absorbs for other in kept)]
    return tuple(sorted(kept, key=lambda each: (each.first, each.cue.name)))


def _span(cue: Cue, parts: Sequence[Element], said: Said, allowed: Sequence[int]) -> tuple[int, int] | None:
    for first, last in spans(parts, said):
        if not cue.is_conduct or not all(at in allowed for at in range(first, last)):
            return first, last
    return None


class _Index:
    """All patterns, each with the sets of stems of which a line must hold one each, as bits of a number."""

    def __init__(self) -> None:
        self._signs: dict[str, int] = {}
        self._known: dict[frozenset[str], int] = {}
        self._patterns: list[tuple[Cue, tuple[Element, ...]]] = []
        self._by_stem: dict[str, list[tuple[int, int]]] = {}
        """Every pattern under the stems of the one set that tells most."""
        self._lifting: dict[str, list[tuple[tuple[Element, ...], int]]] = {}
        for cue in CUES.values():
            for pattern in cue.patterns:
                needs = self._needs(pattern)
                for stem in needed(pattern)[0]:
                    self._by_stem.setdefault(stem, []).append((len(self._patterns), needs))
                self._patterns.append((cue, elements(pattern)))
            self._lifting[cue.name] = [(elements(pattern), self._needs(pattern)) for pattern in cue.unless]

    def _needs(self, pattern: str) -> int:
        found = 0
        for each in needed(pattern):
            if each not in self._known:
                bit = self._known[each] = 1 << len(self._known)
                for stem in each:
                    self._signs[stem] = self._signs.get(stem, 0) | bit
            found |= self._known[each]
        return found

    def signs_of(self, stems: Iterable[str]) -> int:
        """The sets of which a line holds a stem."""
        found = 0
        for stem in stems:
            found |= self._signs.get(stem, 0)
        return found

    def candidates(self, stems: Iterable[str], signs: int) -> Iterator[tuple[Cue, tuple[Element, ...]]]:
        """Patterns of which every needed word stands in the line, in the order of the tables."""
        lacking = ~signs
        tried = {order for stem in stems for order, needs in self._by_stem.get(stem, ()) if not needs & lacking}
        for order in sorted(tried):
            yield self._patterns[order]

    def lifting(self, cue: Cue, signs: int) -> Iterator[tuple[Element, ...]]:
        """Patterns that take a cue back, of those that can match."""
        return (parts for parts, needs in self._lifting[cue.name] if needs & signs == needs)


_index = cache(_Index)
