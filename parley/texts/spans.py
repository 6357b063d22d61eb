"""Where words stand in a source, and where the same words stand in another revision of it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from houserules.signals.folding import fold

_WORD = re.compile(r"\S+")
_LETTERS = re.compile(r"\w+")
MOST_STEPS = 20_000
"""Of one search for a selection; a selection in a real text needs a tenth of this."""
MOST_PAIRS = 500_000
"""Of equal words in two texts that are compared in full: a tenth of a second. Ordinary texts have a third of this at most."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One run of characters that are not white space: the unit in which words are marked and cut."""

    start: int
    end: int
    words: str
    ends_line: bool


def words_of(source: str) -> Iterator[Word]:
    for found in _WORD.finditer(source):
        yield Word(found.start(), found.end(), found[0], source[found.end() : found.end() + 1] == "\n")


def carried(spans: Iterable[Span], source: str, other: str, *, hidden: Iterable[Span] = ()) -> list[Span]:
    """The spans of `other` that show what `spans` show in `source`: where a comparison word by word puts them
    (a word that was replaced counts as its replacement), wherever the same words stand anew, and each of the words by itself
    that is now nowhere to be seen in `source`, of which `hidden` are not shown already.
    """
    spans = list(spans)
    mapped = _by_comparison(spans, source, other)
    return sorted({*mapped, *_by_words(spans, source, other), *_by_reading(spans, [*spans, *hidden], source, other)})


def _by_comparison(spans: list[Span], source: str, other: str) -> list[Span]:
    ours, theirs = list(words_of(source)), list(words_of(other))
    starts, ends = [each.start for each in ours], [each.end for each in ours]
    hits = [(bisect_right(ends, start), bisect_left(starts, end), start, end) for start, end in spans]
    found = []
    for tag, i1, i2, j1, j2 in _steps([w.words for w in ours], [w.words for w in theirs]):
        if tag == "insert" or j1 == j2:
            continue
        for first, last, start, end in hits:
            if first >= i2 or last <= i1:
                continue
            if tag == "equal":
                both = range(max(first, i1), min(last, i2))
                found += [_within(ours[i], theirs[j1 + i - i1], start, end) for i in both]
            else:
                found.append((theirs[j1].start, theirs[j2 - 1].end))
    return found


def _steps(ours: list[str], theirs: list[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """How one becomes the other, as `SequenceMatcher` says it. Of texts that repeat the same words without end, which it would
    compare for minutes, everything between their common beginning and end counts as replaced.
    """
    counts = Counter(theirs)
    if sum(often * counts[word] for word, often in Counter(ours).items()) <= MOST_PAIRS:
        return SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    head = _alike(ours, theirs)
    tail = min(_alike(ours[::-1], theirs[::-1]), min(len(ours), len(theirs)) - head)
    i, j = len(ours) - tail, len(theirs) - tail
    return [("equal", 0, head, 0, head), ("replace", head, i, head, j), ("equal", i, len(ours), j, len(theirs))]


def _alike(ours: list[str], theirs: list[str]) -> int:
    """How many words both begin with."""
    return next((place for place, (a, b) in enumerate(zip(ours, theirs, strict=False)) if a != b), min(len(ours), len(theirs)))


def _within(mine: Word, its: Word, start: int, end: int) -> Span:
    """The same part of the same word."""
    return its.start + max(0, start - mine.start), its.start + min(mine.end, end) - mine.start


def _by_words(spans: list[Span], source: str, other: str) -> list[Span]:
    found = []
    for start, end in spans:
        words = source[start:end].strip()
        if len(words) > 2:
            found += [hit.span() for hit in re.finditer(re.escape(words), other, re.IGNORECASE)]
    return found


def _by_reading(spans: list[Span], hidden: list[Span], source: str, other: str) -> list[Span]:
    """Words of more than three letters that stood in `spans` and stand nowhere outside `hidden`."""
    gone, unseen = _places_of(spans), _places_of(hidden)
    words = list(_as_read(source))
    lost = {word for (start, end), word in words if len(word) > 3 and gone.issuperset(range(start, end))}
    lost -= {word for (start, end), word in words if unseen.isdisjoint(range(start, end))}
    return [place for place, word in _as_read(other) if word in lost]


def _places_of(spans: list[Span]) -> set[int]:
    return {place for start, end in spans for place in range(start, end)}


def _as_read(source: str) -> Iterator[tuple[Span, str]]:
    """Words with their places, as the eye reads them: in one case and alphabet, without signs of Markdown inside them."""
    folded = fold(source)
    kept = [at for at, letter in enumerate(folded.text) if letter not in "*_~`\\"]
    for found in _LETTERS.finditer("".join(folded.text[at] for at in kept)):
        yield (folded.places[kept[found.start()]], folded.places[kept[found.end() - 1]] + 1), found[0]


def quoted(source: str, selection: str) -> Span | None:
    """The span of `source` that a reader selected in its rendered form (Markdown's own signs are not in a selection),
    or None where those words do not stand in it one after another. A word of which only a part was selected, at either
    end, is taken whole. Gives up after `MOST_STEPS` comparisons, which only texts made to be slow need.
    """
    wanted, stands = [found[0] for found in _LETTERS.finditer(selection)], list(_LETTERS.finditer(source))
    if not wanted:
        return None
    for ends in (str.__eq__, str.endswith if len(wanted) > 1 else str.__contains__):
        left = MOST_STEPS
        for at, word in enumerate(stands):
            if not ends(word[0], wanted[0]):
                continue
            last, steps = _run(stands, at, wanted, starts=str.__eq__ if ends is str.__eq__ else str.startswith)
            if last is not None:
                return word.start(), _to_end_of_mark(source, stands[last].end(), selection)
            if (left := left - steps) <= 0:
                break
    return None


def _run(
    stands: list[re.Match[str]], at: int, wanted: list[str], *, starts: Callable[[str, str], bool], skip: int = 12
) -> tuple[int | None, int]:
    """Index of the last wanted word when all follow each other from `at`, passing over at most `skip` words between two
    (the address of a link stands in the source and not in the selection), and how many comparisons that took.
    """
    steps = 0
    for place, each in enumerate(wanted[1:], 2):
        fits = starts if place == len(wanted) else str.__eq__
        window = stands[at + 1 : at + 2 + skip]
        step = next((n for n, word in enumerate(window, 1) if fits(word[0], each)), None)
        steps += step or len(window) + 1
        if step is None:
            return None, steps
        at += step
    return at, steps


def _to_end_of_mark(source: str, end: int, selection: str) -> int:
    """Take along the full stop or bracket that the reader selected behind the last word."""
    tail = re.search(r"\W*\Z", selection.rstrip())
    closing = tail[0] if tail else ""
    return end + len(closing) if closing and source.startswith(closing, end) else end


def opening(source: str, most: int = 280) -> Span:
    """What a reply cites of its parent when nothing was selected: its first paragraph that is not itself a quotation,
    at most `most` characters, ending at a word.
    """
    at = 0
    for block in re.split(r"(\n\s*\n)", source):
        if block.strip() and not block.lstrip().startswith(">"):
            start = at + len(block) - len(block.lstrip())
            end = at + len(block.rstrip())
            if end - start > most:
                end = source.rfind(" ", start, start + most) if " " in source[start : start + most] else start + most
            return start, max(end, start + 1)
        at += len(block)
    return 0, min(len(source), most)
