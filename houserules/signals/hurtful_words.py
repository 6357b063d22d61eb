"""A lexicon of words that hurt, by what they do, with their forms and their disguises.

Written by hand (`houserules/weights/words.txt`); how much each weighs is learned, see `houserules/weights/`.
"""

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache

from houserules.signals.disguises import LEET, LEET_L, MASK
from houserules.weights import FOLDER, WeightsError

ENDINGS = ("s", "es", "ed", "er", "ing", "'s", "y", "ers", "d", "est", "ly", "ness", "ity")
SHORTEST = 3
HEADING = re.compile(r"\[(?P<name>[a-z]+)(?::[^\]]*)?\]")


@cache
def lexicon() -> Mapping[str, frozenset[str]]:
    """Each word with the classes it stands in; raises WeightsError when the file is missing."""
    try:
        lines = (FOLDER / "words.txt").read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as wrong:
        raise WeightsError("The words in words.txt cannot be read; install houserules again.") from wrong
    found: defaultdict[str, set[str]] = defaultdict(set)
    name = ""
    for line in lines:
        heading = HEADING.match(line)
        if heading is not None:
            name = heading["name"]
        elif not line.startswith("#"):
            for word in line.split():
                found[word].add(name)
    if not found:
        raise WeightsError("The words in words.txt are gone; install houserules again.")
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
    if found is not None or word.isalpha():
        return found
    for table in (LEET, LEET_L):
        found = _form_of(word.translate(table)) or _form_of(word.translate(table).replace("-", ""))
        if found is not None:
            return found
    return _masked(MASK.sub("?", word))


def _form_of(word: str) -> str | None:
    if word in lexicon():
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST and word[: -len(ending)] in lexicon():
            return word[: -len(ending)]
    return None


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
