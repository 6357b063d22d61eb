"""The language of a text, by its script and its commonest words; silent on short or mixed texts."""

import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.saying import say
from houserules.signals.own_words import own_words

COMMON = {
    "english": "the and of to in is that it for you was with are this have not be but they what we on as at "
    "i a do so no me my or an if all his her just about who would",
    "german": "der die das und ist nicht ich ein eine zu den mit es auf sich auch wir sie dem dass von wird sind",
    "french": "le la les et des est pas une que qui dans pour sur avec ce il elle nous vous sont au du je ne",
    "spanish": "el la los las y es que en un una por con no para se del al lo como pero su más muy está son",
    "italian": "il la che di è un una non per con sono del della nel anche come ma più questo gli si lo al",
    "dutch": "de het een en van is niet ik dat op te zijn met voor maar er ook je we aan wat als naar deze",
    "portuguese": "o os a as e é que em um uma não para com do da no na se por mais mas como está são",
    "polish": "nie to się na jest że z do w i co jak ale tak o po już za tylko od przez czy są był",
    "turkish": "bir ve bu da de için ne çok ama gibi var daha en ben sen o değil mi olarak kadar sonra",
}
SCRIPTS = {
    "CYRILLIC": "russian", "GREEK": "greek", "ARABIC": "arabic", "HEBREW": "hebrew", "HANGUL": "korean", "HIRAGANA": "japanese",
    "KATAKANA": "japanese", "CJK": "chinese", "DEVANAGARI": "hindi", "THAI": "thai",
}  # fmt: skip
CODES = {
    "english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "dutch": "nl", "portuguese": "pt",
    "polish": "pl", "turkish": "tr", "russian": "ru", "greek": "el", "arabic": "ar", "hebrew": "he", "korean": "ko",
    "japanese": "ja", "chinese": "zh", "hindi": "hi", "thai": "th",
}  # fmt: skip
"""A script is taken for the language that most often uses it."""
NAMES = {str(name).lower(): name for name in (
    say("English"), say("German"), say("French"), say("Spanish"), say("Italian"), say("Dutch"), say("Portuguese"), say("Polish"),
    say("Turkish"), say("Russian"), say("Ukrainian"), say("Greek"), say("Arabic"), say("Hebrew"), say("Korean"), say("Japanese"),
    say("Chinese"), say("Hindi"), say("Thai"), say("Swedish"), say("Danish"), say("Norwegian"), say("Finnish"),
)}  # fmt: skip
MARKS = ".,;:!?\"'“”«»()"
FEWEST_WORDS, FEWEST_HITS, AHEAD, MOST_LETTERS = 6, 3, 2, 600
WORDS = {name: frozenset(words.split()) for name, words in COMMON.items()}
SPOKEN = {
    word: tuple(name for name, words in WORDS.items() if word in words) for common in WORDS.values() for word in common
}
"""The languages in which a word is common."""


@dataclass(frozen=True)
class Language:
    """The name in English, lower case; empty when not sure."""

    name: str
    share: float
    """Of the letters in its script, or of its common words among those of any language."""


def language(judgement: Judgement) -> Language:
    """The language the comment is written in, quoted lines aside."""
    text = judgement.facts.text[:MOST_LETTERS]
    return _by_script(text) or (_by_words(text) if judgement.signal(own_words).words else Language("", 0))


def named(name: str) -> str:
    """A language for readers, by its name in English in any case."""
    return NAMES.get(name.lower(), name.title())


@lru_cache(maxsize=8192)
def language_of(beginning: str) -> str:
    """Of a text by itself, as its code (BCP 47); empty when not sure. The first `MOST_LETTERS` letters are enough."""
    text = beginning[:MOST_LETTERS]
    return CODES.get((_by_script(text) or _by_words(text)).name, "")


def _by_script(text: str) -> Language | None:
    letters = "" if text.isascii() else [letter for letter in text if letter.isalpha()]
    if letters:
        scripts = Counter(map(script_of, letters))
        script, count = scripts.most_common(1)[0]
        if script in SCRIPTS and 2 * count > len(letters) and len(letters) >= FEWEST_WORDS:
            return Language(SCRIPTS[script], count / len(letters))
    return None


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of a letter, by its name in Unicode."""
    return unicodedata.name(letter, "?").split(" ", 1)[0]


def _by_words(text: str) -> Language:
    whole = text.lower().split()
    if len(whole) < FEWEST_WORDS:
        return Language("", 0)
    hits = dict.fromkeys(COMMON, 0)
    for word in whole:
        for name in SPOKEN.get(word if word.isalpha() else word.strip(MARKS), ()):
            hits[name] += 1
    (name, most), (_, second) = sorted(hits.items(), key=lambda each: (-each[1], each[0]))[:2]
    if most < FEWEST_HITS or most < AHEAD * second:
        return Language("", 0)
    return Language(name, most / (most + second))
