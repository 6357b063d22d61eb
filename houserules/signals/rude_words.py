"""Swear words, slurs, and their disguises, where the learned marks agree that they are meant as such."""

from dataclasses import dataclass
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.hurtful_words import base_of, classes_of
from houserules.signals.toxicity import word_logits
from houserules.signals.words_seen import words_seen
from houserules.signals.written_words import written_words
from houserules.sureness import ANYTHING, NOTHING, Levels, Sureness

PLAIN = Levels(careful=1.5, usual=-1.5, keen=ANYTHING)
"""How toxic a word must look where it stands: of the comments of the training part in which such a word is found 69, 61, and 57
in 100 have one that some rater called profane."""
DISGUISED = Levels(careful=-1.5, usual=ANYTHING, keen=ANYTHING)
"""The same for words in disguise, which nobody writes by chance."""
MILDLY = Levels(careful=NOTHING, usual=NOTHING, keen=0.0)
"""The same for ordinary words: those found are 40 in 100."""
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


def rude_words(judgement: Judgement, level: Sureness = Sureness.USUAL) -> tuple[Rude, ...]:
    """All rude words, in order; mild ones are left unless the level is keen."""
    written, logits = judgement.signal(written_words), judgement.signal(word_logits)
    found = []
    rude = set(filter(_is_rude, set(written.words)))
    for at, word in enumerate(written.words) if rude else ():
        if word in rude:
            classes = classes_of(word)
            is_disguised = not word.replace("-", "").replace("'", "").isalpha()
            bar = MILDLY if base_of(word) in MILD else DISGUISED if is_disguised else PLAIN
            if logits[at] >= bar.at(level):
                found.append(Rude(at, written.span(at), "slur" in classes, is_disguised))
    found.extend(_spaced(judgement))
    return tuple(sorted(found, key=lambda one: one.span))


@lru_cache(maxsize=1 << 14)
def _is_rude(word: str) -> bool:
    classes = classes_of(word)
    return "profane" in classes or "slur" in classes


def _spaced(judgement: Judgement) -> list[Rude]:
    seen = judgement.signal(words_seen)
    rude = []
    for run in seen.spaced:
        letters, places = run.letters, run.places
        if len(letters) > 3 and _is_rude(letters) and base_of(letters) not in MILD:
            rude.append(Rude(-1, seen.folded.span(places[0], places[-1] + 1), "slur" in classes_of(letters), is_disguised=True))
    return rude
