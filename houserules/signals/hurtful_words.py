"""A lexicon of words that hurt, by what they do, with their forms and their disguises.

Written by hand (`houserules/weights/words.txt`); how much each weighs is learned, see `houserules/weights/`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from houserules.signals.disguises import LEET, LEET_L, MASK
from houserules.weights import lines_of

NOUN, VERB, DOER = ("s", "es", "'s"), ("s", "es", "ed", "d", "ing"), ("er", "ers")
ENDINGS = {
    "person": NOUN,
    "slur": NOUN,
    "profane": (*NOUN, *VERB),
    "harm": (*NOUN, *VERB, *DOER),
    "contempt": (*NOUN, *VERB),
    "trait": ("er", "est", "ly", "ness", "ity"),
}
"""The forms that words of a class have; no others, so that no ordinary word is taken for one: “butter”, “tardy”, “simply”."""
APART = frozenset("butted butting damning lesbos".split())
"""Words that look like forms of a shorter one, and have nothing to do with it."""
HISSES = ("s", "x", "z", "ch", "sh")
DOUBLES = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]$")
"""A word of one short syllable doubles its last letter: “rated” is no form of rat, “spiced” none of a slur."""
UNCHANGED = frozenset({"'s", "ly", "ness", "ity"})
"""Endings that leave the word as it is."""
NUMBER = re.compile(r"[\d'-]+s?$")
"""“455” is one, though its figures look like letters."""
SHORTEST = 3
HEADING = re.compile(r"\[(?P<name>[a-z]+)(?::[^\]]*)?\]")


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Each word with the classes it stands in; raises WeightsError when the file is missing."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    name = ""
    for line in lines_of("words.txt"):
        heading = HEADING.match(line)
        if heading is not None:
            name = heading["name"]
        for word in () if heading is not None else line.split():
            found[word].add(name)
    return {word: frozenset(classes) for word, classes in found.items()}


@cache
def _by_shape() -> Mapping[tuple[str, int], tuple[str, ...]]:
    shapes: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for word in lexicon():
        shapes[word[0], len(word)].append(word)
    return {shape: tuple(words) for shape, words in shapes.items()}


@lru_cache(maxsize=1 << 15)
def base_of(word: str) -> str | None:
    """The word of the lexicon that a folded word is a form or a disguise of; None for other words."""
    found = _form_of(word)
    if found is not None or word.isalpha() or NUMBER.match(word) is not None:
        return found
    for table in (LEET, LEET_L):
        found = _form_of(word.translate(table)) or _form_of(word.translate(table).replace("-", ""))
        if found is not None:
            return found
    return _masked(MASK.sub("?", word))


def _form_of(word: str) -> str | None:
    known = lexicon()
    if word in known:
        return word
    if word in APART:
        return None
    for ending, named in _by_ending().items():
        base = word[: -len(ending)]
        if word.endswith(ending) and len(base) >= SHORTEST and not named.isdisjoint(known.get(base, ())):
            return base if _is_spelled(base, ending) else None
    return None


@cache
def _by_ending() -> Mapping[str, frozenset[str]]:
    """Each ending with the classes whose words take it."""
    endings = dict.fromkeys(ending for each in ENDINGS.values() for ending in each)
    return {ending: frozenset(name for name, each in ENDINGS.items() if ending in each) for ending in endings}


def _is_spelled(base: str, ending: str) -> bool:
    """Whether the ending is joined as English spells it."""
    if ending in {"s", "es"}:
        return base.endswith((*HISSES, "o") if ending == "es" else HISSES) == (ending == "es") or base.endswith("o")
    if ending == "d":
        return base.endswith("e")
    return ending in UNCHANGED or not (base.endswith("e") or DOUBLES.match(base))


def _masked(word: str) -> str | None:
    """“sh?t” with at most half of its letters masked, when only one word of the lexicon fits first."""
    masks = word.count("?")
    if not masks or masks * 2 > len(word) or word[0] == "?":
        return None
    for form in _by_shape().get((word[0], len(word)), ()):
        if all(letter in {"?", wanted} for letter, wanted in zip(word, form, strict=True)):
            return form
    return None


def classes_of(word: str) -> frozenset[str]:
    """The classes of a folded word in any form; empty for other words."""
    base = base_of(word)
    return lexicon()[base] if base is not None else frozenset()
