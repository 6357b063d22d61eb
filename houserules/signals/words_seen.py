"""Every word of a text as it could be meant: plain, in leet, with a letter masked, drawn out, or spaced.

“m4yor”, “Tr*mp”, “T r u m p”, “Truuump” are read as what they stand for; “trumpet” stays another word. One pass over
the text whatever the number of words that are looked for.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

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


@dataclass(frozen=True)
class Seen:
    """One word of the text."""

    place: int
    """Which chunk of the text it stands in, counted from 0."""
    span: Span
    is_disguised: bool


@dataclass
class WordsSeen:
    """All words of a text by what they stand for."""

    words: defaultdict[str, list[Seen]] = field(default_factory=lambda: defaultdict(list))
    masked: defaultdict[tuple[str, int], list[tuple[str, Seen]]] = field(default_factory=lambda: defaultdict(list))
    """Words with “?” for each masked letter, by first letter and length."""
    spaced: list[tuple[str, list[int], int]] = field(default_factory=list)
    """Runs of single letters: the letters, where each stands in the folded text, and the chunk they begin in."""


def words_seen(judgement: Judgement) -> WordsSeen:
    """The words of the comment."""
    folded = judgement.signal(folded_text)
    seen = WordsSeen()
    starts: list[int] = []
    for place, chunk in enumerate(CHUNK.finditer(folded.text)):
        starts.append(chunk.start())
        for word, start, end, disguised in _readings(chunk[0], chunk.start()):
            seen.words[word].append(Seen(place, folded.span(start, end), disguised))
        _note_masked(seen, folded, chunk, place)
    _note_spaced(seen, folded, starts)
    return seen


def _readings(chunk: str, start: int) -> Iterator[tuple[str, int, int, bool]]:
    """The words one chunk may stand for, each with its place in the folded text and whether it is in disguise."""
    plain = set()
    for word in ALPHABETIC.finditer(chunk):
        plain.add(word[0])
        yield word[0], start + word.start(), start + word.end(), False
        drawn = DRAWN_OUT.search(word[0][:LONGEST])
        if drawn is not None:
            for times in (r"\1", r"\1\1"):
                yield DRAWN_OUT.sub(times, word[0][:LONGEST]), start + word.start(), start + word.end(), True
    if len(chunk) > LONGEST or chunk.isalpha():
        return
    core = chunk.strip(EDGES)
    offset = start + chunk.find(core) if core else start
    for meant in sorted(_unleeted(core) - plain):
        yield meant, offset, offset + len(core), True


def _unleeted(core: str) -> set[str]:
    """What a chunk with figures, signs or separators among its letters may stand for."""
    core = core.removesuffix("'s").removesuffix("’s")
    letters = sum(character.isalpha() for character in core)
    if letters < 2 or core.isalpha():  # noqa: PLR2004 - “4th” and “3d” are no words in disguise
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
