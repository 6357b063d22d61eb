"""Whether somebody answers their own comment before anybody else did."""

from houserules.judgement import Judgement


def own_reply(judgement: Judgement) -> bool:
    """The parent is the author's own, and nobody answered it in between."""
    return judgement.facts.answers_oneself and not judgement.facts.answered_between
