"""Words as numbers: hashed letters, words, and pairs of words. Training and judging read the same lines of code."""

from functools import lru_cache
from zlib import crc32

from houserules.signals.hurtful_words import classes_of

SIZE = 1 << 18
LAST = SIZE - 1
LONGEST_WORD = 24
"""Only so many letters of a word are cut into pieces."""
PIECES = (3, 4, 5)
AS_NEXT, AS_BEFORE, PAIR_NEXT = 0x2A5D3, 0x15B29, 0x3C6EF
"""The same hash with these bits turned stands for another role of the word."""


@lru_cache(maxsize=1 << 14)
def own_features(word: str) -> tuple[int, ...]:
    """Features of the word itself: whole, in pieces, and its classes in the lexicon."""
    found = {crc32(b"w" + word.encode("utf-8", "replace")) & LAST}
    edged = f"^{word[:LONGEST_WORD]}$".encode("utf-8", "replace")
    for size in PIECES:
        found.update(crc32(edged[at : at + size]) & LAST for at in range(len(edged) - size + 1))
    found.update(crc32(b"l" + name.encode()) & LAST for name in classes_of(word))
    return tuple(sorted(found))


def beside_features(word: str, role: int) -> tuple[int, ...]:
    """Features that a word gives its neighbour; `role` is AS_NEXT or AS_BEFORE."""
    classes = (crc32(b"l" + name.encode()) for name in sorted(classes_of(word)))
    return tuple((each ^ role) & LAST for each in (crc32(b"w" + word.encode("utf-8", "replace")), *classes))


@lru_cache(maxsize=1 << 15)
def pair_feature(first: str, second: str) -> int:
    """The pair of two words in a row."""
    return crc32(f"{first} {second}".encode("utf-8", "replace")) & LAST
