"""Text as the eye reads it: one alphabet, one case, no accents, nothing invisible; every character knows its place.

Letters that look like Latin ones (a selection by eye from Cyrillic, Greek, Armenian, Cherokee, and Lisu) become those,
and so do all that Unicode names after a Latin letter: small capitals, letters in boxes, letters of flags. Then NFKD and
case folding, without combining marks and characters that show nothing.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span

CAPITALS = str.maketrans("АВЕЅКМНОРСТУХІЈԌԚԜΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "abeskmhopctyxijgqwabezhikmnoptyx")
SMALL = str.maketrans(
    "авекмнорстухіјѕһԁԛԝьɡαβεηικνορτυχωγıłøđħƒ®©µμгя₱", "abekmhopctyxijshdqwbgabenikvoptuxwyilodhfrcuurrp"
)
ELSEWHERE = str.maketrans(
    "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴᎠᎡᎢᎪᎫᎬᎳᎷᎻᏀᏃᏔᏚᏞᏟᏢᏦᏴսոօց",
    "bpdtgkjczfmnlsrvhwxyaeioudrtajewmhgzwslcpkbunog",
)
LOOK_ALIKES = CAPITALS | SMALL | ELSEWHERE
MOST_LETTERS = 4
"""A ligature of more letters stays one character, so that a short text cannot become a long one."""
UNSEEN = frozenset({"Mn", "Me", "Cf"})
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
"""Fillers that show nothing and are letters or signs by category."""
NAMED = re.compile(r"(?:LATIN (?:\w+ )?LETTER|INDICATOR SYMBOL LETTER)(?: SMALL)?(?: CAPITAL)? ([A-Z])(?: WITH .*)?$")
"""What Unicode names after one Latin letter."""


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
    pieces = [FOLDS[character] for character in source]
    text = "".join(pieces)
    if len(text) == len(source) and "" not in pieces:
        return Folded(text, range(len(text)))
    return Folded(text, [place for place, piece in enumerate(pieces) for _ in piece])


class Folds(dict[str, str]):
    """What each character folds to; remembers a bounded number of them."""

    def __missing__(self, character: str) -> str:
        """Folded now, and kept while there is room."""
        plain = _fold_character(character)
        if len(self) < MOST_REMEMBERED:
            self[character] = plain
        return plain


MOST_REMEMBERED = 8192
FOLDS = Folds()


def _fold_character(character: str) -> str:
    plain = unicodedata.normalize("NFKD", character)
    if len(plain) > MOST_LETTERS:
        plain = character
    plain = plain.translate(LOOK_ALIKES).casefold()
    if not plain.isascii():
        plain = "".join([_named_after(letter) for letter in plain])
    return "".join(letter for letter in plain if unicodedata.category(letter) not in UNSEEN)


def _named_after(letter: str) -> str:
    """The Latin letter that a character is named after; nothing for one that shows nothing; else the character."""
    if letter in BLANK or unicodedata.category(letter) in UNSEEN:
        return ""
    found = NAMED.search(unicodedata.name(letter, "")) if not letter.isascii() else None
    return found[1].lower() if found is not None else letter
