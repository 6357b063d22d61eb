"""Swear words, slurs, and their disguises, where the learned marks agree that they are meant as such."""

from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.hurtful_words import base_of, classes_of
from houserules.signals.toxicity import word_logits
from houserules.signals.words_seen import words_seen
from houserules.signals.written_words import written_words

LEAST_LOGIT = -1.5
MILD = frozenset(
    "hell arse bloody bugger screw screwed blow blows cum queer trash hick gypsy savage savages tramp cock dick poo poop fart "
    "sucker suck sucks sucked sucking porn infidel balls cracker chink dyke gimp hebe islamist jihadi".split()
)
"""Words that are ordinary ones as well."""


@dataclass(frozen=True)
class Rude:
    """One rude word."""

    place: int
    """Among the written words; -1 for a word written with spaces."""
    span: Span
    is_slur: bool
    is_disguised: bool


def rude_words(judgement: Judgement) -> tuple[Rude, ...]:
    """All rude words, in order; mild ones are left."""
    written, logits = judgement.signal(written_words), judgement.signal(word_logits)
    found = []
    for at, word in enumerate(written.words):
        classes = classes_of(word)
        if ("profane" in classes or "slur" in classes) and base_of(word) not in MILD:
            is_disguised = not word.replace("-", "").replace("'", "").isalpha()
            if is_disguised or logits[at] >= LEAST_LOGIT:
                found.append(Rude(at, written.span(at), "slur" in classes, is_disguised))
    found.extend(_spaced(judgement))
    return tuple(sorted(found, key=lambda one: one.span))


def _spaced(judgement: Judgement) -> list[Rude]:
    seen = judgement.signal(words_seen)
    rude = []
    for run in seen.spaced:
        letters, places = run.letters, run.places
        classes = classes_of(letters) if len(letters) > 3 else frozenset()
        if ("profane" in classes or "slur" in classes) and base_of(letters) not in MILD:
            rude.append(Rude(-1, seen.folded.span(places[0], places[-1] + 1), "slur" in classes, is_disguised=True))
    return rude
