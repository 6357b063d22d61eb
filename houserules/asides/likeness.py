"""How like the examples of each label a text is: by its words and pairs of words, and by meaning where that is installed.

What was learned of `examples/` stands in `labels.bin` (`weights/train_labels.py` makes it). It never makes a
clause: it settles which labels a text gets where grammar is silent, or says more than the words bear out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from houserules import meaning
from houserules.prose.words import WORD, fold, stem
from houserules.weights import WeightsError, loaded

if TYPE_CHECKING:
    from houserules.meaning import Vectors

FIRST, LAST = "^", "$"
LEARNED = Path(__file__).with_name("labels.bin")
"""Not among the weights that judge: no verdict turns on it."""
MOST_WORDS = 200
"""Only so many words of a text are compared."""
NEAR, BAND = 0.34, 0.06
"""A text is near from here on; so close to that, words leave a tie, and meaning is asked."""
KNOWN = 0.5
"""A text of which fewer words are known is not compared: it may be in another language."""


@dataclass(frozen=True)
class _Learned:
    labels: tuple[str, ...]
    usual: tuple[float, ...]
    """How often each label stands among the examples."""
    grams: Mapping[str, tuple[float, tuple[tuple[int, float], ...]]]
    """A word or pair to how rare it is, and to what it says for which label."""
    middle: "Vectors | None"
    """The mean of the meanings of the examples; None where meaning is not installed."""
    turn: "Vectors | None"
    """From a meaning to labels."""


def grams_of(stems: Sequence[str]) -> list[str]:
    """Words and pairs of words, each once, those at the ends as such."""
    pairs = [f"{one} {other}" for one, other in pairwise((FIRST, *stems, LAST))]
    return list(dict.fromkeys((*stems, *pairs)))


def stems_of(text: str) -> list[str]:
    """The stems of the words that are compared."""
    found = (found[0] for found in WORD.finditer(text))
    return [stem(fold(word)) for word in islice((word for word in found if word[0].isalnum()), MOST_WORDS)]


def likeness(text: str) -> "Sequence[float] | None":
    """How like the examples of each of `names()` the text is (1: as they are); None for a text of unknown words."""
    taught = learned()
    stems = stems_of(text)
    grams = [known for known in map(taught.grams.get, grams_of(stems)) if known is not None]
    if not stems or sum(map(taught.grams.__contains__, stems)) < KNOWN * len(stems):
        return None
    scores = [0.0] * len(taught.labels)
    for _, says in grams:
        for at, weight in says:
            scores[at] += weight
    length = sum(rarity * rarity for rarity, _ in grams) ** 0.5
    by_words = [usual + score / length for usual, score in zip(taught.usual, scores, strict=True)]
    if taught.turn is None or not any(NEAR - BAND < score < NEAR + BAND for score in by_words):
        return by_words
    return [score + more for score, more in zip(by_words, _by_meaning(text, taught), strict=True)]


def names() -> tuple[str, ...]:
    """The labels that texts are compared with."""
    return learned().labels


def _by_meaning(text: str, taught: _Learned) -> Sequence[float]:
    """What the meaning adds for each label."""
    vector = meaning.vectors([text])[0] - taught.middle
    found: list[float] = (vector @ taught.turn / (float(vector @ vector) ** 0.5 or 1.0)).tolist()
    return found


@cache
def learned() -> _Learned:
    read = loaded(LEARNED)
    numbers, scale = read.numbers, read.scale
    values = iter(read.values)
    grams = {
        gram: (rarity, tuple((at, next(values) * scale * rarity) for at in ats))
        for gram, rarity, ats in zip(numbers["grams"], numbers["rarities"], numbers["columns"], strict=True)
    }
    middle = turn = None
    if has_meaning():
        import numpy as np

        middle = np.array(numbers["middle"], dtype=np.float32)
        turn = (np.array(list(values), dtype=np.float32) * scale).reshape(meaning.SIZE, -1)
    return _Learned(tuple(numbers["labels"]), tuple(numbers["usual"]), grams, middle, turn)


@cache
def has_meaning() -> bool:
    """Whether meaning is compared as well: its extra is installed and undamaged."""
    if not meaning.is_here():
        return False
    try:
        meaning.vectors([""])
    except WeightsError:
        return False
    return True
