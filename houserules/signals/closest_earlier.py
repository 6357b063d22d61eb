"""How much a comment repeats what its author said earlier in the discussion."""

from dataclasses import dataclass
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.signals.own_words import own_words, own_words_of

FEWEST = 4
"""Texts of fewer words are never repeats: people agree, thank, and greet more than once."""
LOOK_FROM = 0.8
"""Below this similarity nothing is reported; only speed depends on it."""
MOST_LETTERS = 20_000
MOST_EARLIER = 200
"""Only so much of a text, and so many earlier comments, are compared, so that no author makes judging slow."""


@dataclass(frozen=True)
class Closest:
    """The most similar earlier comment."""

    similarity: float
    """Share of letters in common order after folding, 0 to 1; 1 only when all words are the same."""
    label: str
    start: int
    end: int


def closest_earlier(judgement: Judgement) -> Closest | None:
    """The most similar of the author's earlier comments; None when none is similar or the text is short."""
    from rapidfuzz import fuzz

    mine = judgement.signal(own_words)
    if len(mine.words) < FEWEST:
        return None
    text = mine.text[:MOST_LETTERS]
    best: Closest | None = None
    for earlier in judgement.facts.earlier[:MOST_EARLIER]:
        theirs = _compared(earlier.text[: 2 * MOST_LETTERS])
        shorter, longer = sorted((len(text), len(theirs)))
        if 2 * shorter < LOOK_FROM * (shorter + longer):
            continue
        floor = max(LOOK_FROM, best.similarity if best is not None else 0)
        similarity = 1.0 if theirs == text else min(fuzz.ratio(text, theirs, score_cutoff=100 * floor) / 100, 0.9999)
        if similarity > floor or (best is None and similarity == floor):
            best = Closest(similarity, earlier.label, mine.start, mine.end)
        if similarity == 1:
            break
    return best


@lru_cache(maxsize=512)
def _compared(source: str) -> str:
    """Replies of one author are compared with the same earlier comments again and again."""
    return own_words_of(source).text[:MOST_LETTERS]
