"""How much of a text is capitals."""

from houserules.judgement import Judgement

MOST_LETTERS = 20_000


def capitals(judgement: Judgement) -> float:
    """Share of the cased letters that are capitals, 0 to 1; 0 for a text without such letters."""
    text = judgement.facts.text[:MOST_LETTERS]
    if text.islower():
        return 0.0
    upper, lower = sum(map(str.isupper, text)), sum(map(str.islower, text))
    return upper / (upper + lower) if upper else 0.0
