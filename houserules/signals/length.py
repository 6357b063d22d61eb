"""How long a comment is, in whatever a rule counts."""

import re

from houserules.judgement import Judgement

PARAGRAPH = re.compile(r"\n[ \t]*\n")
SENTENCE = re.compile(r"[.!?…]+(?=\s|$)")


def length(judgement: Judgement, unit: str) -> int:
    """Number of words, characters, lines, sentences, or paragraphs."""
    text = judgement.facts.text.strip()
    if unit.startswith("char"):
        return len(text)
    if unit.startswith("line"):
        return len(text.splitlines())
    if unit.startswith("paragraph"):
        return sum(bool(part.strip()) for part in PARAGRAPH.split(text))
    if unit.startswith("sentence"):
        return sum(bool(part.strip()) for part in SENTENCE.split(text))
    return len(text.split())
