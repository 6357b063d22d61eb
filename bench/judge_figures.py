"""Precision and recall of the kinds that judge by a score, as they act at each level; compared with what they publish."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bench.judge_made import repeated
from bench.judge_meaning import placed, said_again
from bench.judge_quality import ADA
from houserules import Facts
from houserules.catalogue import repeat
from houserules.detection import hurting, purpose
from houserules.figures import ADVERTISING, AGAIN, ATTACKS, CATEGORIES, NAMED, RUDE, STRAYING, Figures
from houserules.judgement import Judgement
from houserules.sureness import Sureness
from houserules.weights.train import is_trained_on, rows_of, spam_key

Row = dict[str, Any]
Labelled = Iterable[tuple[bool, Facts]]
Detect = Callable[[Judgement, dict[str, Any]], object]
ROUNDED = 0.0006
RATERS = 2


def counted(published: Figures, rows: Labelled, detect: Detect) -> dict[str, Any]:
    """The figures now, at each level, and whether they are the published ones."""
    pairs = [(label, Judgement(facts)) for label, facts in rows]
    levels = {str(level): rates(pairs, detect, level) for level in Sureness}
    count, positives = len(pairs), sum(label for label, _ in pairs)
    is_published = (published.records, published.positives) == (count, positives) and all(
        abs(now - then) < ROUNDED
        for level in Sureness
        for now, then in zip(levels[level].values(), published.at(level), strict=True)
    )
    return {"n": count, "positives": positives, **levels["usual"], "levels": levels, "as published": is_published}


def rates(pairs: Sequence[tuple[bool, Judgement]], detect: Detect, level: Sureness) -> dict[str, float]:
    """Precision and recall at one level."""
    found = [label for label, judgement in pairs if detect(judgement, {"sureness": str(level)}) is not None]
    there = sum(label for label, _ in pairs)
    return {"precision": sum(found) / max(1, len(found)), "recall": sum(found) / max(1, there)}


def alone(rows: Iterable[Row], label: Callable[[Row], bool]) -> Labelled:
    """Comments by themselves."""
    return ((label(row), Facts(author=ADA, text=row["text"])) for row in rows)


def typed(name: str, raters: int = RATERS) -> Callable[[Row], bool]:
    """Whether two raters gave a passage this type, as the set's SOURCE.md counts."""
    return lambda row: row["types"].get(name, 0) >= raters


def as_they_act() -> dict[str, dict[str, Any]]:
    """By kind."""
    toxic = [row for row in rows_of("toxic-spans/train.jsonl") if not is_trained_on(str(row["id"]))]
    spam = [row for row in rows_of("spam/train.jsonl") if not is_trained_on(spam_key(row))]
    insults = rows_of("insults/train.jsonl")
    return {
        "personal-attack": counted(ATTACKS, alone(insults, lambda row: bool(row["insult"])), hurting.personal_attack),
        "profanity": counted(RUDE, alone(toxic, typed("Profane/Obscene")), hurting.profanity),
        "category-insult": counted(CATEGORIES, alone(toxic, typed("Identity based Attack")), hurting.category_insult),
        "figure-insult": counted(NAMED, alone(toxic, typed("Insult")), hurting.figure_insult),
        "spam": counted(ADVERTISING, alone(spam, lambda row: bool(row["spam"])), purpose.advertising),
        "off-topic": counted(STRAYING, placed(), purpose.off_topic),
        "repeat": counted(AGAIN, [*repeated(), *said_again()], repeat.judge),
    }
