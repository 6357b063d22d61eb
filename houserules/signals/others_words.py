"""What a comment only quotes: lines marked with “>” whose words stand in what somebody else said.

A quoted line that nobody here said is the author's own, or any banned word could be written behind a “>”.
"""

from functools import lru_cache

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.folding import fold
from houserules.signals.own_words import QUOTED, WORD

MOST_LETTERS, MOST_LINES = 20_000, 300


def others_words(judgement: Judgement) -> tuple[Span, ...]:
    """The quoted lines that stand in the parent, in a citation of somebody else, or in the article."""
    facts = judgement.facts
    if ">" not in facts.text:
        return ()
    quoted = [(Span(*line.span()), _bare(line[0])) for line in QUOTED.finditer(facts.text[:MOST_LETTERS])]
    said = [
        each.text for each in (facts.parent, *facts.cited) if each is not None and not facts.author.is_same(each.author)
    ]
    sources = [f" {_bare(each)} " for each in (*said, facts.article_title, facts.article_text) if each]
    lines = list(dict.fromkeys(words for _, words in quoted if words))[:MOST_LINES]
    known = {words for words in lines if any(f" {words} " in source for source in sources)}
    return tuple(span for span, words in quoted if words in known)


@lru_cache(maxsize=64)
def _bare(text: str) -> str:
    return " ".join(WORD.findall(fold(text[:MOST_LETTERS]).text))
