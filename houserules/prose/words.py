"""Words of a stretch of prose: folded for comparison, each with its place in the prose."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+(?:['’‘ʼ´`][^\W_]+)*(?:\(e?s\))?|[^\w\s]")
VOWEL = re.compile(r"[aeiouyäöü]")
LONGEST = 40
"""Longer words are cut before they are compared; no rule turns on the rest."""


class Token(NamedTuple):
    """A word or one mark of punctuation. A tuple: a rule book of 100 kB has tens of thousands."""

    start: int
    end: int
    folded: str
    stem: str
    source: str

    @property
    def is_word(self) -> bool:
        return self.stem != ""


class Stretch:
    """Some words in a row as one string, so that patterns can be tried on it: every word after one space."""

    def __init__(self, words: Sequence[Token]) -> None:
        """Punctuation is left out: patterns are about words."""
        self.words = tuple([word for word in words if word.stem])
        self.folded = "".join([f" {word.folded}" for word in self.words])
        self._stems: str | None = None

    @property
    def stems(self) -> str:
        """The stems of the words, put together when they are first asked for."""
        if self._stems is None:
            self._stems = "".join([f" {word.stem}" for word in self.words])
        return self._stems

    def word_at(self, offset: int) -> int:
        """The index of the word that stands at or after `offset` of `folded`."""
        return self.folded.count(" ", 0, offset + 1) - 1 if offset < len(self.folded) else len(self.words)

    def word_at_stem(self, offset: int) -> int:
        """The index of the word that stands at or after `offset` of `stems`."""
        return self.stems.count(" ", 0, offset + 1) - 1 if offset < len(self.stems) else len(self.words)

    def __len__(self) -> int:
        return len(self.words)


def tokens(prose: str, start: int, end: int) -> Iterator[Token]:
    """Words and punctuation of `prose[start:end]` in order."""
    for found in WORD.finditer(prose, start, end):
        source = found[0]
        begin, stop = found.span()
        yield Token(begin, stop, *_told(source), source)


@lru_cache(maxsize=1 << 14)
def _told(source: str) -> tuple[str, str]:
    """The folded word and its stem; a mark of punctuation has none."""
    if not (source[0].isalnum() or source == "%"):
        return source, ""
    folded = "percent" if source == "%" else fold(source)
    return folded, stem(folded)


@lru_cache(maxsize=1 << 14)
def fold(word: str) -> str:
    """Lower case, without apostrophes, possessive and “(s)”: “DON’T” is “dont”, “Trump’s” is “trump”."""
    plain = unicodedata.normalize("NFKC", word[:LONGEST]).casefold()
    plain = re.sub(r"\(e?s\)$", "", re.sub(r"[’‘ʼ´`]", "'", plain))
    return plain.removesuffix("'s").replace("'", "").replace(" ", "") or "-"


@lru_cache(maxsize=1 << 14)
def stem(folded: str) -> str:
    """A crude stem, the same for all forms of a verb or noun: “voting”, “votes”, “voted” are “vot”.

    It need not be right, only the same for the words of a rule and the words of a pattern.
    """
    word = folded
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        base = word.removesuffix(ending)
        if base != word and len(base) > 2 and VOWEL.search(base):
            word = base
            break
    else:
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            word = word[:-1]
    if len(word) > 3 and word[-1] == word[-2]:
        word = word[:-1]
    return word[:-1] if len(word) > 3 and word.endswith("e") else word
