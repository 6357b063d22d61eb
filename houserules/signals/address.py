"""Whom words are aimed at: the reader (“you”), a member by name; and how close hurtful words stand to that."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from houserules.judgement import Judgement
from houserules.signals.folding import fold
from houserules.signals.toxicity import sigmoid, toxicity, word_logits
from houserules.signals.written_words import WORD, written_words
from houserules.weights import lines_of

YOU = frozenset(
    "you your you're youre yours yourself yourselves you've youve you'd you'll youll u ur ya yer yall y'all thou".split()
)
REACH = 4.0
"""Words over which closeness falls to a third."""
FADING = math.exp(-1 / REACH)
FEWEST_LETTERS = 3
"""A member's name of fewer letters is not looked for."""

BEGINS = re.compile(r"(?:\A|[.!?:;\n])[\W_]*\Z")
LOOKED_BACK = 12


@dataclass(frozen=True)
class Address:
    """How a comment addresses people."""

    places: tuple[int, ...]
    """Which written words mean the reader or a member."""
    nearness: float
    """The largest product of a word's toxicity (0 to 1) and its closeness to an address (0 to 1)."""


def address(judgement: Judgement) -> Address:
    """Second person and names of the parent's author and of members of the discussion."""
    places = judgement.signal(addressed)
    return Address(places, _nearness(places, judgement.signal(word_logits)) if places else 0.0)


def addressed(judgement: Judgement) -> tuple[int, ...]:
    """Which written words mean the reader or a member."""
    words = judgement.signal(written_words).words
    names = _names(judgement)
    if YOU.isdisjoint(words) and names.isdisjoint(words):
        return ()
    return tuple(
        [at for at, word in enumerate(words) if word in YOU or (word in names and is_called(judgement, at, word))]
    )


def is_called(judgement: Judgement, at: int, name: str) -> bool:
    """Whether the name of a member at the written word `at` means somebody: not “a new bridge” where New is a member.

    A name that is an ordinary word as well does with a capital away from a sentence's start, or after “@”.
    """
    if name not in ordinary_words():
        return True
    text, start = judgement.facts.text, judgement.signal(written_words).span(at).start
    if text[start - 1 : start] == "@":
        return True
    is_capital = text[start].isupper() and not text[start + 1 : start + 2].isupper()
    return is_capital and BEGINS.search(text, max(0, start - LOOKED_BACK), start) is None


@cache
def ordinary_words() -> frozenset[str]:
    """Words in common use, folded; raises WeightsError when the file is missing."""
    return frozenset(word for line in lines_of("ordinary.txt") for word in line.split())


def _names(judgement: Judgement) -> frozenset[str]:
    """Words of all names but the author's own."""
    facts = judgement.facts
    names = _words_of_names(tuple([member.name for member in facts.members]))
    if facts.parent is not None:
        names |= _name_words(facts.parent.author.name)
    return names - _name_words(facts.author.name)


@lru_cache(maxsize=256)
def _words_of_names(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset[str]().union(*map(_name_words, names))


@lru_cache(maxsize=4096)
def _name_words(name: str) -> frozenset[str]:
    return frozenset(word for word in WORD.findall(fold(name).text) if len(word) >= FEWEST_LETTERS)


def _nearness(places: Sequence[int], logits: Sequence[float]) -> float:
    """Two passes: the closest address before, and the closest after each word."""
    best, aimed = 0.0, set(places)
    likely = [sigmoid(logit) for logit in logits]
    for order in (range(len(logits)), range(len(logits) - 1, -1, -1)):
        closeness = 0.0
        for at in order:
            closeness = 1.0 if at in aimed else closeness * FADING
            best = max(best, closeness * likely[at])
    return best


def aimed_insult(judgement: Judgement) -> float:
    """How surely the comment insults whom it addresses; about 0 to 2.

    Toxicity of the words, the strongest single word, closeness to an address, and the share of addresses. The four
    factors were chosen by hand, not learned: no permitted data says at whom words are aimed.
    """
    logits = judgement.signal(word_logits)
    if not logits:
        return 0.0
    where = judgement.signal(address)
    share = math.log1p(10 * len(where.places) / len(logits))
    return judgement.signal(toxicity) + 0.05 * max(logits) + 0.3 * where.nearness + 0.2 * share
