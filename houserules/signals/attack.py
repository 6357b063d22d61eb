"""Which hurtful words of an attack are about a member, and about which."""

from bisect import bisect_right

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.saying import say
from houserules.signals.address import YOU, addressed
from houserules.signals.aims import Whom, aims, sentences
from houserules.signals.toxicity import toxic_words
from houserules.signals.written_words import Written, written_words


def attacking_words(judgement: Judgement) -> tuple[Span, ...]:
    """The toxic words in sentences that address a member, without those said of somebody else; all when there are none."""
    spans, places = judgement.signal(toxic_words), judgement.signal(addressed)
    if not spans or not places:
        return spans
    written, sentence = judgement.signal(written_words), judgement.signal(sentences)
    at_others = {aim.word for aim in judgement.signal(aims) if aim.whom is not Whom.MEMBER}
    to_members = {sentence[at] for at in places}
    found = [
        span
        for span, at in zip(spans, _places(written, spans), strict=True)
        if sentence[at] in to_members and at not in at_others
    ]
    return tuple(found) or spans


def whom_attacked(judgement: Judgement, spans: tuple[Span, ...]) -> str:
    """Whom the first of the marked words is about, in words for a note."""
    places = judgement.signal(addressed)
    if not places:
        return say("the person who is answered")
    written, sentence = judgement.signal(written_words), judgement.signal(sentences)
    at = _places(written, tuple(sorted(spans)[:1]))[0] if spans else 0
    by_aim = [aim.target for aim in judgement.signal(aims) if aim.word == at and aim.whom is Whom.MEMBER]
    target = (by_aim or sorted(places, key=lambda place: (sentence[place] != sentence[at], abs(place - at))))[0]
    if written.words[target] in YOU:
        return say("the person who is addressed")
    name = written.span(target)
    return say("“{words}”", words=judgement.facts.text[name.start : name.end])


def _places(written: Written, spans: tuple[Span, ...]) -> list[int]:
    """The written word with which each span begins."""
    starts = [written.span(at).start for at in range(len(written.words))]
    return [max(0, bisect_right(starts, span.start) - 1) for span in spans]
