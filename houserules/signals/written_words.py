"""The words of a text as they are written, folded, with their places: what the learned signals read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.folding import Folded, fold, folded_text

WORD = re.compile(r"[^\W_]+(?:['’*@$#!?-]+[^\W_]+)*|[*@#$%]{2,}")
MOST_LETTERS = 20_000
"""As much as one comment may hold; longer texts are read so far."""


@dataclass(frozen=True)
class Written:
    """Folded words; `span(i)` is where the i-th stands in the source."""

    words: tuple[str, ...]
    folded: Folded
    places: tuple[tuple[int, int], ...]

    def span(self, at: int) -> Span:
        """The source span of one word."""
        return self.folded.span(*self.places[at])

    @cached_property
    def spans(self) -> Sequence[tuple[int, int]]:
        """Those of all words."""
        return self.places if self.folded.is_plain else [self.folded.span(*place) for place in self.places]


def written_words(judgement: Judgement) -> Written:
    """The words of the comment."""
    folded = judgement.signal(folded_text)
    found = list(WORD.finditer(folded.text, 0, MOST_LETTERS))
    words = [match[0] for match in found]
    if "’" in folded.text:
        words = [word.replace("’", "'") for word in words]
    return Written(tuple(words), folded, tuple([match.span() for match in found]))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of any text, as `written_words` reads them."""
    return tuple(match[0].replace("’", "'") for match in WORD.finditer(fold(text[:MOST_LETTERS]).text, 0, MOST_LETTERS))
