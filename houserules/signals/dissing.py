"""Words that run a source down, close to its name or to a word for a paper."""

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.written_words import words_of, written_words

PAPERS = frozenset(
    "source paper newspaper outlet website site publication publisher media press network channel magazine journal".split()
)
NAMES = frozenset("rag clickbait tabloid birdcage mouthpiece shitrag".split())
DISMISSALS = frozenset(
    "rag garbage trash fake propaganda biased clickbait joke lies liars liar rubbish crap bullshit bs shill shills worthless "
    "tabloid gossip toilet fishwrap birdcage unreliable hack hacks disgrace drivel tripe credibility mouthpiece partisan".split()
)
REACH = 6


def dissing(judgement: Judgement) -> tuple[Span, ...]:
    """Spans from the source (its name, or a word for a paper) to a dismissal at most six words away."""
    written = judgement.signal(written_words)
    hostile = [at for at, word in enumerate(written.words) if word in DISMISSALS]
    if not hostile:
        return ()
    name = frozenset(word for word in words_of(judgement.facts.article_source) if len(word) > 2)
    about = [at for at, word in enumerate(written.words) if word.removesuffix("'s") in name or word in PAPERS]
    found = [
        Span(written.span(min(at, near)).start, written.span(max(at, near)).end)
        for at in hostile
        for near in about[:200]
        if 0 < abs(at - near) <= REACH
    ]
    return tuple(found)
