"""Where a text mentions a term: its words in any form of their family, plain or in disguise."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.folding import fold
from houserules.signals.word_family import word_family
from houserules.signals.words_seen import Forms, Seen, WordsSeen, words_seen

WORD = re.compile(r"[^\W_]+")
FILLING = frozenset({"a", "an", "the", "of", "and", "or", "in", "on", "for", "to", "his", "her", "their", "its", "s"})
JOINED = 8
"""Letters from which a name of several words is also looked for as one: “MayorDunmore”."""
NEAR = 5
"""Words of “the mayor's divorce” belong together when no more than so many chunks lie between the outer ones."""


@dataclass(frozen=True)
class Mention:
    """One mention; `span` counts code points of the comment."""

    span: Span
    is_disguised: bool


def mentions(judgement: Judgement, term: str, is_phrase: bool = False) -> tuple[Mention, ...]:  # noqa: FBT001, FBT002 - signals take what they need by position
    """All mentions of `term` (folded on the way) in the comment, in order; a phrase keeps its small words."""
    words = phrase_words(term) if is_phrase else term_words(term)
    if not words:
        return ()
    if len(words) == 1:
        return tuple(_apart(judgement.signal(sightings_of, words[0])))
    joined = "".join(words)
    is_joined = len(joined) >= JOINED and not _forms(joined).plain.isdisjoint(judgement.signal(words_seen).words)
    run_together = judgement.signal(sightings_of, joined) if is_joined else []
    if not _all_seen(judgement, words):
        return tuple(_apart(run_together)) if run_together else ()
    sightings = [judgement.signal(sightings_of, word) for word in words]
    loose = not is_phrase and ("'" in term or " of " in f" {term} ")
    apart = _together(sightings, is_loose=loose)
    if not run_together:
        return tuple(apart)
    return tuple(sorted((*_apart(run_together), *apart), key=attrgetter("span")))


@lru_cache(maxsize=1024)
def term_words(term: str) -> tuple[str, ...]:
    """The folded words of a term that count."""
    return tuple(word for word in WORD.findall(fold(term).text) if word not in FILLING)


@lru_cache(maxsize=1024)
def phrase_words(term: str) -> tuple[str, ...]:
    """All folded words of a term."""
    return tuple(WORD.findall(fold(term).text))


def _apart(sightings: Iterable[Seen]) -> list[Mention]:
    """In order, each place once: of readings that overlap the plain one, or the first."""
    found = set(sightings)
    if not found:
        return []
    plain = sorted(one.span for one in found if not one.is_disguised)
    ends = [span.end for span in plain]
    kept = [Mention(span, is_disguised=False) for span in plain]
    last = -1
    for span in sorted(one.span for one in found if one.is_disguised):
        after = bisect_right(ends, span.start)
        if span.start >= last and (after == len(plain) or plain[after].start >= span.end):
            last = span.end
            kept.append(Mention(span, is_disguised=True))
    return sorted(kept, key=attrgetter("span"))


def _all_seen(judgement: Judgement, words: Sequence[str]) -> bool:
    """Whether each word of a term stands somewhere; the last one tells most terms apart and is looked for first."""
    return all(judgement.signal(sightings_of, word) for word in reversed(words))


def sightings_of(judgement: Judgement, word: str) -> list[Seen]:
    """Where one word of a term stands, in order; many terms share a word (“Mayor …”)."""
    return sorted(_sightings(judgement.signal(words_seen), word), key=attrgetter("place"))


def _sightings(seen: WordsSeen, word: str) -> Iterator[Seen]:
    yield from seen.of(_forms(word))
    if seen.spaced:
        yield from seen.spelled(word)


@lru_cache(maxsize=1024)
def _forms(word: str) -> Forms:
    return Forms(word_family(word))


def _together(sightings: list[list[Seen]], *, is_loose: bool) -> Iterator[Mention]:
    """Places where all words stand together: in order side by side, or loosely within a few chunks."""
    reach = NEAR if is_loose else 1
    others = [[one.place for one in column] for column in sightings]
    for first in sightings[0]:
        group = [first]
        for column, places in zip(sightings[1:], others[1:], strict=True):
            near = first.place - reach if is_loose else group[-1].place
            at = bisect_left(places, near)
            if at == len(places) or places[at] > (first if is_loose else group[-1]).place + reach:
                break
            group.append(column[at])
        else:
            span = Span(min(one.span.start for one in group), max(one.span.end for one in group))
            yield Mention(span, any(one.is_disguised for one in group))
