"""Whether a comment says in other words what its author said before in the discussion.

Two comments mean the same when their vectors are close, they share some words of weight, they name the same numbers, deny
as often, and neither says the opposite of a word of the other. A vector alone takes “at nine” for “at ten”.
"""

from functools import cached_property, lru_cache

from houserules.judgement import Judgement
from houserules.signals.bearing import beginnings
from houserules.signals.closest_earlier import MOST_EARLIER, MOST_LETTERS, Closest
from houserules.signals.meaning_vector import meaning_vector, vector_of
from houserules.signals.own_words import own_words, own_words_of
from houserules.sureness import Levels, Sureness

SAME = Levels(careful=0.9, usual=0.8, keen=0.7)
"""Cosine from which two comments of one author mean the same: figures in `docs/houserules.md`."""
FEWEST, OVERLAP, SHORTER = 8, 0.25, 0.5
"""Words at least; share of words of weight in common, of the smaller number; length beside the longer one."""
DENIALS = frozenset("no not never none nothing nobody neither nor cannot without t hardly".split())
NUMBERS = frozenset(
    "zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand million "
    "once twice thrice first second third half quarter double monday tuesday wednesday thursday friday saturday sunday".split()
)
OPPOSITES = {
    one: other
    for pair in (
        "north south", "east west", "open closed", "opened closed", "open close", "more less", "up down",
        "before after", "more fewer", "always never", "win lose", "won lost", "good bad", "true false", "right wrong",
        "left right", "for against", "yes no", "early late", "earlier later", "high low", "higher lower",
        "raise lower", "raised lowered", "rise fall", "accept refuse", "accepted refused", "love hate",
        "better worse", "best worst", "cheap expensive", "old new", "young old", "hot cold", "guilty innocent",
        "legal illegal", "start stop", "buy sell", "men women", "he she", "his her", "day night", "summer winter",
        "morning evening", "all none", "big small", "large small", "first last", "safe dangerous", "easy hard",
        "fast slow", "in out", "everybody nobody", "everyone nobody", "strong weak", "rich poor", "public private",
        "support oppose", "agree disagree",
    )
    for one, other in (pair.split(), pair.split()[::-1])
}  # fmt: skip


class Said:
    """What is compared of a text beside its vector; most texts are told apart by their lengths."""

    def __init__(self, words: tuple[str, ...]) -> None:
        """Own words."""
        self._words = words
        self.length = len(words)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset(self._words)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        return beginnings(self._words)

    @cached_property
    def denials(self) -> int:
        return sum(word in DENIALS for word in self._words)

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self._words if word.isdigit() or word in NUMBERS)


def same_meaning(judgement: Judgement, level: Sureness = Sureness.USUAL) -> Closest | None:
    """The earlier comment nearest in meaning; None when none means the same. Raises WeightsError without the extra."""
    own = judgement.signal(own_words)
    if len(own.words) < FEWEST or not judgement.facts.earlier:
        return None
    mine: Said | None = None
    best: Closest | None = None
    for earlier in judgement.facts.earlier[:MOST_EARLIER]:
        theirs = _said(earlier.text[:MOST_LETTERS])
        if not _are_alike_long(len(own.words), theirs.length):
            continue
        mine = mine or Said(own.words)
        if not _may_mean_the_same(mine, theirs):
            continue
        likeness = float((judgement.signal(meaning_vector) @ vector_of(earlier.text).T)[0, 0])
        if likeness >= SAME.at(level) and (best is None or likeness > best.similarity):
            best = Closest(min(likeness, 0.9999), earlier.label, own.start, own.end)
    return best


@lru_cache(maxsize=2048)
def _said(text: str) -> Said:
    return Said(own_words_of(text).words)


def _are_alike_long(one: int, other: int) -> bool:
    return min(one, other) >= max(FEWEST, SHORTER * max(one, other))


def _may_mean_the_same(one: Said, other: Said) -> bool:
    if one.numbers != other.numbers or (one.denials - other.denials) % 2:
        return False
    common = len(one.beginnings & other.beginnings)
    if common < max(1, OVERLAP * min(len(one.beginnings), len(other.beginnings))):
        return False
    return not any(
        OPPOSITES.get(word) in there and OPPOSITES[word] not in here and word not in there
        for here, there in ((one.words, other.words), (other.words, one.words))
        for word in here
    )
