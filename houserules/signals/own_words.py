"""What somebody wrote themselves: the text without quoted lines, folded to bare words."""

import re
from dataclasses import dataclass
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.signals.folding import Folded, fold, folded_text

QUOTED = re.compile(r"^[ \t]{0,3}>.*$", re.MULTILINE)
WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True)
class OwnWords:
    """Folded words, and the span of the source from the first to the last of them."""

    words: tuple[str, ...]
    start: int
    end: int

    @property
    def text(self) -> str:
        return " ".join(self.words)


def own_words(judgement: Judgement) -> OwnWords:
    """The comment's own words."""
    text = judgement.facts.text
    return own_words_of(text) if ">" in text else _words(text, judgement.signal(folded_text))


@lru_cache(maxsize=32)
def own_words_of(source: str) -> OwnWords:
    """The words of `source` that are not in quoted lines (`>`). Signals ask for the same earlier comments one after the other."""
    blank = QUOTED.sub(lambda line: " " * len(line[0]), source)
    return _words(source, fold(blank))


def _words(source: str, folded: Folded) -> OwnWords:
    text = folded.text
    first = WORD.search(text)
    if first is None:
        return OwnWords((), 0, 0)
    last = len(text)
    while not text[last - 1].isalnum():
        last -= 1
    whole = folded.span(first.start(), last)
    return OwnWords(tuple(WORD.findall(text)), _line_start(source, whole.start), _line_end(source, whole.end))


def _line_start(source: str, at: int) -> int:
    """Back over marks such as an opening quotation mark, never over white space."""
    while at > 0 and not source[at - 1].isspace():
        at -= 1
    return at


def _line_end(source: str, at: int) -> int:
    while at < len(source) and not source[at].isspace():
        at += 1
    return at


def quoted_lines(source: str) -> tuple[str, ...]:
    """The quoted lines of `source`, without their marks."""
    return tuple(line[0].lstrip(" \t>") for line in QUOTED.finditer(source))
