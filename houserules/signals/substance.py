"""Whether a comment says anything of its own."""

from houserules.judgement import Judgement
from houserules.signals.own_words import own_words

EMPTY = frozenset(
    "lol lmao rofl haha hahaha hehe lul kek this same first second ditto bump meh yawn wow ok okay k yes no yep nope nah "
    "true false agreed disagree facts cap based cringe cope seethe ratio nice cool great lame boring whatever omg wtf smh ftfy "
    "f x xd the so much very what a indeed exactly yeah yup sure idk tldr tl dr oh well i too me".split()
)


def substance(judgement: Judgement) -> int:
    """Own words that say something; a link counts as one, a question as said."""
    facts = judgement.facts
    if "://" in facts.text or facts.images:
        return 1
    words = judgement.signal(own_words).words
    return sum(word not in EMPTY and not word.isdigit() for word in words)
