"""Pictures of a comment that look like ones that are known: removed here before, or templates of memes."""

from typing import NamedTuple

from houserules.facts import KnownPicture, Picture
from houserules.judgement import Judgement

BITS = 64
MOST_APART = 8
"""Bits in which two hashes of one picture may differ: after another size or compression they differ in 0 to 6, unlike
pictures in about 32."""


class Alike(NamedTuple):
    """A picture and the known one that it looks like."""

    picture: Picture
    known: KnownPicture
    likeness: float
    """Share of bits in common, 0 to 1."""


def known_pictures(judgement: Judgement) -> tuple[Alike, ...]:
    """The closest known picture for each picture that has one."""
    facts = judgement.facts
    found = []
    for picture in facts.pictures if facts.known_pictures else ():
        apart = [(bits_apart(picture.hash, known.hash), at) for at, known in enumerate(facts.known_pictures)]
        least, at = min(apart)
        if least <= MOST_APART:
            found.append(Alike(picture, facts.known_pictures[at], 1 - least / BITS))
    return tuple(found)


def bits_apart(one: str, other: str) -> int:
    """In how many of 64 bits two hashes differ; all of them when one is no hash."""
    try:
        return (int(one, 16) ^ int(other, 16)).bit_count() if len(one) == len(other) == BITS // 4 else BITS
    except ValueError:
        return BITS
