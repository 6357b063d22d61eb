"""What a comment is after: to advertise, to lead away, to run the source down, to go on disrupting, to spread a claim."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.detection.hurting import personal_attack
from houserules.judgement import Judgement
from houserules.kind import Hit, first_marked
from houserules.plain import Span
from houserules.signals.bearing import bearing
from houserules.signals.dissing import dissing
from houserules.signals.links import links
from houserules.signals.meaning_vector import nearness_to_subject
from houserules.signals.spam_words import asks_for_own, spam_words
from houserules.weights import WeightsError

Params = Mapping[str, Param]
ADVERTISES = 0.95
ELSEWHERE, FAR = 1.0, 1.02
"""Distance from the subject: by words, none in common; by meaning, one minus the largest cosine, set on
the threads that `bench/judge_meaning.py` takes no figures from (1.2 % of the comments on the subject are found there).
Precision is 0.89 and recall 0.09 on the others; at 0.98 they are 0.73 and 0.12, so nothing lower is worth its errors."""
BY_WORDS, BY_MEANING = 0.3, 0.8
LIKENESS = 0.8


def advertising(judgement: Judgement, _params: Params) -> Hit | None:
    """Words, links and shape of an advertisement that asks for something."""
    if not judgement.signal(asks_for_own):
        return None
    value = judgement.signal(spam_words)
    if value < ADVERTISES:
        return None
    return Hit(
        spans=tuple(link.span for link in judgement.signal(links) if link.span is not None),
        value=value,
        threshold=ADVERTISES,
        confidence=value,
        note="This reads like an advertisement.",
        passes="A comment on the subject that asks readers for nothing.",
    )


def off_topic(judgement: Judgement, _params: Params) -> Hit | None:
    """No word in common with the article or what is answered, and far from them in meaning where that can be measured.

    Only where the caller gives the article's text; by words alone one comment in six on the subject would be found.
    """
    value, threshold, sure = 1 - judgement.signal(bearing), ELSEWHERE, BY_WORDS
    if value < ELSEWHERE:
        return None
    try:
        value, threshold, sure = 1 - judgement.signal(nearness_to_subject), FAR, BY_MEANING
    except WeightsError as gone:
        judgement.missing.append(str(gone))
    if value < threshold:
        return None
    return Hit(
        value=value,
        threshold=threshold,
        confidence=sure,
        note="No word of this comment stands in the article or in what it answers.",
        passes="A comment that says how it bears on the article.",
    )


def running_down(judgement: Judgement, _params: Params) -> Hit | None:
    """A dismissal close to the source."""
    spans = judgement.signal(dissing)
    if not spans:
        return None
    first = first_marked(judgement.facts.text, spans)
    return Hit(
        spans=spans,
        value=len(spans),
        confidence=0.6,
        note=f"“{first}” may run the source down instead of answering what it says.",
        passes="A comment that says what is wrong in the article, and how you know.",
    )


def disruption(judgement: Judgement, params: Params) -> Hit | None:
    """An attack after an earlier breach in the same discussion."""
    if judgement.facts.breaches_here < 1:
        return None
    return personal_attack(judgement, params)


def claims(judgement: Judgement, _params: Params) -> Hit | None:
    """Matches that the caller found and that the comment does not deny."""
    found = [each for each in judgement.facts.claims if each.likeness >= LIKENESS and not each.is_denied]
    if not found:
        return None
    best = max(found, key=lambda each: each.likeness)
    end = len(judgement.facts.text)
    spans = tuple(Span(each.start, min(each.end, end)) for each in found if 0 <= each.start < min(each.end, end))
    return Hit(
        spans=spans,
        value=best.likeness,
        threshold=LIKENESS,
        confidence=best.likeness,
        note=f"{best.publisher} checked a claim like this (“{best.claim}”) and found: {best.verdict}.",
        passes="The same comment without the claim, or with what the fact check says.",
    )
