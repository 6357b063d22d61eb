"""Words for whole categories of people, and hurtful words close to them."""

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.aims import Whom, aims
from houserules.signals.category_words import CATEGORIES
from houserules.signals.toxicity import word_logits
from houserules.signals.written_words import Written, written_words
from houserules.sureness import ANYTHING, Levels, Sureness

REACH = 3
CLOSE_BY = Levels(careful=1.0, usual=0.0, keen=-1.5)
"""How toxic a word close to a category must look."""
SAID = Levels(careful=1.0, usual=ANYTHING, keen=ANYTHING)
"""The same for a word of the lexicon that is said of it. Of the comments of the training part that are found with both, 12, 10, and
12 in 100 were called an attack on an identity by two raters: more careful than so there is nothing to gain."""
SAID_OF = 5
"""Words between a category and a word of the lexicon that is said of it."""


def category_insults(judgement: Judgement, level: Sureness = Sureness.USUAL) -> tuple[Span, ...]:
    """Spans from a category to a clearly hurtful word close to it, or one that is said of it."""
    written = judgement.signal(written_words)
    places = [at for at, word in enumerate(written.words) if word in CATEGORIES]
    if not places:
        return ()
    logits = judgement.signal(word_logits)
    aimed = judgement.signal(aims)
    at_others = {aim.word for aim in aimed if aim.whom in {Whom.MEMBER, Whom.FIGURE}}
    said = [aim for aim in aimed if aim.whom is Whom.CATEGORY and abs(aim.word - aim.target) <= SAID_OF]
    close_by, said_of = CLOSE_BY.at(level), SAID.at(level)
    found = [_between(written, aim.word, aim.target) for aim in said if logits[aim.word] >= said_of]
    for at in places:
        near = [other for other in range(max(0, at - REACH), min(len(logits), at + REACH + 1)) if other != at]
        hurting = [other for other in near if logits[other] >= close_by and other not in at_others]
        if hurting:
            found.append(_between(written, at, *hurting))
    return tuple(dict.fromkeys(found))


def _between(written: Written, *places: int) -> Span:
    return Span(written.span(min(places)).start, written.span(max(places)).end)
