"""Whether a comment bears on its article or on what it answers: words in common, by their beginnings."""

from collections.abc import Iterable
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.signals.own_words import own_words
from houserules.signals.written_words import words_of

SHORTEST, BEGINNING = 4, 5
FEWEST = 8
"""Comments of fewer words of weight are not measured."""
PLAIN = frozenset(
    "this that with have from they what when will your would there their about which could should been were more than some "
    "them then these those also just like only into over such very much many most even because while where after before "
    "other does doing going being make made take know think want need people thing things really still never always every".split()
)


def bearing(judgement: Judgement) -> float:
    """Share of the comment's words of weight that begin like one of the article or the parent; 1 when too few to say."""
    facts = judgement.facts
    mine = [
        word[:BEGINNING] for word in judgement.signal(own_words).words if len(word) >= SHORTEST and word not in PLAIN
    ]
    if not facts.article_text or len(mine) < FEWEST:
        return 1.0
    known = _beginnings(f"{facts.article_title} {facts.article_text}") | _beginnings(
        facts.parent.text if facts.parent else ""
    )
    return sum(word in known for word in mine) / len(mine)


@lru_cache(maxsize=256)
def _beginnings(text: str) -> frozenset[str]:
    return beginnings(words_of(text))


def beginnings(words: Iterable[str]) -> frozenset[str]:
    """How the words of weight begin."""
    return frozenset([word[:BEGINNING] for word in words if len(word) >= SHORTEST and word not in PLAIN])
