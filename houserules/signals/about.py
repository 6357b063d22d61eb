"""Whom words are about: a member who takes part, or the subject of the article."""

import re
from bisect import bisect_right
from dataclasses import dataclass

from houserules.judgement import Judgement
from houserules.plain import Span
from houserules.signals.address import YOU, is_called
from houserules.signals.bearing import PLAIN, SHORTEST
from houserules.signals.written_words import words_of, written_words

SENTENCE_ENDS = re.compile(r"[.!?\n]")
ANSWER = 6
"""An answer of so few words that names nobody is about whom it answers."""
FEWEST_LETTERS = 3
BEHIND = 3


@dataclass(frozen=True)
class References:
    """Where a comment refers to whom, by written word."""

    starts: tuple[int, ...]
    """Where each word starts in the source."""
    sentences: tuple[int, ...]
    """The number of the sentence of each word."""
    members: tuple[int, ...]
    subjects: tuple[int, ...]


def references(judgement: Judgement) -> References:
    """Words for the reader, names of members, and words of the article's headline."""
    written, facts = judgement.signal(written_words), judgement.facts
    people = [*facts.members, *(each.author for each in (facts.parent, *facts.cited) if each is not None)]
    names = {word for each in people if not facts.author.is_same(each) for word in words_of(each.name)}
    names = {word for word in names if len(word) >= FEWEST_LETTERS}
    headline = {word for word in words_of(facts.article_title) if len(word) >= SHORTEST and word not in PLAIN}
    bare = [word.removesuffix("'s") for word in written.words]
    named = {at for at, word in enumerate(bare) if word in names and is_called(judgement, at, word)}
    spans = [written.span(at) for at in range(len(written.words))]
    ends = [found.start() for found in SENTENCE_ENDS.finditer(facts.text)]
    return References(
        starts=tuple(span.start for span in spans),
        sentences=tuple(bisect_right(ends, span.start) for span in spans),
        members=tuple(at for at, word in enumerate(written.words) if word in YOU or at in named),
        subjects=tuple(at for at, word in enumerate(bare) if word in headline and at not in named),
    )


def is_about_member(judgement: Judgement, span: Span) -> bool:
    """Whether the words of `span` are about a member: one is referred to in the sentence, nearer than the subject is."""
    known, facts = judgement.signal(references), judgement.facts
    at = max(0, bisect_right(known.starts, span.start) - 1)
    if not known.starts:
        return False
    member, subject = (_distance(known, at, places) for places in (known.members, known.subjects))
    if member is not None:
        return subject is None or member <= subject
    is_answer = facts.parent is not None and not facts.answers_oneself and len(known.starts) <= ANSWER
    return is_answer and not known.subjects


def _distance(known: References, at: int, places: tuple[int, ...]) -> int | None:
    """Words to the nearest place in the same sentence, more for what stands behind: “Pell is a crook, Kit”."""
    after = bisect_right(places, at)
    near = [place for place in places[max(0, after - 2) : after + 1] if place != at]
    apart = [
        at - place if place < at else place - at + BEHIND
        for place in near
        if known.sentences[place] == known.sentences[at]
    ]
    return min(apart, default=None)
