"""How something is written: capitals, emptiness, language; and what leads to a private person."""

from collections.abc import Mapping

from houserules.book import Param
from houserules.judgement import Judgement
from houserules.kind import Hit
from houserules.saying import counted, say
from houserules.signals.language import language, named
from houserules.signals.personal_data import personal_data
from houserules.signals.shouting import shouting
from houserules.signals.substance import substance
from houserules.sureness import Levels

Params = Mapping[str, Param]
FEWEST_WORDS = Levels(careful=4, usual=2, keen=1)
"""A single word in capitals stresses; two of some length shout. Set by hand: no data says what readers take for shouting. In the
half of *threads* not kept for figures 5, 10, and 11 in 1,000 comments are found."""
OWN = "english"
"""A line that names no language means the one it is written in, and conduct is read from English alone."""


def in_capitals(judgement: Judgement, params: Params) -> Hit | None:
    """A run of words in capitals."""
    loud = judgement.signal(shouting)
    if loud.span is None or loud.words < FEWEST_WORDS.of(params):
        return None
    return Hit(
        spans=(loud.span,),
        value=loud.words,
        threshold=FEWEST_WORDS.of(params),
        confidence=0.9,
        note=counted("A long word is written in capitals.", "{count} words in a row are written in capitals.", loud.words),
        passes=say("The same words in ordinary letters."),
    )


def empty(judgement: Judgement, _params: Params) -> Hit | None:
    """No word that says something."""
    if judgement.signal(substance):
        return None
    return Hit(
        note=say("This comment has no word that adds something."),
        passes=say("A comment that says why."),
        confidence=0.8,
    )


def other_language(judgement: Judgement, params: Params) -> Hit | None:
    """Surely written in another language than the line names."""
    wanted, found = str(params.get("which") or OWN).lower(), judgement.signal(language)
    if not found.name or found.name == wanted:
        return None
    return Hit(
        value=found.share,
        threshold=0.5,
        confidence=0.9,
        note=say("This looks like {found}; this line asks for {wanted}.", found=named(found.name), wanted=named(wanted)),
        passes=say("The same comment in {language}.", language=named(wanted)),
    )


def private(judgement: Judgement, _params: Params) -> Hit | None:
    """Mail addresses, telephone numbers, payment cards, bank accounts."""
    found = judgement.signal(personal_data)
    if not found:
        return None
    return Hit(
        spans=tuple(datum.span for datum in found),
        value=len(found),
        confidence=0.9,
        note=say("This looks like {what}, which may lead to a private person.", what=found[0].what),
        passes=say("The same comment without it."),
    )
