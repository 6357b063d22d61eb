"""The language of a line, by its script and its words. When unsure, it is English: that is how lines are read otherwise."""

from collections import Counter
from collections.abc import Sequence
from functools import cache

from houserules.prose.foreign.tongue import tongues
from houserules.prose.lexicon import GLUE
from houserules.prose.words import Token, fold
from houserules.signals.language import SCRIPTS, WORDS, named, script_of

ENGLISH = (
    GLUE
    | WORDS["english"]
    | frozenset(
        """
        no keep be must read rules rule only new old title titles topic topics content people things stuff comments news low
        effort quality spam first personal attacks harassment hate speech allowed english language removed banned ban off
        without more than most least links to into before after because if unless between each every other others good
        """.split()
    )
)
"""Words that tell English; “no” is left out where another language has it too."""
SHARED = frozenset(
    {"no", "a", "me", "as", "do", "links", "link", "spam", "on", "in", "so", "is", "an", "am", "was", "hat", "not"}
)
UKRAINIAN = frozenset("іїєґІЇЄҐ")
MOST_WORDS = 40
FEWEST, FEWEST_LETTERS = 2, 2
BOLD = 6
"""So many votes for a language, and more than four for each English word, tell it in a line that has English ones."""
TELLING_ENGLISH = ENGLISH - SHARED


def language_of(words: Sequence[Token]) -> str:
    """The name of the language in English, lower case; empty for English, and when not sure."""
    told = [word for word in words if word.is_word][:MOST_WORDS]
    script = _script(told)
    if script:
        return script
    folded = {word.folded if word.source.isalnum() else without_elision(word.source) for word in told}
    votes = [_votes()[word] for word in folded & _votes().keys()]
    if not votes:
        return ""
    scores: Counter[str] = Counter()
    for vote in votes:
        scores.update(vote)
    name, best = min(scores.items(), key=lambda each: (-each[1], each[0]))
    if best < FEWEST:
        return ""
    english = len(folded & TELLING_ENGLISH)
    is_alone = not english and (best > FEWEST or best * 3 >= len(folded))
    return name if is_alone or (best >= BOLD and best > 4 * english) else ""


def about(language: str) -> str:
    """For readers of a line in another language: which it is, and what is read of it. Empty for English."""
    if not language:
        return ""
    name = named(language)
    if language in tongues():
        return f"This line is in {name}; links, length, and named subjects are read, the rest is kept by people."
    return f"This line is in {name}, which is not read yet; people keep it."


@cache
def _votes() -> dict[str, dict[str, int]]:
    """For every word of any language which languages it speaks for, twice where it tells one alone."""
    votes: dict[str, dict[str, int]] = {}
    for name in sorted(WORDS.keys() | tongues().keys()):
        known = tongues().get(name)
        common = known.common_words if known is not None else _long(WORDS[name])
        for word in common - ENGLISH - SHARED if name != "english" else ():
            votes.setdefault(word, {})[name] = 1
        for word in known.telling_words if known is not None else ():
            votes.setdefault(word, {})[name] = 2
    return votes


def _long(words: frozenset[str]) -> frozenset[str]:
    """Words of more than one letter: “w/o” is no Polish."""
    return frozenset(word for word in words if len(word) > 1)


def _script(words: Sequence[Token]) -> str:
    if all(word.source.isascii() for word in words):
        return ""
    letters = [letter for word in words for letter in word.source if letter.isalpha()]
    if len(letters) < FEWEST_LETTERS:
        return ""
    name, count = Counter(map(script_of, letters)).most_common(1)[0]
    if 2 * count <= len(letters):
        return ""
    return "ukrainian" if name == "CYRILLIC" and UKRAINIAN & set(letters) else SCRIPTS.get(name, "")


def without_elision(source: str) -> str:
    """A word folded, without what an apostrophe cuts off before it: “d’insultes” is “insultes”."""
    for mark in "’'ʼ":
        head, found, rest = source.partition(mark)
        if found and len(head) <= len("qu") and len(rest) > 1:
            return fold(rest)
    return fold(source)
