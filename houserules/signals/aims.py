"""Whom each hurtful word is aimed at: a member, a public figure, a category of people, or somebody else.

By the order of words within a sentence: the last one named before the word (“you can see that *Pell* is a liar”), or,
when nobody is, the first one named after it (“what a liar *Pell* is”).
"""

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from houserules.judgement import Judgement
from houserules.signals.address import addressed
from houserules.signals.category_words import CATEGORIES
from houserules.signals.hurtful_words import classes_of
from houserules.signals.own_words import WORD
from houserules.signals.toxicity import word_logits
from houserules.signals.written_words import MOST_LETTERS, Written, written_words

HURTFUL = frozenset({"person", "trait", "slur"})
LEAST_LOGIT = -2.5
AFTER = 5
"""Words between a hurtful word and one named after it."""
THIRD = frozenset("he she him her his hers they them their".split())
ROLES = frozenset(
    "mayor minister president premier senator governor chancellor congressman congresswoman councillor councilman mp pope "
    "politician politicians king queen ceo celebrity prime-minister secretary judge".split()
)
NO_NAMES = frozenset(
    "i i'm i'd i'll i've the a an and but or if so as at by for from in of on to with no not yes my our your his her their its "
    "it this that these those there here he she they we you who what when where why how is are was were do does did has have "
    "had can could will would should may might must all some any every english monday tuesday wednesday thursday friday "
    "saturday sunday january february march april may june july august september october november december".split()
)
ENDING = frozenset("and or but who that because to again as than when whatever if enough".split())
"""A trait before one of these is said of the person; before any other word, of that other thing."""
ENDS = frozenset(".!?\n;")


class Whom(StrEnum):
    """At whom."""

    MEMBER = "member"
    FIGURE = "figure"
    CATEGORY = "category"
    OTHER = "other"


@dataclass(frozen=True)
class Aim:
    """One hurtful word and whom it is aimed at, both by place among the written words."""

    word: int
    target: int
    whom: Whom


def aims(judgement: Judgement) -> tuple[Aim, ...]:
    """The hurtful words that are aimed at somebody named in the same sentence."""
    written = judgement.signal(written_words)
    logits = judgement.signal(word_logits)
    hurtful = [
        at
        for at, word in enumerate(written.words)
        if logits[at] >= LEAST_LOGIT and not HURTFUL.isdisjoint(classes_of(word)) and word not in CATEGORIES
    ]
    if not hurtful:
        return ()
    sentence = judgement.signal(sentences)
    named = _named(judgement, written, sentence)
    for at in hurtful:
        named.pop(at, None)
    order, people = sorted(named), {*hurtful, *named}
    found = []
    for at in hurtful:
        target = _target(order, at, sentence, is_likened=written.words[at + 1 : at + 2] == ("like",))
        if target is None:
            continue
        whom = named[target]
        if whom is Whom.MEMBER or _is_of_people(written, sentence, at, people):
            found.append(Aim(at, target, whom))
    return tuple(found)


def _is_of_people(written: Written, sentence: list[int], at: int, people: set[int]) -> bool:
    """Nouns are; a trait is not when it stands before a thing (“Pell and his stupid *bridge*”)."""
    following = at + 1
    if "trait" not in classes_of(written.words[at]) or following in people:
        return True
    is_last = following == len(sentence) or sentence[following] != sentence[at]
    return is_last or written.words[following] in ENDING


def _target(order: list[int], at: int, sentence: list[int], *, is_likened: bool) -> int | None:
    """The closest before; the closest after when there is none, or in “a liar like *Pell*”."""
    place = bisect_left(order, at)
    before = order[place - 1] if place and sentence[order[place - 1]] == sentence[at] else None
    after = order[place] if place < len(order) and sentence[order[place]] == sentence[at] else None
    if after is not None and after - at > AFTER:
        after = None
    return after if before is None or (is_likened and after is not None) else before


def sentences(judgement: Judgement) -> list[int]:
    """The number of the sentence of each written word."""
    written, text = judgement.signal(written_words), judgement.facts.text
    numbers, number, last = [], 0, 0
    for at, (start, end) in enumerate(written.spans):
        number += at > 0 and not ENDS.isdisjoint(text[last:start])
        numbers.append(number)
        last = end
    return numbers


def _named(judgement: Judgement, written: Written, sentence: list[int]) -> dict[int, Whom]:
    facts = judgement.facts
    found = dict.fromkeys(_figures(judgement, written, sentence), Whom.FIGURE)
    for at, word in enumerate(written.words):
        if word in CATEGORIES:
            found[at] = Whom.CATEGORY
        elif word in THIRD:
            found[at] = Whom.OTHER
        elif word in ROLES:
            found[at] = Whom.FIGURE
    own = set(WORD.findall(facts.author.name.lower()))
    found = {at: whom for at, whom in found.items() if written.words[at] not in own}
    return found | dict.fromkeys(judgement.signal(addressed), Whom.MEMBER)


def _figures(judgement: Judgement, written: Written, sentence: list[int]) -> list[int]:
    """Capitalised words that are no first words of a sentence, or that the article names."""
    facts = judgement.facts
    text = facts.text
    capital = [text[start].isupper() for start, _ in written.spans]
    if 2 * sum(capital) > len(capital) + 2:
        return []  # in capitals throughout: no letter tells a name
    named = names_of_article(facts.article_title, facts.article_text)
    found = []
    for at, word in enumerate(written.words):
        name = word.removesuffix("'s")
        if not capital[at] or name in NO_NAMES or len(name) < 3:
            continue
        is_first = at == 0 or sentence[at - 1] != sentence[at]
        is_double = at + 1 < len(capital) and capital[at + 1] and sentence[at + 1] == sentence[at]
        if not is_first or is_double or name in named:
            found.append(at)
    return found


@lru_cache(maxsize=64)
def names_of_article(title: str, text: str) -> frozenset[str]:
    """Folded capitalised words of the title and, within sentences, of the text."""
    found: set[str] = set()
    for source, is_title in ((title, True), (text[:MOST_LETTERS], False)):
        end = 0
        for match in WORD.finditer(source):
            gap, end = source[end : match.start()], match.end()
            if match[0][0].isupper() and (is_title or (gap and ENDS.isdisjoint(gap))):
                found.add(match[0].lower())
    return frozenset(found - NO_NAMES)


def by_whom(judgement: Judgement) -> Mapping[Whom, tuple[Aim, ...]]:
    """The aims, by whom they are at."""
    found: dict[Whom, list[Aim]] = {}
    for aim in judgement.signal(aims):
        found.setdefault(aim.whom, []).append(aim)
    return {whom: tuple(each) for whom, each in found.items()}
