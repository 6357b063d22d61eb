"""What an expression can name: one table, from which the page for readers is made too."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from houserules.facts import Event
from houserules.judgement import Judgement
from houserules.signals.address import aimed_insult
from houserules.signals.bearing import bearing
from houserules.signals.capitals import capitals
from houserules.signals.closest_earlier import closest_earlier
from houserules.signals.folding import fold, folded_text
from houserules.signals.images import images
from houserules.signals.language import language
from houserules.signals.length import length
from houserules.signals.links import links
from houserules.signals.own_words import quoted_lines
from houserules.signals.pace import pace
from houserules.signals.parent_cited import parent_cited
from houserules.signals.personal_data import personal_data
from houserules.signals.rude_words import rude_words
from houserules.signals.shouting import shouting
from houserules.signals.spam_words import spam_words
from houserules.signals.toxicity import toxicity

MOST_LETTERS = 20_000
"""As much of a text as expressions see; what a comment may hold."""
MOST_OF_TITLE = 300
"""Of a headline; a longer one looked for many times over in a long text would take milliseconds."""
LONG_AGO = 1_000_000.0
"""Minutes since a comment that was never written: nearly two years."""
LEARNED = 0.8
"""How sure a finding is that rests on learned weights: the precision of the kinds that judge by them."""
Value = str | int | float | bool


class Type(StrEnum):
    """What a value is; also how readers are told."""

    TRUTH = "true or false"
    WHOLE = "whole number"
    FRACTION = "number"
    TEXT = "text"


@dataclass(frozen=True, kw_only=True)
class Variable:
    """One name that expressions can use."""

    type: Type
    means: str
    measure: Callable[[Judgement], Value | None]
    """None where the caller does not know it; may raise WeightsError."""
    is_long: bool = False
    """Too long for a sentence."""
    sureness: float = 1.0


def _whole(means: str, measure: Callable[[Judgement], int]) -> Variable:
    return Variable(type=Type.WHOLE, means=means, measure=measure)


def _truth(means: str, measure: Callable[[Judgement], bool]) -> Variable:
    return Variable(type=Type.TRUTH, means=means, measure=measure)


def _learned(means: str, measure: Callable[[Judgement], float]) -> Variable:
    """A score of learned weights, kept within 0 and 1."""
    return Variable(
        type=Type.FRACTION,
        means=means,
        measure=lambda judgement: min(1.0, max(0.0, measure(judgement))),
        sureness=LEARNED,
    )


def _similarity(judgement: Judgement) -> float:
    closest = judgement.signal(closest_earlier)
    return closest.similarity if closest is not None else 0.0


def _quoted(judgement: Judgement) -> float:
    text = judgement.facts.text
    words = judgement.signal(length, "words")
    return min(1.0, sum(len(line.split()) for line in quoted_lines(text)) / words) if words and ">" in text else 0.0


def _since_last(judgement: Judgement) -> float:
    now = judgement.facts.at
    before = [each.at for each in judgement.facts.earlier if each.at is not None and now is not None and each.at <= now]
    return min(LONG_AGO, (now - max(before)) / 60) if before and now is not None else LONG_AGO


VARIABLES: Mapping[str, Variable] = MappingProxyType(
    {
        "answers_self": _truth(
            "whether the comment answers one of its own author", lambda judgement: judgement.facts.answers_oneself
        ),
        "article_title": Variable(
            type=Type.TEXT,
            means="the headline, in plain small letters; of long ones the first 300 characters",
            measure=lambda judgement: fold(judgement.facts.article_title[:MOST_OF_TITLE]).text[:MOST_OF_TITLE],
            is_long=True,
        ),
        "author_days": Variable(
            type=Type.FRACTION,
            means="age of the author’s account in days; where it is not known, what needs it is not met",
            measure=lambda judgement: judgement.facts.author_days,
        ),
        "bearing": Variable(
            type=Type.FRACTION,
            means="share of the words of weight that the article or the answered comment holds, 0 to 1; 1 when too few to say",
            measure=lambda judgement: judgement.signal(bearing),
        ),
        "breaches_here": _whole(
            "rulings against the author in this discussion", lambda judgement: judgement.facts.breaches_here
        ),
        "capitals": Variable(
            type=Type.FRACTION,
            means="share of the letters that are capitals, 0 to 1",
            measure=lambda judgement: judgement.signal(capitals),
        ),
        "characters": _whole("characters of the comment", lambda judgement: judgement.signal(length, "characters")),
        "comments_last_hour": _whole(
            "comments by the author here within an hour, this one counted; 0 where times are not known",
            lambda judgement: judgement.signal(pace, 1.0),
        ),
        "earlier": _whole(
            "other comments by the author in this discussion", lambda judgement: len(judgement.facts.earlier)
        ),
        "images": _whole("pictures that the comment shows", lambda judgement: len(judgement.signal(images))),
        "insult": _learned(
            "how much it reads like an insult of whom it addresses, 0 to 1", lambda judgement: judgement.signal(aimed_insult)
        ),
        "is_edit": _truth(
            "whether an earlier comment is changed", lambda judgement: judgement.facts.event is Event.EDIT
        ),
        "is_reply": _truth(
            "whether it answers a comment rather than the article", lambda judgement: judgement.facts.parent is not None
        ),
        "language": Variable(
            type=Type.TEXT,
            means="the language in English and small letters, such as “german”; empty when not sure",
            measure=lambda judgement: judgement.signal(language).name,
        ),
        "lines": _whole("lines of the comment", lambda judgement: judgement.signal(length, "lines")),
        "links": _whole("links in the comment", lambda judgement: len(judgement.signal(links))),
        "minutes_since_last": Variable(
            type=Type.FRACTION,
            means="minutes since the author’s last comment here; a million where there is none, or times are not known",
            measure=_since_last,
        ),
        "personal_data": _whole(
            "mail addresses, telephone numbers, cards, and accounts in it",
            lambda judgement: len(judgement.signal(personal_data)),
        ),
        "quoted_share": Variable(
            type=Type.FRACTION, means="share of the words that stand in quoted lines, 0 to 1", measure=_quoted
        ),
        "quotes_parent": _truth(
            "whether it quotes what it answers; true where there is nothing to quote",
            lambda judgement: judgement.signal(parent_cited),
        ),
        "rude_words": Variable(
            type=Type.WHOLE,
            means="swear words and slurs, in disguise too",
            measure=lambda judgement: len(judgement.signal(rude_words)),
            sureness=LEARNED,
        ),
        "shouted_words": _whole(
            "words of the longest run in capitals", lambda judgement: judgement.signal(shouting).words
        ),
        "similarity": Variable(
            type=Type.FRACTION,
            means="share of the letters that the nearest earlier comment of the author here has in common, 0 to 1; 0 below 0.8",
            measure=_similarity,
        ),
        "spam": _learned(
            "how much it reads like advertising, 0 to 1", lambda judgement: judgement.signal(spam_words)
        ),
        "text": Variable(
            type=Type.TEXT,
            means="the comment in plain small letters, without accents; of long ones the first 20,000 characters",
            measure=lambda judgement: judgement.signal(folded_text).text[:MOST_LETTERS],
            is_long=True,
        ),
        "toxicity": _learned(
            "how toxic its words are, whoever they are aimed at, 0 to 1", lambda judgement: judgement.signal(toxicity)
        ),
        "words": _whole("words of the comment", lambda judgement: judgement.signal(length, "words")),
    }
)
"""In the order of their names. A name is written into people's rules: it is never renamed nor taken out."""
