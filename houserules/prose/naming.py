"""Whether words in a list name a subject of talk: a person, a place, a matter. When unsure, they do not."""

import re
from collections.abc import Sequence

from houserules.prose.lexicon import NOT_A_TERM, ORDINARY_STEMS, TOPIC_STEMS
from houserules.prose.words import Token

MOST_BARE = 3
CONDUCT = re.compile(r"(?:ing|ness|ments?|tions?|ship|ity|ities)$")
ARTICLES = frozenset({"the", "a", "an", "any", "all", "more", "this", "that", "our", "your", "such", "further"})


def is_subject(words: Sequence[Token]) -> bool:
    """For words after “talk of”, “nothing about”: anything but a clause or the people of the site."""
    rest = without_article(words)
    return bool(rest) and not any(word.folded in NOT_A_TERM for word in rest)


def is_compared(words: Sequence[Token]) -> bool:
    """For words before “references”, “comparisons”: a subject that is no ordinary word (“external references”)."""
    return is_subject(words) and not all(word.stem in ORDINARY_STEMS for word in without_article(words))


def is_named(words: Sequence[Token], *, capitals_tell: bool) -> bool:
    """For bare words after “No”: a known subject, or a proper name where capitals tell one."""
    rest = without_article(words)
    if not 0 < len(rest) <= MOST_BARE:
        return False
    if all(word.stem in TOPIC_STEMS for word in rest):
        return True
    return capitals_tell and all(_is_proper(word) for word in rest)


def is_said_too(words: Sequence[Token]) -> bool:
    """For bare words later in a list that began with “talk of …”: a short subject that is no conduct."""
    rest = without_article(words)
    return (
        0 < len(rest) <= MOST_BARE + 1
        and is_subject(rest)
        and not any(word.stem in ORDINARY_STEMS for word in rest)
        and CONDUCT.search(rest[-1].folded) is None
    )


def _is_proper(word: Token) -> bool:
    return (
        word.source[0].isupper()
        and word.folded.isalpha()
        and word.folded not in NOT_A_TERM
        and word.stem not in ORDINARY_STEMS
        and CONDUCT.search(word.folded) is None
    )


def without_article(words: Sequence[Token]) -> Sequence[Token]:
    """The words without articles in front."""
    at = 0
    while at < len(words) and words[at].folded in ARTICLES:
        at += 1
    return words[at:]
