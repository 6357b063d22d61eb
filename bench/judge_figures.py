"""Precision and recall of the kinds that judge by learned weights, as they act; compared with what they publish."""

from collections.abc import Callable, Sequence
from typing import Any

from bench.judge_quality import ADA
from houserules import Facts
from houserules.detection import hurting, purpose
from houserules.figures import ADVERTISING, ATTACKS, CATEGORIES, NAMED, RUDE, Figures
from houserules.judgement import Judgement
from houserules.weights.train import is_trained_on, rows_of, spam_key

Row = dict[str, Any]
Detect = Callable[[Judgement, dict[str, Any]], object]
ROUNDED = 0.0006
RATERS = 2


def counted(published: Figures, rows: Sequence[Row], label: Callable[[Row], bool], detect: Detect) -> dict[str, Any]:
    """The figures now, and whether they are the published ones."""
    truth = [label(row) for row in rows]
    found = [detect(Judgement(Facts(author=ADA, text=row["text"])), {}) is not None for row in rows]
    right = sum(one and other for one, other in zip(truth, found, strict=True))
    precision, recall = right / max(1, sum(found)), right / max(1, sum(truth))
    is_published = (published.records, published.positives) == (len(rows), sum(truth)) and max(
        abs(precision - published.precision), abs(recall - published.recall)
    ) < ROUNDED
    return {
        "n": len(rows),
        "positives": sum(truth),
        "precision": precision,
        "recall": recall,
        "as published": is_published,
    }


def typed(name: str) -> Callable[[Row], bool]:
    """Whether two raters gave a passage this type, as the set's SOURCE.md counts."""
    return lambda row: row["types"].get(name, 0) >= RATERS


def as_they_act() -> dict[str, dict[str, Any]]:
    """By kind."""
    toxic = [row for row in rows_of("toxic-spans/train.jsonl") if not is_trained_on(str(row["id"]))]
    spam = [row for row in rows_of("spam/train.jsonl") if not is_trained_on(spam_key(row))]
    insults = rows_of("insults/train.jsonl")
    return {
        "personal-attack": counted(ATTACKS, insults, lambda row: bool(row["insult"]), hurting.personal_attack),
        "profanity": counted(RUDE, toxic, typed("Profane/Obscene"), hurting.profanity),
        "category-insult": counted(CATEGORIES, toxic, typed("Identity based Attack"), hurting.category_insult),
        "figure-insult": counted(NAMED, toxic, typed("Insult"), hurting.figure_insult),
        "spam": counted(ADVERTISING, spam, lambda row: bool(row["spam"]), purpose.advertising),
    }
