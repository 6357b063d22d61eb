"""Train the shipped weights anew: `python -m houserules.weights.train` (needs the development packages).

Reads `toxic-spans` (CC0), `toxic-replies` (CC BY-SA text) and `spam` (CC BY) below PARLEY_DATA, and of the two sets that
figures are taken from only the four fifths that `is_trained_on` names. Deterministic: seed and order are fixed.
"""

import json
import os
import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression, Ridge

from houserules.signals.features import (
    AS_BEFORE,
    AS_NEXT,
    LAST,
    PAIR_NEXT,
    SIZE,
    beside_features,
    own_features,
    pair_feature,
)
from houserules.signals.folding import fold, fold_characters
from houserules.signals.spam_words import FLAT as SPAM_FLAT
from houserules.signals.spam_words import spam_words_of
from houserules.signals.toxicity import END, FLAT, START, competing
from houserules.signals.written_words import WORD, words_of
from houserules.weights import FOLDER, save

DATA = Path(os.environ.get("PARLEY_DATA", Path(__file__).resolve().parents[3] / "shared" / "data"))
SEED = 20240917
SENTENCE = re.compile(r"[^.!?\n]+[.!?\n]*")
SHORTEST, FOLDS, PARTS = 9, 5, 5
RIDGE, MARKS_C, SPAM_C = 5.0, 0.08, 100.0
Row = dict[str, Any]


def rows_of(name: str) -> list[Row]:
    """The records of a file of the data folder."""
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def is_trained_on(key: str) -> bool:
    """Whether a record belongs to the four fifths for training; the rest is for figures alone."""
    return crc32(key.encode()) % PARTS != 0


def spam_key(row: Row) -> str:
    """Equal texts fall on one side of the split; as written, so that the split stays whatever the engine learns to read."""
    return " ".join(word.replace("’", "'") for word in WORD.findall(fold_characters(row["text"]).text))


def matrix(lists: Iterable[Sequence[int]], flats: Sequence[float]) -> Any:
    """Rows of hashed features, repeated ones added up, each row over its own divisor."""
    columns: list[int] = []
    ends, values = [0], []
    for features, flat in zip(lists, flats, strict=True):
        columns.extend(features)
        values.extend([1 / flat] * len(features))
        ends.append(len(columns))
    found = sparse.csr_matrix((np.array(values, dtype=np.float64), columns, ends), shape=(len(ends) - 1, SIZE))
    found.sum_duplicates()
    return found


def text_features(words: Sequence[str]) -> list[int]:
    """What `toxicity_of` adds up."""
    pairs = {pair_feature(*pair) for pair in set(pairwise(words))}
    return [at for word in sorted(set(words)) for at in own_features(word)] + sorted(pairs)


def sentences() -> tuple[list[str], list[float]]:
    """Sentences of toxic comments with (1) and without (0) a marked span, and whole replies with their label."""
    texts, labels = [], []
    for row in rows_of("toxic-spans/train.jsonl"):
        if is_trained_on(str(row["id"])):
            marks = set(row["spans"])
            for sentence in SENTENCE.finditer(row["text"]):
                if len(sentence[0].strip()) >= SHORTEST:
                    texts.append(sentence[0])
                    labels.append(float(not marks.isdisjoint(range(*sentence.span()))))
    replies = rows_of("toxic-replies/train.jsonl")
    return texts + [row["text"] for row in replies], labels + [float(row["toxic"]) for row in replies]


def train_toxicity() -> None:
    """How toxic a text is: ridge regression."""
    texts, labels = sentences()
    words = [words_of(text) for text in texts]
    features = matrix(map(text_features, words), [FLAT * max(1, len(each)) ** 0.5 for each in words])
    model = Ridge(alpha=RIDGE, solver="sag", max_iter=200, tol=1e-4, random_state=SEED).fit(features, labels)
    save(FOLDER / "toxicity.bin", model.coef_.tolist(), {"intercept": float(model.intercept_), "seed": SEED})


def mark_features(words: Sequence[str]) -> list[list[int]]:
    """What `logits_of` adds up for each word."""
    padded = (START, *words, END)
    pairs = [pair_feature(*pair) for pair in pairwise(padded)]
    return [
        [
            *own_features(padded[at]),
            *beside_features(padded[at - 1], AS_BEFORE),
            *beside_features(padded[at + 1], AS_NEXT),
            pairs[at - 1],
            (pairs[at] ^ PAIR_NEXT) & LAST,
        ]
        for at in range(1, len(words) + 1)
    ]


def marked_words(row: Row) -> tuple[tuple[str, ...], list[bool]]:
    """The words of a comment and whether most of each is marked."""
    folded, marks = fold(row["text"]), set(row["spans"])
    found = list(WORD.finditer(folded.text))
    spans = [folded.span(match.start(), match.end()) for match in found]
    words = tuple(match[0].replace("’", "'") for match in found)
    return words, [2 * sum(at in marks for at in range(*span)) > span.end - span.start for span in spans]


def train_marks() -> None:
    """Which words: logistic regression on words, then a second one on how they compete, on folds unseen by the first."""
    rows = [marked_words(row) for row in rows_of("toxic-spans/train.jsonl") if is_trained_on(str(row["id"]))]
    lists = [features for words, _ in rows for features in mark_features(words)]
    features = matrix(lists, [1.0] * len(lists))
    labels = np.array([label for _, marks in rows for label in marks])
    fold_of = np.array([at % FOLDS for at, (words, _) in enumerate(rows) for _ in words])
    unseen = np.zeros(len(labels))
    for part in range(FOLDS):
        unseen[fold_of == part] = (
            word_model()
            .fit(features[fold_of != part], labels[fold_of != part])
            .decision_function(features[fold_of == part])
        )
    model = word_model().fit(features, labels)
    numbers = competition(rows, unseen, labels)
    save(FOLDER / "marks.bin", model.coef_[0].tolist(), {"intercept": float(model.intercept_[0]), **numbers})


def word_model() -> Any:
    """Strongly held back: most words stand in one comment."""
    return LogisticRegression(C=MARKS_C, solver="liblinear", random_state=SEED)


def competition(rows: Sequence[tuple[tuple[str, ...], list[bool]]], logits: Any, labels: Any) -> Row:
    """The second model; its threshold is the one with the best character F1 on the training part."""
    dense, targets, at = [], [], 0
    for words, _ in rows:
        for place, row in competing(logits[at : at + len(words)].tolist()):
            dense.append(row)
            targets.append(labels[at + place])
        at += len(words)
    table = np.array(dense)
    middle, spread = table.mean(0), table.std(0)
    model = LogisticRegression(C=1.0, max_iter=1000).fit((table - middle) / spread, targets)
    weights = model.coef_[0] / spread
    intercept = float(model.intercept_[0] - (weights * middle).sum())
    return {"dense": weights.tolist(), "dense_intercept": intercept, "threshold": LOG_ODDS, "seed": SEED}


LOG_ODDS = -0.85
"""Even F1 wants words that are marked in three of ten cases, not in every second."""


def train_spam() -> None:
    """Advertising among honest comments."""
    coefficients, intercept = spam_model([row for row in rows_of("spam/train.jsonl") if is_trained_on(spam_key(row))])
    save(FOLDER / "spam.bin", coefficients, {"intercept": intercept, "seed": SEED})


def spam_model(rows: Sequence[Row]) -> tuple[list[float], float]:
    """Logistic regression on some records: coefficients and intercept."""
    model = LogisticRegression(C=SPAM_C, solver="liblinear", random_state=SEED)
    model.fit(spam_matrix(rows), [row["spam"] for row in rows])
    return model.coef_[0].tolist(), float(model.intercept_[0])


def spam_matrix(rows: Sequence[Row]) -> Any:
    """What `spam_score_of` adds up."""
    words = [spam_words_of(row["text"]) for row in rows]
    return matrix(map(text_features, words), [SPAM_FLAT * max(1, len(each)) ** 0.5 for each in words])


def main() -> None:
    """All weights."""
    train_toxicity()
    train_marks()
    train_spam()


if __name__ == "__main__":
    main()
