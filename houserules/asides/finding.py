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
    return _found(tuple(word.stem for word in searched), within)


@lru_cache(maxsize=1 << 11)
def _found(stems: tuple[str, ...], allowed: tuple[int, ...]) -> tuple[Found, ...]:
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
    tried = {order: pair for stem in present for order, pair in index.get(stem, ())}
    for _, (cue, pattern) in sorted(tried.items()):
        if all(not present.isdisjoint(each) for each in needed(pattern)[1:]):
            yield cue, pattern


@cache
def _index() -> dict[str, tuple[tuple[int, tuple[Cue, str]], ...]]:
    """Every pattern under the stems of which it needs one."""
    found: dict[str, list[tuple[int, tuple[Cue, str]]]] = {}
    everything = ((cue, pattern) for cue in CUES.values() for pattern in cue.patterns)
    for order, pair in enumerate(everything):
        for stem in needed(pair[1])[0]:
            found.setdefault(stem, []).append((order, pair))
    return {stem: tuple(pairs) for stem, pairs in found.items()}
