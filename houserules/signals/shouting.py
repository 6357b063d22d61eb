"""Capitals where ordinary letters would do."""

import re
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
FEWEST_LETTERS = 12
"""Shorter runs may be names: “the NATO and EU summit”."""
LONGEST_NAME = 5
MOST_LETTERS = 20_000
LOUD = re.compile("[A-Z][A-Z']{5}")
"""Without this no word of an ASCII text is in capitals and longer than a name."""


@dataclass(frozen=True)
class Shouting:
    """The longest run of words in capitals."""

    words: int
    span: Span | None


def shouting(judgement: Judgement) -> Shouting:
    """Short words in capitals alone are names; a run needs twelve letters and a word longer than a name."""
    best, run = Shouting(0, None), list[tuple[str, int, int]]()
    text = judgement.facts.text[:MOST_LETTERS]
    if text.isascii() and LOUD.search(text) is None:
        return best
    for match in [*WORD.finditer(text), None]:
        word = match[0] if match is not None else ""
        if match is not None and word.isupper():
            run.append((word, match.start(), match.end()))
            continue
        if match is None or len(word) > 1:
            letters = sum(len(each) for each, _, _ in run)
            is_loud = letters >= FEWEST_LETTERS and any(len(each) > LONGEST_NAME for each, _, _ in run)
            if is_loud and len(run) > best.words:
                best = Shouting(len(run), Span(run[0][1], run[-1][2]))
            run = []
    return best
