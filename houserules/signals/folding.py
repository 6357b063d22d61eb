"""Text as the eye reads it: one alphabet, one case, no accents, nothing invisible; every character knows its place.

Letters that look like Latin ones (a selection by eye from Cyrillic, Greek and extended Latin) become those; then
Unicode NFKD and case folding, without combining marks and format characters.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.plain import Span

CAPITALS = str.maketrans("АВЕЅКМНОРСТУХІЈԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeskmhopctyxijgqwabezhikmnoptyx")
SMALL = str.maketrans("авекмнорстухіјѕһԁԛԝьɡαβεηικνορτυχωγıłøđħƒ", "abekmhopctyxijshdqwbgabenikvoptuxwyilodhf")
LOOK_ALIKES = CAPITALS | SMALL
MOST_LETTERS = 4
"""A ligature of more letters stays one character, so that a short text cannot become a long one."""
UNSEEN = frozenset({"Mn", "Me", "Cf"})


@dataclass(frozen=True)
class Folded:
    """A folded text; character `i` of `text` comes from code point `places[i]` of the source."""

    text: str
    places: Sequence[int]

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`, which must not be empty."""
        return Span(self.places[start], self.places[end - 1] + 1)


def folded_text(judgement: Judgement) -> Folded:
    """The folded text of the comment."""
    return fold(judgement.facts.text)


def fold(source: str) -> Folded:
    """`source` folded; white space and punctuation stay as they are."""
    if source.isascii():
        return Folded(source.lower(), range(len(source)))
    letters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(source):
        for letter in _fold_character(character):
            letters.append(letter)
            places.append(place)
    return Folded("".join(letters), places)


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    if len(plain) > MOST_LETTERS:
        plain = character
    plain = plain.translate(LOOK_ALIKES).casefold()
    return "".join(letter for letter in plain if unicodedata.category(letter) not in UNSEEN)
