"""What `bench.read` measures: labels of texts, real rules, agreement with categories, speed."""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from sklearn.dummy import DummyClassifier
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import StratifiedKFold
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import MultiLabelBinarizer

from houserules import Keeping, RuleBook, read
from houserules.asides import finding, likeness
from houserules.labels import OTHER, labels, said
from houserules.weights import save, train_labels
from houserules.weights.train import DATA

SEED, FOLDS, RESAMPLED = 7, 5, 2000
RULES = DATA / "rules"
Names = frozenset[str]
Example = tuple[str, Names]


def ours(text: str) -> Names:
    """Names of our labels."""
    return frozenset(label.partition(":")[0] for label in labels(read(text)))


def grammar_alone(text: str) -> Names:
    """Without comparing with examples."""
    return frozenset(said(read(text))) or frozenset({OTHER})


def micro_f1(pairs: Sequence[tuple[Names, Names]]) -> tuple[float, float, float]:
    """F1 of wanted and found names over all texts, with the 95 % interval of resampled texts."""
    counts = np.array([(len(want & got), len(got - want), len(want - got)) for want, got in pairs])

    def f1(rows: Any) -> float:
        hit, extra, missed = rows.sum(0)
        return float(2 * hit / max(1, 2 * hit + extra + missed))

    draw = np.random.default_rng(SEED)
    drawn = [f1(counts[draw.integers(0, len(counts), len(counts))]) for _ in range(RESAMPLED)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return f1(counts), float(low), float(high)


def baseline(rows: Sequence[Example]) -> Callable[[str], Names]:
    """TF-IDF of words and pairs with logistic regression, one label against the rest; the nearest if none is likely."""
    names = MultiLabelBinarizer().fit([each for _, each in rows])
    regression = LogisticRegression(C=50, class_weight="balanced", max_iter=500)
    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True), OneVsRestClassifier(regression))
    model.fit([text for text, _ in rows], names.transform([each for _, each in rows]))

    def found(text: str) -> Names:
        likely = model.predict_proba([text])[0]
        chosen = np.flatnonzero(likely >= 0.5)
        return frozenset(names.classes_[chosen if len(chosen) else [int(likely.argmax())]])

    return found


def definitions() -> list[Example]:
    """The vocabulary: each label with its meaning as a text."""
    lines = (RULES / "labels.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip(" `") for cell in line.split("|")[1:-1]] for line in lines if line.startswith("| `")]
    return [(meaning, frozenset({name})) for name, meaning in cells]


def unseen(rows: Sequence[Example]) -> list[tuple[Names, Names]]:
    """Labels of texts that were learned from, each read after learning from the other folds and our own sentences."""
    order = np.random.default_rng(SEED).permutation(len(rows))
    pairs: list[tuple[Names, Names]] = []
    with TemporaryDirectory() as folder:
        for fold in range(FOLDS):
            apart = {int(at) for at in order[fold::FOLDS]}
            taught = [row for at, row in enumerate(rows) if at not in apart]
            path = Path(folder) / f"{fold}.bin"
            save(path, *train_labels.learned(train_labels.examples() + taught))
            with learned_from(path):
                pairs += [(rows[at][1], ours(rows[at][0])) for at in sorted(apart)]
    return pairs


class learned_from:  # noqa: N801 - reads as a word in “with learned_from(…)”
    """Other weights of likeness for a while."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> None:
        self.before, likeness.LEARNED = likeness.LEARNED, self.path
        likeness.learned.cache_clear()

    def __exit__(self, *_: object) -> None:
        likeness.LEARNED = self.before
        likeness.learned.cache_clear()


def text_of(rule: dict[str, Any]) -> str:
    """Name and description of a real rule, the name once."""
    name, told = (rule.get("short_name") or "").strip(), (rule.get("description") or "").strip()
    return told if told.startswith(name) else f"{name}\n{told}"


def coverage(texts: Sequence[str]) -> dict[str, float]:
    """Shares of real rules and of their words that were understood."""
    books = [read(text) for text in texts]
    words = Counter[str]()
    for book in books:
        covered = list(_covered(book))
        for line in book.lines:
            for word in line_words(book, line.start, line.end):
                words["all"] += 1
                words["read"] += any(start <= word < end for start, end in covered)
    count = len(books)
    return {
        "rules": count,
        "with a clause": sum(any(line.clauses for line in book.lines) for book in books) / count,
        "with a clause that can act": sum(_acts(book) for book in books) / count,
        "with a clause or an aside": sum(any(line.clauses or line.asides for line in book.lines) for book in books)
        / count,
        "words that stand in a clause, an aside, or a sanction": words["read"] / max(1, words["all"]),
    }


def line_words(book: RuleBook, start: int, end: int) -> Iterator[int]:
    """Where each word of a stretch begins."""
    from houserules.prose.words import tokens

    return (word.start for word in tokens(book.prose, start, end) if word.is_word)


def _covered(book: RuleBook) -> Iterator[tuple[int, int]]:
    for line in book.lines:
        yield from ((each.start, each.end) for each in (*line.clauses, *line.asides))
        yield from line.sanction


def _acts(book: RuleBook) -> bool:
    clauses = [clause for line in book.lines for clause in line.clauses]
    return any(clause.keeping is not Keeping.PEOPLE and not clause.permits for clause in clauses)


def by_language(rules: Sequence[dict[str, Any]], least: int = 20) -> dict[str, dict[str, float]]:
    """The same by language, of those with at least so many rules."""
    found = defaultdict(list)
    for rule in rules:
        found[str(rule["language"])].append(text_of(rule))
    often = sorted((name for name, texts in found.items() if len(texts) >= least), key=lambda name: -len(found[name]))
    return {name: coverage(found[name]) for name in often}


def agreement(rules: Sequence[dict[str, Any]]) -> dict[str, dict[str, float]]:
    """How well labels tell the category of a rule, in five folds, beside two baselines on the same folds."""
    texts, wanted = [text_of(rule) for rule in rules], np.array([rule["rule_cluster"] for rule in rules])
    marks = MultiLabelBinarizer().fit_transform([ours(text) for text in texts])
    words = np.array(texts, dtype=object)
    ways: dict[str, tuple[Any, Any]] = {
        "our labels, logistic regression": (marks, LogisticRegression(C=3, max_iter=1000)),
        "TF-IDF, logistic regression": (
            words,
            make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression(C=10, max_iter=1000)),
        ),
        "always the most frequent": (marks, DummyClassifier()),
    }
    folds = list(StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(words, wanted))
    return {name: _folded(features, model, wanted, folds) for name, (features, model) in ways.items()}


def _folded(features: Any, model: Any, wanted: Any, folds: Sequence[Any]) -> dict[str, float]:
    guessed = np.empty_like(wanted)
    for train, test in folds:
        guessed[test] = model.fit(features[train], wanted[train]).predict(features[test])
    return {
        "accuracy": float(accuracy_score(wanted, guessed)),
        "macro F1": float(f1_score(wanted, guessed, average="macro", zero_division=0)),
    }


def lines_a_second(texts: Sequence[str], rounds: int = 5) -> float:
    """Texts labelled in a second of one core, the best of some rounds; nothing is remembered from round to round."""
    best = float("inf")
    labels(read("No spam."))
    for _ in range(rounds):
        finding.found_in.cache_clear()
        begin = time.process_time()
        for text in texts:
            labels(read(text))
        best = min(best, time.process_time() - begin)
    return len(texts) / best
