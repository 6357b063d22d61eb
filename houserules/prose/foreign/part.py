"""Words in a row, as they are compared."""

from collections.abc import Sequence
from dataclasses import dataclass

from houserules.prose.foreign.telling import without_elision
from houserules.prose.words import Token


@dataclass(frozen=True)
class Part:
    """Some words in a row, as tokens and as one text with a space between words."""

    words: tuple[Token, ...]
    folded: tuple[str, ...]

    @classmethod
    def of(cls, tokens: Sequence[Token]) -> "Part":
        """The words among some tokens."""
        words = tuple(token for token in tokens if token.is_word)
        return cls(words, tuple(without_elision(word.source) for word in words))

    @property
    def text(self) -> str:
        return " ".join(self.folded)

    def cut(self, start: int, end: int) -> "Part":
        """The words that stand between two offsets of the text."""
        first = self.text.count(" ", 0, start)
        last = first + len(self.text[start:end].split())
        return Part(self.words[first:last], self.folded[first:last])
