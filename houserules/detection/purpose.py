"""What a comment is after: to advertise, to lead away, to run the source down, to go on disrupting, to spread a claim."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.detection.hurting import personal_attack
from houserules.judgement import Judgement
from houserules.kind import Hit, first_marked
from houserules.plain import Span
from houserules.saying import say
from houserules.signals.bearing import bearing
from houserules.signals.dissing import dissing
from houserules.signals.links import links
from houserules.signals.meaning_vector import nearness_to_subject
from houserules.signals.spam_words import asks_for_own, spam_words
from houserules.sureness import NOTHING, Levels, Sureness, sureness_of
from houserules.weights import WeightsError

Params = Mapping[str, Param]
ADVERTISES = Levels(careful=0.99, usual=0.95, keen=0.5)
ADVERTISES_ANYHOW = Levels(careful=NOTHING, usual=NOTHING, keen=0.99)
"""The same for what asks readers for nothing of the author’s own. All that is found below videos not trained on is advertising
at every level; of the half of *threads* not kept for figures 3, 10, and 35 in 1,000 comments are found."""
ELSEWHERE = 1.0
FAR = Levels(careful=1.08, usual=1.02, keen=0.96)
"""Distance from the subject: by words, none in common; by meaning, one minus the largest cosine, set on
the threads that `bench/judge_meaning.py` takes no figures from: of comments on the subject 0.3, 1.2, and 3.6 % are found there."""
BY_WORDS, BY_MEANING = 0.3, 0.8
LIKENESS = 0.8


def advertising(judgement: Judgement, params: Params) -> Hit | None:
    """Words, links and shape of an advertisement that asks for something; keenly, of any."""
    levels = ADVERTISES if judgement.signal(asks_for_own) else ADVERTISES_ANYHOW
    if levels is ADVERTISES_ANYHOW and not params:
        return None
    value, threshold = judgement.signal(spam_words), levels.of(params)
    if value < threshold:
        return None
    return Hit(
        spans=tuple(link.span for link in judgement.signal(links) if link.span is not None),
        value=value,
        threshold=threshold,
        confidence=value,
        note=say("This reads like an advertisement."),
        passes=say("A comment on the subject that asks readers for nothing."),
    )


def off_topic(judgement: Judgement, params: Params) -> Hit | None:
    """No word in common with the article or what is answered, and far from them in meaning where that can be measured.

    Only where the caller gives the article's text; by words alone one comment in six on the subject would be found,
    which is not careful.
    """
    value, threshold, sure = 1 - judgement.signal(bearing), ELSEWHERE, BY_WORDS
    if value < ELSEWHERE:
        return None
    try:
        value, threshold, sure = 1 - judgement.signal(nearness_to_subject), FAR.of(params), BY_MEANING
    except WeightsError as gone:
        judgement.missing.append(str(gone))
        if sureness_of(params) is Sureness.CAREFUL:
            return None
    if value < threshold:
        return None
    return Hit(
        value=value,
        threshold=threshold,
        confidence=sure,
        note=say("No word of this comment stands in the article or in what it answers."),
        passes=say("A comment that says how it bears on the article."),
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
        note=say("“{words}” may run the source down instead of answering what it says.", words=first),
        passes=say("A comment that says what is wrong in the article, and how you know."),
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
        note=say(
            "{publisher} checked a claim like this (“{claim}”) and found: {verdict}.",
            publisher=best.publisher,
            claim=best.claim,
            verdict=best.verdict,
        ),
        passes=say("The same comment without the claim, or with what the fact check says."),
    )
