"""How much a text looks like advertising by its words, links, and shape: a small linear model.

Trained by `houserules/weights/train.py` on comments below music videos, so it knows that kind of advertising best;
figures in `houserules/weights/README.md`.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from houserules.judgement import Judgement
from houserules.signals.features import own_features, pair_feature
from houserules.signals.links import links, links_of
from houserules.signals.toxicity import sigmoid
from houserules.signals.written_words import words_of, written_words
from houserules.weights import weights

FLAT: Final = 6.0
LONG, SHORT = 40, 5


def spam_words(judgement: Judgement) -> float:
    """0 to 1; 0 for a text without words."""
    return spam_score_of(_shaped(judgement.signal(written_words).words, len(judgement.signal(links))))


def spam_words_of(text: str) -> tuple[str, ...]:
    """The words of any text, with words of ours for its links and length."""
    return _shaped(words_of(text), len(links_of(text)))


def _shaped(words: Sequence[str], link_count: int) -> tuple[str, ...]:
    if not words:
        return ()
    size = "‹long›" if len(words) > LONG else "‹short›" if len(words) < SHORT else "‹medium›"
    return (*words, f"‹{min(link_count, 3)} links›", size)


def spam_score_of(words: Sequence[str]) -> float:
    """0 to 1."""
    if not words:
        return 0.0
    spam = weights("spam")
    total = math.fsum(_word(word) for word in set(words))
    pairs = sum(spam.values[pair_feature(*pair)] for pair in set(zip(words, words[1:], strict=False)))
    return sigmoid(float(spam.numbers["intercept"]) + (total + spam.scale * pairs) / (FLAT * math.sqrt(len(words))))


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> float:
    spam = weights("spam")
    return spam.scale * sum(spam.values[at] for at in own_features(word))
