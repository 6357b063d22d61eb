"""What a chunk of text may stand for when it is not written plainly: figures and signs for letters, signs between
letters, letters masked or drawn out.

A chunk becomes a skeleton in which letters that stand for one another are one; a word whose skeleton is the same is
then compared letter by letter (`stands_for`). So the number of words looked for does not matter.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

EDGES = "\"'“”‘’«»()[]{}<>.,;:!?¿¡…`~_-–—/\\"
LEET = str.maketrans("0134578@$!|+", "oieastbasiit")
LEET_L = str.maketrans("0134578@$!|+", "oleastbaslit")
LOOKS = {
    "a": "4@", "b": "86", "c": "(<¢", "e": "3€", "g": "69", "i": "1!|l", "l": "1|!£", "o": "0", "q": "9", "s": "5$",
    "t": "7+", "u": "v", "v": "u", "x": "×", "y": "¥", "z": "2",
}  # fmt: skip
"""What stands for a letter, beside itself."""
SKELETON = str.maketrans({sign: one for one, signs in {
    "a": "4@", "g": "b869q", "c": "(<¢", "e": "3€", "i": "l1!|£", "o": "0", "s": "5$z2", "t": "7+", "u": "v", "x": "×", "y": "¥",
}.items() for sign in signs})  # fmt: skip
SIGNS = {
    "|\\/|": "m", "/\\/\\": "m", "\\/\\/": "w", "|\\|": "n", "|_|": "u", "(_)": "u", "|-|": "h", "/-\\": "a",
    "|)": "d", "|3": "b", "|<": "k", "|2": "r", "|>": "p", "/\\": "a", "\\/": "v", "()": "o", "[]": "o",
}  # fmt: skip
"""Letters drawn with several signs."""
SIGN = re.compile("|".join(map(re.escape, sorted(SIGNS, key=len, reverse=True))))
NO_LETTER = re.compile(r"[\W\d_]+")
SEPARATOR = re.compile(r"[^\w@$!|+(<¢€£¥×]|_")
"""A sign that stands for no letter."""
ORDINARY = frozenset("-.,'’/–—…:;&_\"“”()[]?")
"""Signs that stand between words as often as inside one that hides."""
LOOSE = re.compile(r"[|!+(<)\[\]{}>]")
"""Signs that stand for a letter or only between letters."""
BELONGS = re.compile(r"['’](?:s|t|d|m|ll|re|ve)?$")
MASKED = re.compile(r"[^\W\d_][^\W_]*[*#%?_·•✘][^\W_*#%?_·•✘]*(?:[*#%?_·•✘][^\W_*#%?_·•✘]*)*")
MASK = re.compile(r"[*#%?_·•✘]")
DRAWN_OUT = re.compile(r"(.)\1{2,}")
PLAIN = re.compile(r"[^\W\d_]+")
RUN = re.compile(r"(.)\1*")
HARD = re.compile(r"(?<![aeiouyv])v(?![aeiouyv])|(?<=[bcdfgjkmnpqstvxz])l(?=[bcdfghjkmnpqrstvwxz])")
"""No English word has a v without a vowel beside it, or an l among such consonants: they stand for u and i."""
VOWEL = re.compile(r"[aeiouyv]")
FEWEST, FEWEST_AFTER_FIGURE = 2, 3
"""Letters beside signs and figures: “6in” is a measure and “m4n” is not."""
LONGEST = 40
"""Longer chunks are only read as the plain words they hold: nobody hides one name in so many letters."""


class Oddity(NamedTuple):
    """One reading of a chunk."""

    skeleton: str
    letters: str
    """As written, without what stands between letters; with “?” for each masked letter where `is_masked`."""
    start: int
    end: int
    """Where in the chunk."""
    is_masked: bool = False


def skeleton(letters: str) -> str:
    """The letters with all that stand for one another made one, runs counted once."""
    return "".join([letter for letter, _ in groupby(letters.translate(SKELETON))])


def mask_shape(word: str) -> str:
    """What words that a masked one may stand for have in common: the first letter and the length."""
    return f"{word[0]}{len(word)}?"


@lru_cache(maxsize=1 << 15)
def oddities(chunk: str) -> tuple[Oddity, ...]:
    """The readings of a chunk beside its plain words; none for most."""
    if len(chunk) > LONGEST:
        return ()
    if chunk.isalpha():
        is_odd = HARD.search(chunk) is not None or DRAWN_OUT.search(chunk) is not None or _is_doubled(chunk)
        return (Oddity(skeleton(chunk), chunk, 0, len(chunk)),) if is_odd and len(chunk) > 2 else ()
    core = chunk.strip(EDGES)
    if core.isalpha() and len(core) + 3 > len(chunk):
        inner = chunk.find(core)
        return tuple(one._replace(start=one.start + inner, end=one.end + inner) for one in oddities(core))
    return (*_written_oddly(chunk, core), *_masked(chunk))


def _is_doubled(chunk: str) -> bool:
    return len(chunk) > 5 and chunk[0] == chunk[1] and all(len(run[0]) > 1 for run in RUN.finditer(chunk))


def _written_oddly(chunk: str, core: str) -> Iterator[Oddity]:
    known = set(PLAIN.findall(core))
    edged = chunk.strip("\"'“”‘’.,;:?…`~_*-")
    for form in (core, edged) if edged != core else (core,):
        start = chunk.find(form)
        for letters in _meant(form):
            if letters not in known:
                known.add(letters)
                fewest = FEWEST_AFTER_FIGURE if letters[:1].isdigit() else FEWEST
                if len(NO_LETTER.sub("", letters)) >= fewest:
                    yield Oddity(skeleton(letters), letters, start, start + len(form))


def _meant(form: str) -> Iterator[str]:
    """The letters and what stands for letters, without what only stands between them."""
    form = form.removesuffix("'s").removesuffix("’s")
    if form.isalpha() or not form:
        return
    if SIGN.search(form) is not None:
        yield SEPARATOR.sub("", SIGN.sub(lambda sign: SIGNS[sign[0]], form))
    if not _is_ordinary(form):
        joined = SEPARATOR.sub("", form)
        yield joined
        if LOOSE.search(joined) is not None:
            yield LOOSE.sub("", joined)


def _is_ordinary(form: str) -> bool:
    """“mother-in-law”, “and/or”, “don't”, “end.Next”, “24-hour”: words side by side, not one word in pieces."""
    if BELONGS.search(form) is not None:
        return True
    if any(sign not in ORDINARY for sign in SEPARATOR.findall(form)):
        return False
    parts = [part for part in SEPARATOR.split(form) if part]
    if not 1 < len(parts) <= 3 or not all(part.isalpha() or part.isdigit() for part in parts):
        return False
    return not any(is_piece(part) for part in parts if part.isalpha())


def is_piece(part: str) -> bool:
    """Whether these letters are no word by themselves: one letter, or none that sounds."""
    return part not in {"a", "i"} and (len(part) == 1 or VOWEL.search(part) is None)


def _masked(chunk: str) -> Iterator[Oddity]:
    if MASK.search(chunk) is None:
        return
    for found in MASKED.finditer(chunk):
        word = MASK.sub("?", found[0].rstrip("*_?#")).translate(LEET)
        if "?" in word and word.count("?") * 2 <= len(word):
            yield Oddity(mask_shape(word), word, found.start(), found.start() + len(word), is_masked=True)


@lru_cache(maxsize=1 << 12)
def pattern_of(word: str) -> "re.Pattern[str]":
    """Matches letters that stand for `word`: each letter as often as it stands there, drawn out, or doubled throughout."""
    runs = [(run[1], len(run[0])) for run in RUN.finditer(word)]
    letters = [f"[{re.escape(letter + LOOKS.get(letter, ''))}]" for letter, _ in runs]
    once = "".join(f"(?:{each}{{{many}}}|{each}{{3,}})" for each, (_, many) in zip(letters, runs, strict=True))
    doubled = "".join(f"{each}{{2,}}" for each in letters)
    return re.compile(f"(?:{once}|{doubled})$")


def stands_for(oddity: Oddity, word: str) -> bool:
    """Whether a reading with the skeleton of `word` is that word."""
    if oddity.is_masked:
        return all(letter in {"?", wanted} for letter, wanted in zip(oddity.letters, word, strict=True))
    return pattern_of(word).match(oddity.letters) is not None
