"""How toxic a text is by its words, and which words: two small linear models over words, letters, and pairs.

Trained by `houserules/weights/train.py`; figures in `houserules/weights/README.md`. The score of a text is about 0 for
harmless and 1 for toxic words, whoever they are aimed at.
"""

import math
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.features import AS_BEFORE, AS_NEXT, PAIR_NEXT, beside_features, own_features, pair_feature
from houserules.signals.written_words import written_words
from houserules.weights import weights

Key = TypeVar("Key")
Value = TypeVar("Value")
START, END = "<", ">"
FLAT = 6.0
"""Scales sums of about six pieces a letter; part of how the weights were trained."""
LEAST_LOGIT = -3.0
"""Words below it are never marked, and count as this in products."""
NO_OTHER = -6.0
LAST_RANK = 10
MOST_KEPT = 1 << 14
"""As many words, and as many pairs, are remembered: some megabytes."""


class WordWeights(NamedTuple):
    """What one word adds."""

    score: float
    """To the score of the text."""
    own: float
    """To its own mark, and to the marks of the words after and before it."""
    to_next: float
    to_former: float


class Table(dict[Key, Value]):
    """Values by key, made when first asked for; emptied when full, so that it stays small."""

    def __init__(self, make: Callable[[Key], Value]) -> None:
        """`make` gives the value of a key."""
        self.make = make

    def __missing__(self, key: Key) -> Value:
        """Made now and kept; raises WeightsError when there are no weights."""
        value = self.make(key)
        if len(self) >= MOST_KEPT:
            self.clear()
        self[key] = value
        return value


def word_weights(word: str) -> WordWeights:
    """What a word adds."""
    score, marks = weights("toxicity"), weights("marks")
    own = own_features(word)
    return WordWeights(
        score.scale * sum(score.values[at] for at in own),
        marks.scale * sum(marks.values[at] for at in own),
        marks.scale * sum(marks.values[at] for at in beside_features(word, AS_BEFORE)),
        marks.scale * sum(marks.values[at] for at in beside_features(word, AS_NEXT)),
    )


def pair_weights(pair: tuple[str, str]) -> tuple[int, int, int]:
    """What two words in a row add to the score of the text, to the mark of the second, and to the mark of the first."""
    at = pair_feature(*pair)
    marks = weights("marks").values
    return weights("toxicity").values[at], marks[at], marks[at ^ PAIR_NEXT]


WORDS, PAIRS = Table(word_weights), Table(pair_weights)


class Weighed(NamedTuple):
    """A text's words and pairs, looked up once."""

    words: tuple[str, ...]
    each: list[WordWeights]
    """With those of the start and the end."""
    pairs: list[tuple[int, int, int]]
    """From (start, first word) to (last word, end)."""


def weighed(judgement: Judgement) -> Weighed:
    """The written words of the comment with their weights."""
    return weighed_words(judgement.signal(written_words).words)


def weighed_words(words: tuple[str, ...]) -> Weighed:
    """The same for folded words."""
    padded = (START, *words, END)
    return Weighed(words, list(map(WORDS.__getitem__, padded)), list(map(PAIRS.__getitem__, pairwise(padded))))


def pairs_of(words: Sequence[str]) -> tuple[int, ...]:
    """Features of the pairs of neighbours among folded words, from (start, first word) to (last word, end)."""
    return tuple(map(pair_feature, (START, *words), (*words, END)))


def toxicity(judgement: Judgement) -> float:
    """The score of the comment; 0 for a text without words."""
    return toxicity_of(judgement.signal(weighed))


def toxicity_of(text: Weighed) -> float:
    """The score of folded words; a word or pair counts once."""
    words = text.words
    if not words:
        return 0.0
    score = weights("toxicity")
    total = math.fsum([WORDS[word][0] for word in set(words)])
    pairs = sum([PAIRS[pair][0] for pair in set(pairwise(words))])
    return float(score.numbers["intercept"]) + (total + score.scale * pairs) / (FLAT * math.sqrt(len(words)))


def word_logits(judgement: Judgement) -> tuple[float, ...]:
    """How strongly each written word looks toxic where it stands, before the words compete; 0 is even odds."""
    return logits_of(judgement.signal(weighed))


def logits_of(text: Weighed) -> tuple[float, ...]:
    """The same for folded words."""
    if not text.words:
        return ()
    marks = weights("marks")
    scale, start = marks.scale, float(marks.numbers["intercept"])
    each, pairs = text.each, text.pairs
    return tuple(
        [
            start + this[1] + former[2] + following[3] + scale * (pair[1] + next_pair[2])
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
    if value < -30.0 or value > 30.0:
        value = 30.0 if value > 0 else -30.0
    return 1 / (1 + math.exp(-value))
