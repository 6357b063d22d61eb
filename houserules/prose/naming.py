"""Whether words in a list name a subject of talk: a person, a place, a matter. When unsure, they do not."""

import re
from collections.abc import Sequence
from enum import Enum

from houserules.prose.lexicon import NOT_A_TERM, ORDINARY_STEMS, PREPOSITIONS, TOPIC_STEMS
from houserules.prose.lexicon import words as words_of
from houserules.prose.words import Token

CONDUCT = re.compile(
    r"(?:ing|ness|ments?|tions?|ship|ity|ities|ed|able|ible|al|ful|less|ly|ive|ous|ic|ers|ors|ists?|isms?|phobi[ac]|stood|known|written|shown)$"
)
"""Endings of words that say how somebody acts or what something is like, rarely who or what is talked of."""
ACRONYM = re.compile(r"^[A-Z0-9]{2,}(?:['’]?s)?$|[A-Z][a-z]*[A-Z][A-Z]|[A-Z]$")
"""“FAQs”, “APK’s”, “FCoO”: rarely a subject by its name."""
SHORTEST, MOST_GUESSED = 3, 2
ARTICLES = frozenset({"the", "a", "an", "any", "all", "more", "this", "that", "our", "your", "such", "further"})
HONORIFICS = words_of(
    "mayor president senator governor minister chancellor king queen prince princess mr mrs ms dr judge pope sir lord"
)


class Capitals(Enum):
    """How many capitalised words in a row a line lets us take for a name."""

    SAY_NOTHING = 0
    """All of the line is in capitals, or the words begin it."""
    TITLE = 1
    """Every Word Has One: one word alone, or an office with a name."""
    TELL = 3
    """Only some words have one."""


def is_subject(words: Sequence[Token]) -> bool:
    """For words after “talk of”, “nothing about”: anything but a clause, an act, or the people of the site."""
    rest = without_article(words)
    if not rest or any(word.folded in NOT_A_TERM or word.folded in PREPOSITIONS - {"of"} for word in rest):
        return False
    acts = [word for word in rest if not word.folded.endswith("ly")][:1]
    return not (acts and acts[0].folded.endswith("ing")) or acts[0].stem in TOPIC_STEMS


def is_compared(words: Sequence[Token]) -> bool:
    """For words before “references”, “comparisons”: a subject that is no ordinary word (“external references”)."""
    return is_subject(words) and not all(word.stem in ORDINARY_STEMS for word in without_article(words))


def is_named(words: Sequence[Token], capitals: Capitals) -> bool:
    """For bare words after “No”, and before “talk”: a known subject, or a proper name where capitals tell one."""
    rest = without_article(words)
    if not 0 < len(rest) <= Capitals.TELL.value:
        return False
    if all(word.stem in TOPIC_STEMS for word in rest):
        return True
    has_office = rest[0].folded in HONORIFICS and len(rest) > 1
    is_short = len(rest) <= capitals.value or (has_office and capitals is not Capitals.SAY_NOTHING)
    return is_short and all(_is_proper(word, capitals) for word in rest)


def may_be_named(words: Sequence[Token]) -> bool:
    """For bare words after “No” that no kind knows: a short thing that is no conduct and no ordinary word. People keep it."""
    rest = without_article(words)
    return (
        0 < len(rest) <= MOST_GUESSED
        and is_subject(rest)
        and not any(word.stem in ORDINARY_STEMS or not word.folded.isalpha() for word in rest)
        and len(rest[-1].folded) >= SHORTEST
        and CONDUCT.search(rest[-1].folded) is None
    )


def is_said_too(words: Sequence[Token]) -> bool:
    """For bare words later in a list that began with “talk of …”: a short subject that is no conduct."""
    rest = without_article(words)
    return (
        0 < len(rest) <= Capitals.TELL.value + 1
        and not rest[0].folded.endswith("ly")
        and is_subject(rest)
        and not any(word.stem in ORDINARY_STEMS for word in rest)
        and (CONDUCT.search(rest[-1].folded) is None or rest[-1].stem in TOPIC_STEMS)
    )


def stands_alone(words: Sequence[Token], capitals: Capitals) -> bool:
    """Whether a term before “and” or “or” is whole, and no adjective of what follows (“talk of illegal or …”)."""
    rest = without_article(words)
    is_proper = capitals is Capitals.TELL and rest[0].source[0].isupper()
    return len(rest) > 1 or len(words) > len(rest) or rest[0].stem in TOPIC_STEMS or is_proper


def _is_proper(word: Token, capitals: Capitals) -> bool:
    return (
        word.source[0].isupper()
        and ACRONYM.search(word.source) is None
        and word.folded.isalpha()
        and len(word.folded) >= SHORTEST
        and word.folded not in NOT_A_TERM
        and word.stem not in ORDINARY_STEMS
        and CONDUCT.search(word.folded) is None
        and not (capitals is Capitals.TITLE and word.folded.endswith("s"))
    )


def capitals_of(words: Sequence[Token]) -> Capitals:
    """What capitals tell in a line of these words."""
    telling = [word.source for word in words if word.is_word and len(word.source) > len("and")]
    if all(source.isupper() for source in telling):
        return Capitals.SAY_NOTHING
    return Capitals.TITLE if all(source[0].isupper() for source in telling) else Capitals.TELL


def without_article(words: Sequence[Token]) -> Sequence[Token]:
    """The words without articles in front."""
    at = 0
    while at < len(words) and words[at].folded in ARTICLES:
        at += 1
    return words[at:]
