"""Words for whole categories of people, and hurtful words close to them."""

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.aims import Whom, aims
from houserules.signals.category_words import CATEGORIES
from houserules.signals.toxicity import word_logits
from houserules.signals.written_words import Written, written_words

REACH, LEAST_LOGIT = 3, 0.0
SAID_OF = 5
"""Words between a category and a word of the lexicon that is said of it."""


def category_insults(judgement: Judgement) -> tuple[Span, ...]:
    """Spans from a category to a clearly hurtful word close to it, or one that is said of it."""
    written = judgement.signal(written_words)
    places = [at for at, word in enumerate(written.words) if word in CATEGORIES]
    if not places:
        return ()
    logits = judgement.signal(word_logits)
    aimed = judgement.signal(aims)
    at_others = {aim.word for aim in aimed if aim.whom in {Whom.MEMBER, Whom.FIGURE}}
    said = [aim for aim in aimed if aim.whom is Whom.CATEGORY and abs(aim.word - aim.target) <= SAID_OF]
    found = [_between(written, aim.word, aim.target) for aim in said]
    for at in places:
        near = [other for other in range(max(0, at - REACH), min(len(logits), at + REACH + 1)) if other != at]
        hurting = [other for other in near if logits[other] >= LEAST_LOGIT and other not in at_others]
        if hurting:
            found.append(_between(written, at, *hurting))
    return tuple(dict.fromkeys(found))


def _between(written: Written, *places: int) -> Span:
    return Span(written.span(min(places)).start, written.span(max(places)).end)
