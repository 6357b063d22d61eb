"""Whether somebody votes for an item of their own."""

from houserules.judgement import Judgement


def own_vote(judgement: Judgement) -> bool:
    """Voter and author of the item are one."""
    return judgement.facts.author.is_same(judgement.facts.voted_author)
