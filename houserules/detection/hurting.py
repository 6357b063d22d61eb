"""Insults of members and categories, and rude words.

Personal attacks, found at AIMED or above when somebody is addressed: figures in `houserules/weights/README.md`. Rude words and
insults of others are counted; what the level changes is which words count.
"""

from collections.abc import Mapping

from houserules.book import Param
from houserules.judgement import Judgement
from houserules.kind import Hit, first_marked
from houserules.saying import Sentence, say
from houserules.signals.address import addressed, aimed_insult
from houserules.signals.aims import Aim, Whom, aims, by_whom
from houserules.signals.attack import attacking_words, whom_attacked
from houserules.signals.categories import category_insults
from houserules.signals.rude_words import Rude, rude_words
from houserules.signals.toxicity import word_logits
from houserules.signals.written_words import written_words
from houserules.sureness import ANYTHING, NOTHING, Levels, unusual

AIMED = Levels(careful=1.2, usual=0.75, keen=0.5)
"""Of the harmless replies of the training data one in a thousand scores the usual, six score the keen one. Of the training
sentences with an address that score so much, 93, 86, and 78 in 100 hold words that raters marked."""
SAID_OF_FIGURE = Levels(careful=1.5, usual=ANYTHING, keen=ANYTHING)
"""How toxic a word said of somebody named must look: the insults of the training part are 79, 66 in 100 then."""
SAID_OF_OTHER = Levels(careful=NOTHING, usual=NOTHING, keen=1.0)
"""The same for “he”, “she”, and “they”: 67 in 100, and one third more is found."""
SURE = 0.95
BY_WORDS, BY_CLOSENESS = 0.9, 0.7
NEAR = 4
ANSWER = 6
"""A reply of so few words is aimed at whom it answers even without “you”."""
Params = Mapping[str, Param]


def is_aimed(judgement: Judgement) -> bool:
    """Whether the comment addresses a member: “you”, a name, or a short answer."""
    is_answer = judgement.facts.parent is not None and not judgement.facts.answers_oneself
    short = is_answer and len(judgement.signal(written_words).words) <= ANSWER
    return short or bool(judgement.signal(addressed))


def is_at_others(judgement: Judgement) -> bool:
    """Whether every hurtful word that is aimed at somebody is aimed at somebody who is no member."""
    found = judgement.signal(aims)
    return bool(found) and all(aim.whom is not Whom.MEMBER for aim in found)


def personal_attack(judgement: Judgement, params: Params) -> Hit | None:
    """Hurtful words aimed at a member; the same words about somebody who is not addressed are left."""
    if not judgement.signal(is_aimed):
        return None
    value, threshold = judgement.signal(aimed_insult), AIMED.of(params)
    if value < threshold or judgement.signal(is_at_others):
        return None
    spans = judgement.signal(attacking_words)
    words = first_marked(judgement.facts.text, spans)
    whom = whom_attacked(judgement, spans)
    return Hit(
        spans=spans,
        value=value,
        threshold=threshold,
        confidence=min(value, SURE),
        note=say("“{words}” reads like an attack on {whom}.", words=words, whom=whom)
        if words
        else say("These words read like an attack on {whom}.", whom=whom),
        passes=say("The same answer to the argument, without words about the person."),
    )


def figure_insult(judgement: Judgement, params: Params) -> Hit | None:
    """Hurtful words aimed at somebody who is named and is no member."""
    found = _at_figures(judgement, params)
    if not found:
        return None
    written = judgement.signal(written_words)
    spans = tuple(written.span(aim.word) for aim in found)
    name = written.span(found[0].target)
    text = judgement.facts.text
    return Hit(
        spans=spans,
        value=len(found),
        confidence=BY_CLOSENESS,
        note=say(
            "“{words}” seems to be said about “{name}”.",
            words=text[spans[0].start : spans[0].end],
            name=text[name.start : name.end],
        ),
        passes=say("The same point about what they did, without names for the person."),
    )


def _at_figures(judgement: Judgement, params: Params) -> tuple[Aim, ...]:
    """The aims that count at the level that was chosen, in order."""
    by = judgement.signal(by_whom)
    found = by.get(Whom.FIGURE, ())
    if not unusual(params):
        return found
    logits = judgement.signal(word_logits)
    figure, other = SAID_OF_FIGURE.of(params), SAID_OF_OTHER.of(params)
    kept = [aim for aim in found if logits[aim.word] >= figure]
    kept.extend(aim for aim in by.get(Whom.OTHER, ()) if logits[aim.word] >= other)
    return tuple(sorted(kept, key=lambda aim: aim.word))


def profanity(judgement: Judgement, params: Params) -> Hit | None:
    """Rude words, whoever they are aimed at."""
    return _rude(judgement, judgement.signal(rude_words, *unusual(params)), say("The same comment without that word."))


def profanity_at_member(judgement: Judgement, params: Params) -> Hit | None:
    """Rude words at most four words from an address."""
    places = judgement.signal(addressed)
    rude = judgement.signal(rude_words, *unusual(params))
    found = [one for one in rude if any(abs(one.place - at) <= NEAR for at in places)]
    return _rude(judgement, found, say("The same comment with that word aimed at nobody here."))


def filter_evasion(judgement: Judgement, params: Params) -> Hit | None:
    """Rude words in disguise."""
    found = [one for one in judgement.signal(rude_words, *unusual(params)) if one.is_disguised]
    return _rude(judgement, found, say("The same comment without the word that the spelling stands for."))


def _rude(judgement: Judgement, found: "list[Rude] | tuple[Rude, ...]", passes: Sentence) -> Hit | None:
    if not found:
        return None
    spans = tuple(one.span for one in found)
    return Hit(
        spans=spans,
        value=len(found),
        confidence=BY_WORDS,
        note=say("“{words}” is, or stands for, a rude word.", words=first_marked(judgement.facts.text, spans)),
        passes=passes,
    )


def category_insult(judgement: Judgement, params: Params) -> Hit | None:
    """Slurs, and hurtful words beside a word for a category of people."""
    slurs = tuple(one.span for one in judgement.signal(rude_words) if one.is_slur)
    spans = (*slurs, *judgement.signal(category_insults, *unusual(params)))
    if not spans:
        return None
    return Hit(
        spans=spans,
        value=len(spans),
        confidence=BY_WORDS if slurs else BY_CLOSENESS,
        note=say("“{words}” may run down a whole category of people.", words=first_marked(judgement.facts.text, spans)),
        passes=say("The same point about what somebody did, not about what a category of people is."),
    )
