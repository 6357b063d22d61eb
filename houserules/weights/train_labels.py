"""Learn the labels of examples anew: `python -m houserules.weights.train_labels` (needs the development packages).

Examples are our own sentences (`asides/examples/*.txt`) and the labelled texts of the tests. Ridge regression on words
and pairs of words, then one on meanings for what those leave open. Deterministic.
"""

import json
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from houserules import meaning
from houserules.asides.likeness import LEARNED, grams_of, stems_of
from houserules.weights import save

EXAMPLES = Path(__file__).resolve().parents[1] / "asides" / "examples"
LABELLED = Path(__file__).resolve().parents[2] / "tests" / "houserules" / "labelled.jsonl"
RIDGE, MEANING_RIDGE = 0.3, 10.0
LEAST = 0.06
"""Smaller weights are dropped."""
Example = tuple[str, frozenset[str]]


def examples() -> list[Example]:
    """Our sentences with the names of their labels, file by file."""
    found = []
    for path in sorted(EXAMPLES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            names, _, text = line.partition(" | ")
            found.append((text, frozenset(names.split())))
    return found


def labelled(path: Path = LABELLED) -> list[Example]:
    """Texts that others wrote and labelled."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    return [(row["text"], frozenset(label.partition(":")[0] for label in row["labels"])) for row in rows]


def _table(texts: Sequence[str]) -> tuple[dict[str, int], Any, Any]:
    """The column of every word and pair, how rare each is, and a row of length 1 for every text."""
    lists = [grams_of(stems_of(text)) for text in texts]
    often = Counter(gram for grams in lists for gram in grams)
    place = {gram: at for at, gram in enumerate(sorted(often))}
    rarities = np.array([round(math.log((len(texts) + 1) / (often[gram] + 0.5)), 3) for gram in place])
    table = np.zeros((len(texts), len(place)))
    for row, grams in enumerate(lists):
        at = [place[gram] for gram in grams]
        table[row, at] = rarities[at]
        table[row] /= np.linalg.norm(table[row]) or 1.0
    return place, rarities, table


def learned(rows: Sequence[Example]) -> tuple[list[float], dict[str, Any]]:
    """Values and numbers as `asides.likeness` reads them."""
    place, rarities, table = _table([text for text, _ in rows])
    names = sorted(set().union(*(labels for _, labels in rows)))
    wanted = np.array([[float(name in labels) for name in names] for _, labels in rows])
    usual = wanted.mean(0)
    inverse = np.linalg.inv(table @ table.T + RIDGE * np.eye(len(rows)))
    dual = inverse @ (wanted - usual)
    words = table.T @ dual
    words[np.abs(words) < LEAST] = 0.0
    middle, turn = _meanings([text for text, _ in rows], dual / np.diag(inverse)[:, None])
    kept = [gram for gram, at in place.items() if words[at].any() or " " not in gram]
    columns = [np.flatnonzero(words[place[gram]]).tolist() for gram in kept]
    values = [float(words[place[gram], at]) for gram, ats in zip(kept, columns, strict=True) for at in ats]
    numbers = {
        "labels": names,
        "usual": usual.round(5).tolist(),
        "grams": kept,
        "rarities": [float(rarities[place[gram]]) for gram in kept],
        "columns": columns,
        "middle": [round(float(each), 6) for each in middle],
    }
    return values + turn.ravel().tolist(), numbers


def _meanings(texts: Sequence[str], missing: Any) -> tuple[Any, Any]:
    """Ridge regression from meanings to what words leave open, each text judged by what the others teach."""
    vectors = meaning.vectors(texts).astype(np.float64)
    middle = vectors.mean(0)
    vectors -= middle
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9
    return middle, np.linalg.solve(vectors.T @ vectors + MEANING_RIDGE * np.eye(meaning.SIZE), vectors.T @ missing)


def main() -> None:
    """Learn and save."""
    values, numbers = learned(examples() + labelled())
    save(LEARNED, values, numbers)
    print(f"{len(numbers['labels'])} labels, {len(numbers['grams'])} words and pairs, {len(values)} weights")  # noqa: T201


if __name__ == "__main__":
    main()
