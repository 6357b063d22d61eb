"""Words as they are looked for: the same on every database, for what is stored and for what is asked.

A word is a run of letters, digits, and their marks; letters of scripts that set no spaces stand each for itself, and what is asked
of several becomes a phrase. Capital letters, accents, and vowel points make no difference, and English endings are taken off (by
M. F. Porter's stemmer in Snowball, as in most engines for full text).
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

import Stemmer

from parley.base.cleaning import UNSPACED, clean

LONGEST = 60
"""Letters of a word that are compared."""
_LATIN = re.compile("[A-Za-z0-9]+")
_LOCAL = threading.local()


@dataclass(frozen=True, slots=True)
class Word:
    """Where it stands in its text (code points), and as what it is compared."""

    start: int
    end: int
    token: str


@cache
def _pattern() -> re.Pattern[str]:
    """Marks (vowel signs and the like) belong to words, which `re` does not know; all of them stand in the first two planes."""
    marks = "".join(chr(point) for point in range(0x300, 0x20000) if unicodedata.category(chr(point)) in {"Mn", "Mc"})
    return re.compile(f"[{UNSPACED}]|(?:(?![{UNSPACED}])[^\\W_])(?:(?![{UNSPACED}])(?:[^\\W_]|[{marks}]))*")


def words_of(text: str) -> Iterator[Word]:
    """All words of a cleaned text, in order."""
    pattern = _LATIN if text.isascii() else _pattern()
    for found in pattern.finditer(text):
        if token := token_of(found[0]):
            yield Word(*found.span(), token)


def tokens_of(text: str) -> list[str]:
    """The same of any text, without their places."""
    return [word.token for word in words_of(clean(text))]


@lru_cache(maxsize=100_000)
def token_of(word: str) -> str:
    """Of one word; empty where nothing comparable is left."""
    return str(_stemmer().stemWord(plain(word)))[:LONGEST]


@lru_cache(maxsize=100_000)
def plain(word: str) -> str:
    """In small letters and without marks, its ending left on."""
    parted = unicodedata.normalize("NFKD", word[: 4 * LONGEST])
    bare = "".join(letter for letter in parted if unicodedata.category(letter) != "Mn" or letter > "\u0700")
    folded = unicodedata.normalize("NFKC", bare).casefold().replace("\u0640", "")  # the Arabic stroke that stretches a word
    return "".join(letter for letter in folded if letter.isalnum() or unicodedata.category(letter) in {"Mn", "Mc"})[:LONGEST]


def _stemmer() -> Any:
    """One for each thread: it keeps what it did last."""
    if not hasattr(_LOCAL, "stemmer"):
        _LOCAL.stemmer = Stemmer.Stemmer("english", 0)
    return _LOCAL.stemmer
