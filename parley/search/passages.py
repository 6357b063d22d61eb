"""The part of a text that shows best why it was found."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from parley.search.tokens import Word, words_of

AROUND = 90
"""Characters shown before the first word that was found."""
LENGTH = 300
Span = tuple[int, int]
Sought = Sequence[tuple[str, ...]]


def places_of(text: str, sought: Sought) -> list[Span]:
    """Where any of these words or phrases stand, in order, none twice."""
    words = list(words_of(text))
    found = sorted({span for phrase in sought for span in _places(words, phrase)})
    return [span for place, span in enumerate(found) if not place or span[0] >= found[place - 1][1]]


def _places(words: Sequence[Word], phrase: tuple[str, ...]) -> Iterator[Span]:
    *first, last = phrase
    for place in range(len(words) - len(first)):
        if all(words[place + step].token == token for step, token in enumerate(first)):
            end = words[place + len(first)]
            if end.token == last or (last.endswith("*") and end.token.startswith(last[:-1])):
                yield words[place].start, end.end


def passage_of(texts: Sequence[str], sought: Sought) -> tuple[str, tuple[Span, ...]]:
    """A run in one line of the text in which most of what was sought stands, the first of equals; and where it stands in that run."""
    text, found = max(((text, places_of(text, sought)) for text in texts), key=lambda each: len(each[1]))
    start = _start(text, _best(found))
    end = min(len(text), start + LENGTH)
    if end < len(text) and (space := text.rfind(" ", end - 20, end)) >= 0:
        end = space
    run = ("… " if start else "") + " ".join(text[start:end].split()) + (" …" if end < len(text) else "")
    return run, tuple(places_of(run, sought))


def _best(found: Sequence[Span]) -> int:
    """Where the window begins in which most of them stand."""
    starts = [start for start, _ in found]
    counted = [(bisect_left(starts, start + LENGTH - AROUND) - place, -start) for place, start in enumerate(starts)]
    return -max(counted)[1] if counted else 0


def _start(text: str, first: int) -> int:
    start = max(0, first - AROUND)
    if start and (space := text.find(" ", start, min(start + 20, first))) >= 0:
        start = space + 1
    return start
