"""The words of a text as they are written, folded, with their places: what the learned signals read."""

import re
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.folding import fold, folded_text

WORD = re.compile(r"[^\W_]+(?:['’*@$#!?-]+[^\W_]+)*|[*@#$%]{2,}")
MOST_LETTERS = 20_000
"""As much as one comment may hold; longer texts are read so far."""


@dataclass(frozen=True)
class Written:
    """Folded words and the source span of each."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]


def written_words(judgement: Judgement) -> Written:
    """The words of the comment."""
    folded = judgement.signal(folded_text)
    found = list(WORD.finditer(folded.text, 0, MOST_LETTERS))
    return Written(
        tuple(match[0].replace("’", "'") for match in found),
        tuple(folded.span(match.start(), match.end()) for match in found),
    )


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of any text, as `written_words` reads them."""
    return tuple(match[0].replace("’", "'") for match in WORD.finditer(fold(text[:MOST_LETTERS]).text, 0, MOST_LETTERS))
