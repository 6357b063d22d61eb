"""Words for whole categories of people, and hurtful words close to them."""

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.toxicity import word_logits
from houserules.signals.written_words import written_words

CATEGORIES = frozenset(
    "muslims jews christians catholics hindus sikhs atheists evangelicals mormons protestants buddhists blacks whites asians "
    "latinos hispanics mexicans africans arabs chinese indians russians americans germans poles romanians turks israelis "
    "palestinians ukrainians natives immigrants migrants refugees foreigners women men gays lesbians homosexuals trans "
    "transsexuals liberals conservatives democrats republicans leftists socialists communists libertarians lefties "
    "righties boomers millennials feminists vegans cops disabled autistic pensioners students teachers males females".split()
)
REACH, LEAST_LOGIT = 3, 0.0


def category_insults(judgement: Judgement) -> tuple[Span, ...]:
    """Spans from a category to a clearly hurtful word at most three words away."""
    written = judgement.signal(written_words)
    places = [at for at, word in enumerate(written.words) if word in CATEGORIES]
    if not places:
        return ()
    logits = judgement.signal(word_logits)
    found = []
    for at in places:
        near = [other for other in range(max(0, at - REACH), min(len(logits), at + REACH + 1)) if other != at]
        hurting = [other for other in near if logits[other] >= LEAST_LOGIT]
        if hurting:
            ends = (at, *hurting)
            found.append(Span(written.span(min(ends)).start, written.span(max(ends)).end))
    return tuple(found)
