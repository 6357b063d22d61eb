"""Every word of a text as it could be meant: plain, in leet, with a letter masked, drawn out, or spaced.

“m4yor”, “Tr*mp”, “T r u m p”, “Truuump” are read as what they stand for; “trumpet” stays another word. One pass over
the text whatever the number of words that are looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.folding import Folded, folded_text

CHUNK = re.compile(r"\S+")
ALPHABETIC = re.compile(r"[^\W\d_]+")
EDGES = "\"'“”‘’«»()[]{}<>.,;:!?¿¡…`~_-–—/\\"
LEET = str.maketrans("0134578@$!|+", "oieastbasiit")
LEET_L = str.maketrans("0134578@$!|+", "oleastbaslit")
SEPARATORS = re.compile(r"[.\-_'’*~|·•,^]")
MASKED = re.compile(r"[^\W\d_][^\W_]*[*#%?_·•✘][^\W_*#%?_·•✘]*(?:[*#%?_·•✘][^\W_*#%?_·•✘]*)*")
MASK = re.compile(r"[*#%?_·•✘]")
DRAWN_OUT = re.compile(r"(.)\1{2,}")
SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[\s.\-_*·•,|/~]{1,3}[^\W_]){2,}(?![^\W_])")
LONGEST = 40
"""Longer chunks are only read as the plain words they hold: nobody hides one name in so many letters."""


class Seen(NamedTuple):
    """One word of the text."""

    place: int
    """Which chunk of the text it stands in, counted from 0."""
    span: Span
    is_disguised: bool


@dataclass
class WordsSeen:
    """All words of a text by what they stand for."""

    folded: Folded
    words: defaultdict[str, list[tuple[int, int, int, bool]]] = field(default_factory=lambda: defaultdict(list))
    """Chunk, start and end in the folded text, and whether it is in disguise."""
    masked: defaultdict[tuple[str, int], list[tuple[str, Seen]]] = field(default_factory=lambda: defaultdict(list))
    """Words with “?” for each masked letter, by first letter and length."""
    spaced: list[tuple[str, list[int], int]] = field(default_factory=list)
    """Runs of single letters: the letters, where each stands in the folded text, and the chunk they begin in."""

    def of(self, form: str) -> Iterator[Seen]:
        """Where this word stands, plain or in a disguise that keeps its letters in one chunk."""
        for place, start, end, is_disguised in self.words.get(form, ()):
            yield Seen(place, self.folded.span(start, end), is_disguised)


def words_seen(judgement: Judgement) -> WordsSeen:
    """The words of the comment."""
    folded = judgement.signal(folded_text)
    seen = WordsSeen(folded)
    starts: list[int] = []
    words = seen.words
    for place, chunk in enumerate(CHUNK.finditer(folded.text)):
        begin, letters = chunk.start(), chunk[0]
        starts.append(begin)
        for word, start, end, disguised in _readings(letters) if len(letters) <= LONGEST else _read(letters):
            words[word].append((place, begin + start, begin + end, disguised))
        if not letters.isalpha():
            _note_masked(seen, folded, chunk, place)
    _note_spaced(seen, folded, starts)
    return seen


@lru_cache(maxsize=1 << 14)
def _readings(chunk: str) -> tuple[tuple[str, int, int, bool], ...]:
    """The words one chunk may stand for, each with its place in it and whether it is in disguise."""
    return tuple(_read(chunk))


def _read(chunk: str) -> Iterator[tuple[str, int, int, bool]]:
    plain = set()
    for word in ALPHABETIC.finditer(chunk):
        plain.add(word[0])
        yield word[0], word.start(), word.end(), False
        drawn = DRAWN_OUT.search(word[0][:LONGEST])
        if drawn is not None:
            for times in (r"\1", r"\1\1"):
                yield DRAWN_OUT.sub(times, word[0][:LONGEST]), word.start(), word.end(), True
    if len(chunk) > LONGEST or chunk.isalpha():
        return
    core = chunk.strip(EDGES)
    offset = chunk.find(core) if core else 0
    for meant in sorted(_unleeted(core) - plain):
        yield meant, offset, offset + len(core), True


def _unleeted(core: str) -> set[str]:
    """What a chunk with figures, signs or separators among its letters may stand for."""
    core = core.removesuffix("'s").removesuffix("’s")
    letters = sum(character.isalpha() for character in core)
    if letters < 2 or core.isalpha():
        return set()
    separators = SEPARATORS.findall(core)
    ordinary = len(separators) == 1 and separators[0] in "-.'’,"
    joined = core if ordinary else SEPARATORS.sub("", core)
    return {word for table in (LEET, LEET_L) if (word := joined.rstrip("!?").translate(table)).isalpha()}


def _note_masked(seen: WordsSeen, folded: Folded, chunk: "re.Match[str]", place: int) -> None:
    if MASK.search(chunk[0]) is None or len(chunk[0]) > LONGEST:
        return
    for found in MASKED.finditer(chunk[0]):
        word = MASK.sub("?", found[0].rstrip("*_?#")).translate(LEET)
        if word.count("?") * 2 <= len(word) and "?" in word:
            where = folded.span(chunk.start() + found.start(), chunk.start() + found.start() + len(word))
            seen.masked[word[0], len(word)].append((word, Seen(place, where, is_disguised=True)))


def _note_spaced(seen: WordsSeen, folded: Folded, starts: list[int]) -> None:
    at = 0
    for run in SPACED.finditer(folded.text):
        while at + 1 < len(starts) and starts[at + 1] <= run.start():
            at += 1
        letters = [run.start() + offset for offset, character in enumerate(run[0]) if character.isalnum()]
        text = "".join(folded.text[where] for where in letters).translate(LEET)
        seen.spaced.append((text, letters, at))
