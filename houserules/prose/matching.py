"""The phrasings of the catalogue tried on a stretch of words: which kinds could be meant, by which of its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from houserules.book import Param
from houserules.kind import Kind, Phrasing, kinds
from houserules.prose.amounts import caught
from houserules.prose.phrasing import compiled, needed_stems, telling_stems
from houserules.prose.words import Stretch, Token


@dataclass(frozen=True)
class Item:
    """One thing of a list that was understood: its kind, parameters, and the words that say so."""

    kind: Kind
    params: Mapping[str, Param] = field(hash=False)
    words: Sequence[Token]
    is_whole: bool = True
    """Nothing was left over that could narrow what the words say."""
    phrasing: Phrasing | None = field(default=None, hash=False)
    """None for a bare name."""
    is_doubted: bool = False
    """Words elsewhere in the list may narrow it."""

    is_guessed: bool = False
    """It is some name that no kind knows; people keep what it stands for."""

    @property
    def is_sure(self) -> bool:
        """Whether software may judge by it."""
        return (
            self.is_whole
            and not self.is_doubted
            and not self.is_guessed
            and not (self.phrasing is not None and self.phrasing.is_loose)
        )

    @property
    def is_thing(self) -> bool:
        """Whether it names a thing that may be fine elsewhere, not a conduct."""
        return self.kind.is_thing and not (self.phrasing is not None and self.phrasing.is_conduct)


@dataclass(frozen=True)
class Match:
    """A phrasing that fits a stretch, from its word `first` to before its word `last`."""

    kind: Kind
    phrasing: Phrasing
    first: int
    last: int
    term: Sequence[Token]
    caught: Mapping[str, Param]


def phrased(stretch: Stretch) -> Item | None:
    """The longest limit of any kind that a stretch states."""
    found = list(matches(stretch, is_duty=False, is_limit=True))
    best = max(found, key=lambda match: match.last - match.first, default=None)
    if best is None:
        return None
    params = {**best.phrasing.params, **best.caught}
    return Item(best.kind, params, stretch.words[best.first : best.last], phrasing=best.phrasing)


def matches(stretch: Stretch, *, is_duty: bool, is_limit: bool = False) -> Iterator[Match]:
    """Every phrasing that fits somewhere in a stretch, in the order of the catalogue."""
    told = {word.stem for word in stretch.words}
    index = _phrasings_by_stem(is_duty, is_limit)
    tried = {entry.order: entry for word in (*told, "") if word in index for entry in index[word]}
    if not tried:
        return
    for order in sorted(tried):
        entry = tried[order]
        if any(told.isdisjoint(each) for each in entry.needed):
            continue
        match = _match(stretch, entry)
        if match is not None:
            yield match


@dataclass(frozen=True)
class _Entry:
    """A phrasing of the catalogue, ready to be tried."""

    order: int
    kind: Kind
    phrasing: Phrasing
    needed: tuple[frozenset[str], ...]
    """Sets of stems of each of which one must stand in the text."""


@cache
def _phrasings_by_stem(is_duty: bool, is_limit: bool) -> dict[str, tuple[_Entry, ...]]:  # noqa: FBT001
    """All phrasings of one sort, in the order of the catalogue, under the stems without which they cannot match."""
    found: dict[str, list[_Entry]] = {}
    everything = ((kind, phrasing) for kind in kinds().values() for phrasing in kind.phrasings)
    for order, (kind, phrasing) in enumerate(everything):
        if phrasing.is_duty is is_duty and phrasing.is_limit is is_limit:
            entry = _Entry(order, kind, phrasing, needed_stems(phrasing.pattern))
            for word in telling_stems(phrasing.pattern) or {""}:
                found.setdefault(word, []).append(entry)
    return {word: tuple(entries) for word, entries in found.items()}


def _match(stretch: Stretch, entry: _Entry) -> Match | None:
    phrasing = entry.phrasing
    pattern = compiled(phrasing.pattern)
    found = pattern.fullmatch(stretch.stems) if "{term}" in phrasing.pattern else pattern.search(stretch.stems)
    if found is None or found.end() == found.start():
        return None
    term: Sequence[Token] = ()
    if "term" in pattern.groupindex and found["term"]:
        term = stretch.words[stretch.word_at_stem(found.start("term")) : stretch.word_at_stem(found.end("term"))]
    values = dict(caught(name, stems) for name, stems in found.groupdict().items() if stems and name != "term")
    first, last = stretch.word_at_stem(found.start()), stretch.word_at_stem(found.end())
    return Match(entry.kind, phrasing, first, last, term, values)
