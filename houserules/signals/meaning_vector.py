"""The meaning of a comment, of what its author said before, and of its article, as vectors (extra `meaning`).

Measured only when a clause asks and words alone do not decide. Vectors of texts that come again are remembered.
"""

from functools import lru_cache
from typing import TYPE_CHECKING

from houserules import meaning
from houserules.judgement import Judgement
from houserules.signals.own_words import own_words, own_words_of

if TYPE_CHECKING:
    from houserules.meaning import Vectors

MOST_PARTS, SHORTEST_PART = 30, 40
"""So many paragraphs of an article are compared, of so many letters at least."""


def meaning_vector(judgement: Judgement) -> "Vectors":
    """The comment without quoted lines, 1 x 256; raises WeightsError where the extra is missing."""
    return meaning.vectors([judgement.signal(own_words).text])


@lru_cache(maxsize=2048)
def vector_of(text: str) -> "Vectors":
    """The words of another text without quoted lines, 1 x 256."""
    return meaning.vectors([own_words_of(text[: 2 * meaning.MOST_LETTERS]).text])


@lru_cache(maxsize=64)
def article_vectors(title: str, text: str) -> "Vectors":
    """The headline, the beginning, and the paragraphs of an article, a row each."""
    parts = [part for part in text.split("\n") if len(part) >= SHORTEST_PART][:MOST_PARTS]
    return meaning.vectors([each for each in (title, text, *parts) if each.strip()])


def nearness_to_subject(judgement: Judgement) -> float:
    """The largest cosine of the comment with a part of the article, the parent, or a citation, -1 to 1."""
    facts, mine = judgement.facts, judgement.signal(meaning_vector)
    near = float(meaning.closeness(mine, article_vectors(facts.article_title, facts.article_text)).max())
    said = [each.text for each in (facts.parent, *facts.cited) if each is not None and each.text]
    return max(near, *(float(meaning.closeness(mine, vector_of(each))[0, 0]) for each in said), -1.0)
