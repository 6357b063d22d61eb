"""The words in the pictures of a comment, where the caller knows them."""

from dataclasses import replace

from houserules.judgement import Judgement

MOST_LETTERS = 5_000


def picture_words(judgement: Judgement) -> tuple[Judgement, ...]:
    """A judgement of each text that stands in a picture, so that every signal can be asked of it."""
    facts = judgement.facts
    return tuple(
        Judgement(replace(facts, text=each.text[:MOST_LETTERS], pictures=())) for each in facts.pictures if each.text
    )
