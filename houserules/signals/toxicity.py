"""How toxic a text is by its words, and which words: two small linear models over words, letters, and pairs.

Trained by `houserules/weights/train.py`; figures in `houserules/weights/README.md`. The score of a text is about 0 for
harmless and 1 for toxic words, whoever they are aimed at.
"""

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.features import AS_BEFORE, AS_NEXT, PAIR_NEXT, beside_features, own_features, pair_feature
from houserules.signals.written_words import written_words
from houserules.weights import weights

START, END = "<", ">"
FLAT = 6.0
"""Scales sums of about six pieces a letter; part of how the weights were trained."""
LEAST_LOGIT = -3.0
"""Words below it are never marked, and count as this in products."""
NO_OTHER = -6.0
LAST_RANK = 10


class WordWeights(NamedTuple):
    """What one word adds."""

    score: float
    """To the score of the text."""
    own: float
    """To its own mark, and to the marks of the words after and before it."""
    to_next: float
    to_former: float


@lru_cache(maxsize=1 << 15)
def word_weights(word: str) -> WordWeights:
    """Looked up once per word; raises WeightsError when there are none."""
    score, marks = weights("toxicity"), weights("marks")
    own = own_features(word)
    return WordWeights(
        score.scale * sum(score.values[at] for at in own),
        marks.scale * sum(marks.values[at] for at in own),
        marks.scale * sum(marks.values[at] for at in beside_features(word, AS_BEFORE)),
        marks.scale * sum(marks.values[at] for at in beside_features(word, AS_NEXT)),
    )


def word_pairs(judgement: Judgement) -> tuple[int, ...]:
    """Features of the pairs of neighbours, from (start, first word) to (last word, end)."""
    return pairs_of(judgement.signal(written_words).words)


def pairs_of(words: Sequence[str]) -> tuple[int, ...]:
    """The same for folded words."""
    return tuple(map(pair_feature, (START, *words), (*words, END)))


def toxicity(judgement: Judgement) -> float:
    """The score of the comment; 0 for a text without words."""
    return toxicity_of(judgement.signal(written_words).words, judgement.signal(word_pairs))


def toxicity_of(words: Sequence[str], padded: Sequence[int]) -> float:
    """The score of folded words with their pairs."""
    if not words:
        return 0.0
    score = weights("toxicity")
    values = score.values
    total = math.fsum([word_weights(word)[0] for word in set(words)])
    pairs = sum([values[pair] for pair in set(padded[1:-1])])
    return float(score.numbers["intercept"]) + (total + score.scale * pairs) / (FLAT * math.sqrt(len(words)))


def word_logits(judgement: Judgement) -> tuple[float, ...]:
    """How strongly each written word looks toxic where it stands, before the words compete; 0 is even odds."""
    return logits_of(judgement.signal(written_words).words, judgement.signal(word_pairs))


def logits_of(words: Sequence[str], pairs: Sequence[int]) -> tuple[float, ...]:
    """The same for folded words."""
    if not words:
        return ()
    marks = weights("marks")
    values, scale, start = marks.values, marks.scale, float(marks.numbers["intercept"])
    each = list(map(word_weights, (START, *words, END)))
    return tuple(
        [
            start + this[1] + former[2] + following[3] + scale * (values[pair] + values[next_pair ^ PAIR_NEXT])
            for former, this, following, pair, next_pair in zip(
                each, each[1:-1], each[2:], pairs, pairs[1:], strict=False
            )
        ]
    )


def toxic_words(judgement: Judgement) -> tuple[Span, ...]:
    """Spans of the words that make the comment toxic, neighbours joined; empty when none stands out."""
    written = judgement.signal(written_words)
    found: list[Span] = []
    last = -2
    for at in marked(judgement.signal(word_logits)):
        span = written.span(at)
        found.append(Span(found.pop().start if at == last + 1 else span.start, span.end))
        last = at
    return tuple(found)


def marked(logits: Sequence[float]) -> list[int]:
    """Places of the words that stand out among all of a text."""
    numbers = weights("marks").numbers
    dense, intercept, threshold = numbers["dense"], numbers["dense_intercept"], numbers["threshold"]
    return [
        at
        for at, row in competing(logits)
        if intercept + sum(weight * value for weight, value in zip(dense, row, strict=True)) >= threshold
    ]


def competing(logits: Sequence[float]) -> list[tuple[int, tuple[float, ...]]]:
    """For each word that may be marked its place, and how it stands among the others."""
    likely = [at for at, logit in enumerate(logits) if logit >= LEAST_LOGIT]
    if not likely:
        return []
    order = sorted(likely, key=lambda at: -logits[at])
    rank = {at: min(place, LAST_RANK) for place, at in enumerate(order)}
    best = logits[order[0]]
    second = logits[order[1]] if len(order) > 1 else NO_OTHER
    shares = list(map(sigmoid, logits))
    expected, length = math.fsum(shares), math.log(len(logits))
    shares_of_others = {other: sigmoid(other) for other in (best, second)}
    rows: list[tuple[int, tuple[float, ...]]] = []
    for at in likely:
        logit = logits[at]
        other = second if rank[at] == 0 else best
        before = logits[at - 1] if at else NO_OTHER
        after = logits[at + 1] if at + 1 < len(logits) else NO_OTHER
        product = logit * max(other, LEAST_LOGIT)
        ahead = max(logit - other, 0.0)
        row = (
            logit,
            other,
            expected,
            length,
            before,
            after,
            rank[at],
            product,
            ahead,
            shares[at],
            shares_of_others[other],
        )
        rows.append((at, row))
    return rows


def sigmoid(value: float) -> float:
    """0 to 1, without overflow."""
    return 1 / (1 + math.exp(-min(max(value, -30.0), 30.0)))
