"""Whether a reply quotes the comment it answers, as a citation or in quoted lines of its own."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice

from houserules.judgement import Judgement
from houserules.signals.folding import fold
from houserules.signals.own_words import quoted_lines

WORD = re.compile(r"[^\W_]+")
FEWEST = 2
"""A quoted line must hold so many words, or the whole parent."""
MOST_QUOTED, MOST_LETTERS = 100, 20_000
"""Only so many different quotations are looked for, in so many letters of the parent."""


def parent_cited(judgement: Judgement) -> bool:
    """True also when there is no parent, or when the parent has no words to quote."""
    parent = judgement.facts.parent
    whole = bare(parent.text[:MOST_LETTERS]) if parent is not None else ""
    if parent is None or not whole.strip():
        return True
    cited = _first(said.text[:MOST_LETTERS] for said in judgement.facts.cited if said.author.is_same(parent.author))
    if any(_is_part(bare(text), whole) for text in cited):
        return True
    return any(_is_part(bare(line), whole, FEWEST) for line in _first(quoted_lines(judgement.facts.text)))


def _first(texts: Iterable[str]) -> Iterator[str]:
    """The first different ones."""
    return islice(dict.fromkeys(texts), MOST_QUOTED)


def _is_part(part: str, whole: str, fewest: int = 1) -> bool:
    return part == whole or (len(part.split()) >= fewest and part in whole)


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """Folded words between single spaces."""
    return f" {' '.join(WORD.findall(fold(text).text))} "
