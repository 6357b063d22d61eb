"""Every word of a text as it could be meant: plain, in leet, with a letter masked, drawn out, or spaced.

“m4yor”, “Tr*mp”, “T r u m p”, “Truuump” are read as what they stand for; “trumpet” stays another word. One pass over
the text whatever the number of words that are looked for.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import pairwise
from typing import NamedTuple

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.disguises import (
    LEET,
    LONGEST,
    SKELETON,
    Oddity,
    is_piece,
    mask_shape,
    oddities,
    pattern_of,
    skeleton,
)
from houserules.signals.disguises import stands_for as is_meant
from houserules.signals.folding import Folded, folded_text

CHUNK = re.compile(r"\S+")
WORD = re.compile(r"[^\W\d_]+|[^\W_]*\d[^\W_]*")
SPACED = re.compile(r"(?<![^\W_])[^\W_](?:[\W_]{1,3}[^\W_]){2,}(?![^\W_])")
SMALL = "a|i|o|u|r|is|it|in|on|at|to|of|or|and|the|an|by|as|so|no|not|my|we|he|for|was|but|has|are|you|she|his|her|our|all|did|who"
WINDOW = 12
"""So many letters of a run are looked at on each side of a word that it spells."""
TALL_I = re.compile(r"(?<=[a-z])I(?=[a-z])")
SHORTENED = re.compile(r"n$")
"""“don t”: the t is the rest of that word."""
LONGEST_PIECE, FEWEST_SPACED = 4, 3


class Seen(NamedTuple):
    """One word of the text."""

    place: int
    """Which chunk of the text it stands in, counted from 0."""
    span: Span
    is_disguised: bool


class Forms:
    """Forms of a word with the shapes that their disguises have."""

    def __init__(self, forms: frozenset[str]) -> None:
        """Worked out once for each word looked for."""
        self.plain = forms
        self.shapes: dict[str, list[str]] = {}
        for form in sorted(forms):
            for shape in (skeleton(form), mask_shape(form)):
                self.shapes.setdefault(shape, []).append(form)


class Spaced(NamedTuple):
    """A run of single letters, as wide apart as each other."""

    letters: str
    """With figures read as letters."""
    places: list[int]
    """Where each stands in the folded text."""
    written: str
    """As written, folded."""
    shape: str
    """With all that stand for one another made one."""


class WordsSeen:
    """All words of a text by what they stand for."""

    def __init__(self, folded: Folded) -> None:
        """Nothing is read yet."""
        self.folded = folded
        self.words = frozenset(WORD.findall(folded.text))
        """Plain words."""
        self.odd: defaultdict[str, list[tuple[int, Oddity]]] = defaultdict(list)
        """Readings by their skeleton, each with its chunk; masked ones by first letter and length."""
        self.spaced: list[Spaced] = []
        self.others: defaultdict[str, list[Span]] = defaultdict(list)
        """Words cut in two by a space, and words with a tall I for an l, as spans of the folded text."""

    @cached_property
    def starts(self) -> list[int]:
        """Where each chunk starts in the folded text."""
        return [chunk.start() for chunk in CHUNK.finditer(self.folded.text)]

    def of(self, forms: "Forms") -> Iterator[Seen]:
        """Where one of these words stands, plain or in a disguise that keeps its letters in one chunk or two."""
        if not forms.plain.isdisjoint(self.words):
            for form in sorted(forms.plain & self.words):
                for found in _whole(form).finditer(self.folded.text):
                    yield self._seen(found.start(), found.end(), is_disguised=False)
        if not forms.shapes.keys().isdisjoint(self.odd):
            for shape in sorted(forms.shapes.keys() & self.odd.keys()):
                for at, oddity in self.odd[shape]:
                    if any(is_meant(oddity, form) for form in forms.shapes[shape]):
                        yield self._in_chunk(at, oddity)
        if not forms.plain.isdisjoint(self.others):
            for form in sorted(forms.plain & self.others.keys()):
                for start, end in self.others[form]:
                    yield self._seen(start, end, is_disguised=True)

    def spelled(self, word: str) -> Iterator[Seen]:
        """Where single letters spell this word, alone or between small words."""
        shape = word.translate(SKELETON)
        for run in self.spaced:
            at = run.shape.find(shape)
            while at >= 0:
                end = at + len(word)
                if pattern_of(word).match(run.written[at:end]) is not None and _stands_alone(
                    run.letters, at, end, word
                ):
                    yield self._seen(run.places[at], run.places[end - 1] + 1, is_disguised=True)
                at = run.shape.find(shape, end)

    def _in_chunk(self, at: int, oddity: Oddity) -> Seen:
        start = self.starts[at]
        return Seen(at, self.folded.span(start + oddity.start, start + oddity.end), is_disguised=True)

    def _seen(self, start: int, end: int, *, is_disguised: bool) -> Seen:
        return Seen(bisect_right(self.starts, start) - 1, self.folded.span(start, end), is_disguised)


@lru_cache(maxsize=1 << 12)
def _whole(form: str) -> "re.Pattern[str]":
    """As a word of its own; “trump2024” holds one, “trump3t” does not."""
    edge = r"[^\W_]" if any(map(str.isdigit, form)) else r"[^\W\d_]"
    return re.compile(rf"(?<!{edge}){re.escape(form)}(?!{edge}|\d[^\W\d_]{{1,2}}(?![^\W_]))")


def words_seen(judgement: Judgement) -> WordsSeen:
    """The words of the comment."""
    seen = WordsSeen(judgement.signal(folded_text))
    chunks = seen.folded.text.split()
    unlike_words = set(filter(_is_unlike_a_word, set(chunks)))
    for at, chunk in enumerate(chunks) if unlike_words else ():
        if chunk in unlike_words:
            for oddity in oddities(chunk):
                seen.odd[oddity.skeleton].append((at, oddity))
            if _may_be_a_piece(chunk):
                _note_piece(seen, chunks, at)
    _note_spaced(seen)
    _note_tall(seen, judgement.facts.text)
    return seen


@lru_cache(maxsize=1 << 14)
def _is_unlike_a_word(chunk: str) -> bool:
    """Few are, so that most texts are not gone through chunk by chunk."""
    return bool(oddities(chunk)) or _may_be_a_piece(chunk)


def _may_be_a_piece(chunk: str) -> bool:
    return len(chunk) <= LONGEST_PIECE and chunk.isalpha() and is_piece(chunk)


def _note_piece(seen: WordsSeen, chunks: list[str], at: int) -> None:
    """“tr ump”: a piece joined to the word before it and to the one after."""
    before = chunks[at - 1] if at else ""
    if 1 < len(before) < LONGEST and before.isalpha():
        seen.others[before + chunks[at]].append(Span(seen.starts[at - 1], seen.starts[at] + len(chunks[at])))
    after = chunks[at + 1].rstrip(".,;:!?") if at + 1 < len(chunks) else ""
    if 1 < len(after) < LONGEST and after.isalpha() and SHORTENED.search(before) is None:
        seen.others[chunks[at] + after].append(Span(seen.starts[at], seen.starts[at + 1] + len(after)))


def _stands_alone(letters: str, at: int, end: int, word: str) -> bool:
    """Whether what a run spells before and after a word are small words, the same word, or nothing: not “t r u m p e t”."""
    before, after = letters[max(0, at - WINDOW) : at], letters[end : end + WINDOW]
    small, ending = _small_beside(word)
    is_first = not before or (ending.search(before) if at > WINDOW else small.fullmatch(before)) is not None
    goes_on = len(letters) - end > WINDOW
    return is_first and (not after or (small.match(after) if goes_on else small.fullmatch(after)) is not None)


@lru_cache(maxsize=1 << 10)
def _small_beside(word: str) -> "tuple[re.Pattern[str], re.Pattern[str]]":
    some = rf"(?:{SMALL}|{re.escape(word)})+"
    return re.compile(some), re.compile(rf"{some}$")


def _note_spaced(seen: WordsSeen) -> None:
    for run in SPACED.finditer(seen.folded.text):
        places = [run.start() + offset for offset, character in enumerate(run[0]) if character.isalnum()]
        gap = min(later - sooner for sooner, later in pairwise(places))
        start = 0
        for at in range(1, len(places) + 1):
            if at == len(places) or places[at] - places[at - 1] > gap:
                _note_run(seen, places[start:at])
                start = at


def _note_run(seen: WordsSeen, places: list[int]) -> None:
    if len(places) < FEWEST_SPACED:
        return
    written = "".join([seen.folded.text[where] for where in places])
    seen.spaced.append(Spaced(written.translate(LEET), places, written, written.translate(SKELETON)))


def _note_tall(seen: WordsSeen, source: str) -> None:
    """“HitIer”: a capital I among small letters looks like an l."""
    if TALL_I.search(source) is None or not seen.folded.is_plain:
        return
    for tall in TALL_I.finditer(source):
        start, end = tall.span()
        while start > 0 and source[start - 1].isalpha() and end - start < LONGEST:
            start -= 1
        while end < len(source) and source[end].isalpha() and end - start < LONGEST:
            end += 1
        word = seen.folded.text[start : tall.start()] + "l" + seen.folded.text[tall.end() : end]
        seen.others[word].append(Span(start, end))
