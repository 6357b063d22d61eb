"""How much a text looks like advertising by its words, links, and shape: a small linear model.

Trained by `houserules/weights/train.py` on comments below music videos, so it knows that kind of advertising best;
figures in `houserules/weights/README.md`.
"""

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from houserules.judgement import Judgement
from houserules.signals.features import own_features, pair_feature
from houserules.signals.links import links, links_of
from houserules.signals.toxicity import pairs_of, sigmoid
from houserules.signals.written_words import MOST_LETTERS, words_of, written_words
from houserules.weights import weights

FLAT: Final = 6.0
SHORT, MEDIUM, LONG = 5, 15, 40
TAG = re.compile(r"<[^<>]{0,300}>")
ASKS = frozenset(
    "check visit click follow subscribe sub share search listen watch vote support download join add look see try get "
    "give help hit please pls plz go come read thumbs like likes".split()
)
THINGS = frozenset(
    "channel channels video videos vid vids song songs track tracks cover covers music playlist page site website blog "
    "album band mixtape remix profile acc account facebook twitter instagram fb insta comment project".split()
)
GAINS = frozenset(
    "free earn money cash gift cards paypal pal prize win dollars income rich job work home cheap sale buy".split()
)
MINE = frozenset("my our mine me us i'm im".split())
SPEAKERS = MINE | {"i", "we"}
GREETINGS = frozenset("hey hi hello guys please pls plz everyone everybody and so yo all".split())
PRAISE = frozenset("like share comment thumbs reply sub subscribe".split())
COUNTS = frozenset("view views viewers viewed million billion".split())
VIDEO_SITES = ("youtu.be", "youtube.com")
PEOPLE_SITES = ("facebook", "twitter", "instagram")
OPENING, NEAR = 4, 4


def spam_words(judgement: Judgement) -> float:
    """0 to 1; 0 for a text without words."""
    text = judgement.facts.text[:MOST_LETTERS]
    words = words_of(TAG.sub(" ", text)) if "<" in text else judgement.signal(written_words).words
    return spam_score_of(words, pairs_of(words), tuple(_shape(words, [link.host for link in judgement.signal(links)])))


def asks_for_own(judgement: Judgement) -> bool:
    """Whether the comment asks readers for something that is its author's own, or offers a gain.

    A link to a source, however it is introduced, is neither.
    """
    words = judgement.signal(written_words).words
    if ASKS.isdisjoint(words):
        return False
    return _side_by_side(words) or (bool(judgement.signal(links)) and not (MINE | GAINS).isdisjoint(words))


def spam_words_of(text: str) -> tuple[str, ...]:
    """The words of any text, with words of ours for its links, its length, and what it asks for."""
    words = words_of(TAG.sub(" ", text))
    return (*words, *_shape(words, [link.host for link in links_of(text)])) if words else ()


def _shape(words: Sequence[str], hosts: Sequence[str]) -> Iterator[str]:
    """Words of ours for what the words and links say together."""
    count = len(words)
    yield f"‹{min(len(hosts), 3)} links›"
    yield "‹long›" if count > LONG else "‹short›" if count < SHORT else "‹medium›" if count < MEDIUM else "‹longish›"
    yield from map(_site, hosts)
    yield from _pleas(words)
    opening = next((word for word in words[:OPENING] if word not in GREETINGS), "")
    if opening in ASKS:
        yield "‹asks first›"
    known = set(words)
    for at, word in enumerate(words):
        if word in PRAISE:
            if "if" in known:
                yield "‹like if›"
            if "comment" in words[at + 1 : at + NEAR]:
                yield "‹like comment›"
    if not known.isdisjoint(COUNTS):
        yield "‹counts›"
    if not known.isdisjoint(THINGS) and not known.isdisjoint(SPEAKERS):
        yield "‹speaks of own›"


def _site(host: str) -> str:
    """What kind of site is linked."""
    if host.endswith(VIDEO_SITES):
        return "‹video site›"
    return "‹site of people›" if any(name in host for name in PEOPLE_SITES) else "‹other site›"


def _pleas(words: Sequence[str]) -> Iterator[str]:
    """What an advertisement asks, offers, and calls its own."""
    known = set(words)
    asks, things, gains, mine = (not known.isdisjoint(each) for each in (ASKS, THINGS, GAINS, MINE))
    told = {
        "ask": asks,
        "own": things,
        "gain": gains,
        "me own": mine and things,
        "me own ask": mine and things and asks,
    }
    told |= {"ask gain": asks and gains, "my thing": mine and things and _side_by_side(words)}
    return (f"‹{name}›" for name, holds in told.items() if holds)


def _side_by_side(words: Sequence[str]) -> bool:
    mine = [at for at, word in enumerate(words) if word in MINE]
    return any(not THINGS.isdisjoint(words[at + 1 : at + 3]) for at in mine)


def spam_score_of(words: Sequence[str], padded: Sequence[int], ours: Sequence[str]) -> float:
    """0 to 1 for folded words with their pairs, and words of ours."""
    if not words:
        return 0.0
    spam = weights("spam")
    shaped = (*words, *ours)
    ends = shaped[len(words) - 1 :]
    pairs = set(padded[1:-1]).union(map(pair_feature, ends, ends[1:]))
    total = math.fsum(map(_word, set(shaped))) + spam.scale * sum([spam.values[pair] for pair in pairs])
    return sigmoid(float(spam.numbers["intercept"]) + total / (FLAT * math.sqrt(len(shaped))))


@lru_cache(maxsize=1 << 14)
def _word(word: str) -> float:
    spam = weights("spam")
    return spam.scale * sum(spam.values[at] for at in own_features(word))
