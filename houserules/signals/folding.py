"""Text as the eye reads it: one alphabet, one case, no accents, nothing invisible; every character knows its place.

Letters that look like Latin ones (a selection by eye from Cyrillic, Greek, Armenian, Cherokee, and Lisu) become those,
and so do all that Unicode names after a Latin letter: small capitals, letters in boxes, letters of flags. Then NFKD and
case folding, without combining marks and characters that show nothing. Entities (“&#117;”) are the letter that Markdown
shows, and words written backwards behind an override of direction are read as they are shown.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from html.entities import html5

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
ENTITY = re.compile(r"(?<!\\)&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")
BACKWARDS, STRAIGHT = "\u202e", frozenset("\u202c\u202a\u202b\u202d\n")
"""What turns the direction of all that follows, and what ends that."""


@dataclass(frozen=True)
class Folded:
    """A folded text; character `i` of `text` comes from the source's code points `places[i]` to `ends[i]` (not counted in)."""

    text: str
    places: Sequence[int]
    ends: Sequence[int] = ()
    """Empty where each character comes from one code point, in their order."""

    def span(self, start: int, end: int) -> Span:
        """The source span of `text[start:end]`, which must not be empty."""
        if self.ends:
            return Span(min(self.places[start:end]), max(self.ends[start:end]))
        return Span(self.places[start], self.places[end - 1] + 1)

    @property
    def is_plain(self) -> bool:
        """Whether places in the folded text are places in the source."""
        return isinstance(self.places, range)


def folded_text(judgement: Judgement) -> Folded:
    """The folded text of the comment."""
    return fold(judgement.facts.text)


def fold(source: str) -> Folded:
    """`source` folded; white space and punctuation stay as they are."""
    if ("&" in source and ENTITY.search(source) is not None) or BACKWARDS in source:
        return _as_shown(source)
    return fold_characters(source)


def fold_characters(source: str) -> Folded:
    """The same character by character: entities stay as they are written."""
    if source.isascii():
        return Folded(source.lower(), range(len(source)))
    pieces = [FOLDS[character] for character in source]
    text = "".join(pieces)
    if len(text) == len(source) and "" not in pieces:
        return Folded(text, range(len(text)))
    return Folded(text, [place for place, piece in enumerate(pieces) for _ in piece])


def _as_shown(source: str) -> Folded:
    """With entities as what they show, and words written backwards turned round."""
    units = list(_units(source))
    if any(BACKWARDS in shown for shown, _, _ in units):
        units = _turned(units)
    text = [(piece, start, end) for shown, start, end in units for letter in shown for piece in FOLDS[letter]]
    return Folded("".join([each[0] for each in text]), [each[1] for each in text], [each[2] for each in text])


def _units(source: str) -> Iterator[tuple[str, int, int]]:
    """Each character or entity as it is shown, with its place."""
    done = 0
    for found in ENTITY.finditer(source):
        name = found["name"]
        if name is None or f"{name};" in html5:
            yield from ((source[at], at, at + 1) for at in range(done, found.start()))
            done = found.end()
            yield unescape(found[0]), found.start(), done
    yield from ((source[at], at, at + 1) for at in range(done, len(source)))


def _turned(units: list[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """The letters of each word behind an override of direction in the other order; the words stay where they are."""
    result: list[tuple[str, int, int]] = []
    word: list[tuple[str, int, int]] = []
    is_turned = False
    for unit in units:
        if is_turned and unit[0].isalnum():
            word.append(unit)
            continue
        result += [*reversed(word), unit]
        word = []
        is_turned = unit[0] == BACKWARDS or (is_turned and unit[0] not in STRAIGHT)
    return [*result, *reversed(word)]


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
