"""What a line says about the things it lists: that they are forbidden, allowed, or asked for.

A line is cut into segments; the words at the head of a segment (“No …”, “You may …”) or after its list (“… may be
removed”) frame the list between them. Where the words do not make a frame for certain, there is none, and the
segment is left to people.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from houserules.book import Modal
from houserules.prose.lexicon import CONDITIONS, GLUE, words
from houserules.prose.wordings import (
    ALLOWING,
    ASKING,
    BREAKS,
    FORBIDDING,
    FORBIDDING_ACTS,
    LIMIT_FIRST,
    NEGATED_TAIL,
    NOT_FORGET,
    OPENING,
    PUZZLES,
    QUOTES,
    REMOVING,
    STARTS_SEGMENT,
    TAIL_AFTER_NO,
    TAIL_COSTS,
    TAIL_FINE,
    TAIL_NOT_FINE,
    VERB_FIRST,
    VIOLATORS,
    WHEN_ANSWERING,
    WHOEVER,
)
from houserules.prose.words import Stretch, Token

NARROWING = frozenset({"related", "relating", "about", "regarding", "in", "on", "with", "for", "mostly", "especially"})
PLACED = frozenset({"in", "on", "within"})
CUT_SHORT = frozenset({"max", "min", "approx", "ca"})
PRONOUNS = frozenset({"it", "them", "those", "these"})


OPENERS = words(
    """
    no dont do never please always you refrain nothing feel remember violators offenders there we they theyre it its
    this thats youre were any avoid stay keep be at not a max maximum minimum up
    """
)
"""First words of `STARTS_SEGMENT`, `LIMIT_FIRST`, and `VERB_FIRST`: without one of them no statement begins."""
OPENINGS = words(
    """
    please pls kindly note remember reminder also and or again so well then finally just as ok warning important in be
    once but here on within for when if while whenever before
    """
)
"""First words of `OPENING` and `WHEN_ANSWERING`."""


class Says(StrEnum):
    """What a frame says of its list."""

    FORBIDS = "forbids"
    PERMITS = "permits"
    ASKS = "asks"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Frame:
    """What a segment says, of which of its words, and at what cost."""

    says: Says
    listed: Sequence[Token]
    """Words and punctuation of the list."""
    modal: Modal = Modal.PLAIN
    sanction: Sequence[Token] = ()
    is_conditional: bool = False
    """The frame holds only under conditions that were not read."""
    is_headed: bool = False
    """The list follows “No …” or its like, where a capital letter tells a name."""
    lists_acts: bool = False
    """The list begins with a verb (“Don't feed the trolls”), so that no adjective can stand before a thing."""


HEADS = (
    (NOT_FORGET, Says.ASKS),
    (REMOVING, Says.FORBIDS),
    (FORBIDDING_ACTS, Says.FORBIDS),
    (FORBIDDING, Says.FORBIDS),
    (ALLOWING, Says.PERMITS),
    (ASKING, Says.ASKS),
)


def segments(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """The stretches of a line that are framed on their own."""
    tokens = _without_asides(tokens)
    begin = 0
    for at, token in enumerate(tokens):
        if at > begin and _breaks(tokens, begin, at):
            yield tokens[begin:at]
            begin = at
        if token.source in BREAKS - QUOTES and not _is_inside(tokens, at):
            yield tokens[begin:at]
            begin = at + 1
    if begin < len(tokens):
        yield tokens[begin:]


def _is_inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether a dot stands inside an address (“example.com”) or behind “max.”, or a dash inside a range (“20–400”)."""
    if not 0 < at < len(tokens) - 1:
        return False
    before, after = tokens[at - 1], tokens[at + 1]
    if tokens[at].source in "–—":
        return before.source.isdecimal() and after.source.isdecimal()
    if tokens[at].source != ".":
        return False
    if before.folded in CUT_SHORT and before.end == tokens[at].start:
        return True
    return before.end == tokens[at].start and after.start == tokens[at].end and after.source.islower()


def _without_asides(tokens: Sequence[Token]) -> Sequence[Token]:
    """The line without its closed parentheses; one that holds a condition stays as if it had stood without them."""
    kept: list[Token] = []
    opened: int | None = None
    for token in tokens:
        if token.source == "(" and opened is None and kept:
            opened = len(kept)
        if token.source == ")" and opened is not None:
            aside = kept[opened + 1 :]
            kept[opened:] = aside if _has_condition(aside) or _narrows_thing(aside) else []
            opened = None
            continue
        kept.append(token)
    return kept


def _breaks(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Whether a new statement begins at a word: after a comma, or after “and”, “or”, “but”.

    In “members who troll, or keep disrupting” a bare verb goes on with the list.
    """
    before = tokens[at - 1]
    if not tokens[at].is_word:
        return False
    if tokens[at].folded == "but":
        return True
    if before.source != "," and before.folded not in {"and", "or", "but", "so"}:
        return False
    takes_back = before.folded == "but" and at - 1 == begin  # “but you may …” stays together
    if takes_back or tokens[at].folded not in OPENERS:
        return False
    ahead = Stretch(tokens[at : at + 4]).folded
    is_one_limit = tokens[max(begin, at - 2)].source.isdecimal()  # “at least 20 and at most 400 words”
    if STARTS_SEGMENT.match(ahead) or (LIMIT_FIRST.match(ahead) and not is_one_limit):
        return True
    return VERB_FIRST.match(ahead) is not None and not WHOEVER.match(Stretch(tokens[begin : begin + 6]).folded)


def frame(segment: Sequence[Token], carried: Says | None = None) -> Frame:
    """The frame of one segment; `carried` is what the segment before said of a list that follows (“Not allowed: …”)."""
    rest, is_please = _after_opening(tuple(segment))
    modal = Modal.PLEASE if is_please else Modal.PLAIN
    text = Stretch(rest).folded
    if not text:
        return Frame(carried or Says.NOTHING, (), modal)
    if PUZZLES.match(text):
        return Frame(Says.NOTHING, rest, modal)
    for pattern, says in HEADS:
        head = pattern.match(text)
        if head is not None:
            framed = _headed(says, rest, head[0], modal)
            return replace(framed, lists_acts=pattern not in {FORBIDDING, REMOVING})
    return _tailed(rest, text, modal, carried)


def _after_opening(tokens: tuple[Token, ...]) -> tuple[tuple[Token, ...], bool]:
    """The segment without “please”, “note that”, “in this seed”, “when replying”; and whether it said please."""
    is_please = False
    for _ in range(6):
        if not tokens or (tokens[0].is_word and tokens[0].folded not in OPENINGS):
            break
        text = Stretch(tokens[:12]).folded
        opening = OPENING.match(text) or WHEN_ANSWERING.match(text)
        if opening is None:
            break
        is_please = is_please or opening[0] in {" please", " pls", " kindly"}
        tokens = _drop(tokens, opening[0].count(" "))
    return tokens, is_please


def _drop(tokens: tuple[Token, ...], words: int) -> tuple[Token, ...]:
    """What follows the first `words` words."""
    for at, token in enumerate(tokens):
        if words == 0:
            return tokens[at:]
        words -= token.is_word
    return ()


def _headed(says: Says, tokens: tuple[Token, ...], head: str, modal: Modal) -> Frame:
    rest = _drop(tokens, head.count(" "))
    stretch = Stretch(rest)
    if (
        modal is Modal.PLAIN
        and says is not Says.PERMITS
        and re.search(r" (?:must|should|shall|cannot|cant)(?= |$)", head)
    ):
        modal = Modal.MUST
    if REMOVING.match(head):
        cost = tuple(tokens[: len(tokens) - len(rest)])
        return Frame(Says.FORBIDS, rest, _cost(head), cost, is_conditional=_has_condition(rest))
    if says is Says.PERMITS:
        return Frame(Says.NOTHING if re.match(r" (?:not|only|never|no)\b", stretch.folded) else says, rest, modal)
    if says is Says.FORBIDS:
        return _forbidding_head(rest, stretch, modal)
    return Frame(says, rest, modal)


def _forbidding_head(rest: tuple[Token, ...], stretch: Stretch, modal: Modal) -> Frame:
    """“No memes will be tolerated” forbids; “No memes will be removed” does not, and is left to people."""
    if NEGATED_TAIL.search(stretch.folded) or TAIL_NOT_FINE.search(stretch.folded) or TAIL_COSTS.search(stretch.folded):
        return Frame(Says.NOTHING, rest, modal)
    tail = TAIL_AFTER_NO.search(stretch.folded)
    if tail is None:
        return Frame(Says.FORBIDS, rest, modal, is_headed=True)
    after = stretch.words[stretch.word_at(tail.end()) :]
    return Frame(
        Says.FORBIDS, _before(rest, stretch, tail.start()), modal, is_conditional=_narrows(after), is_headed=True
    )


def _before(tokens: tuple[Token, ...], stretch: Stretch, offset: int) -> tuple[Token, ...]:
    """The tokens in front of the word at `offset` of the folded stretch."""
    at = stretch.word_at(offset)
    end = stretch.words[at].start if at < len(stretch) else tokens[-1].end
    return tuple(token for token in tokens if token.end <= end)


def _has_condition(words: Sequence[Token]) -> bool:
    return any(word.folded in CONDITIONS for word in words)


def _narrows_thing(aside: Sequence[Token]) -> bool:
    """Whether an aside narrows what stands before it: “diets (related to weight)”."""
    return any(word.folded in NARROWING for word in aside[:1])


def _narrows(words: Sequence[Token]) -> bool:
    """Whether words after “… are not allowed” may say where or when: anything beyond “here, please”."""
    if any(one.folded in PLACED and other.folded in PRONOUNS for one, other in pairwise(words)):
        return True
    return any(word.folded not in GLUE or word.folded in CONDITIONS for word in words)


def _tailed(tokens: tuple[Token, ...], text: str, modal: Modal, carried: Says | None) -> Frame:
    """A segment whose frame stands after its list, or that is a bare list under a heading, or a bare request."""
    if NEGATED_TAIL.search(text):
        return Frame(Says.NOTHING, tokens, modal)
    for pattern, says in ((TAIL_NOT_FINE, Says.FORBIDS), (TAIL_COSTS, Says.FORBIDS), (TAIL_FINE, Says.PERMITS)):
        tail = pattern.search(text)
        if tail is not None:
            return _with_tail(says, tokens, tail, modal, is_cost=pattern is TAIL_COSTS)
    return Frame(carried or Says.ASKS, tokens, modal)


def _with_tail(says: Says, tokens: tuple[Token, ...], tail: "re.Match[str]", modal: Modal, *, is_cost: bool) -> Frame:
    stretch = Stretch(tokens)
    listed = _before(tokens, stretch, tail.start())
    first = stretch.word_at(tail.start())
    after = stretch.words[stretch.word_at(tail.end()) :]
    sanction = tuple(token for token in tokens if is_cost and token.start >= stretch.words[first].start)
    subject = WHOEVER.match(Stretch(listed).folded)
    if subject is not None:
        listed = _drop(listed, subject[0].count(" "))
    elif VIOLATORS.match(Stretch(listed).folded):
        says = Says.NOTHING
    return Frame(
        says,
        listed,
        _cost(tail[0]) if is_cost else modal,
        sanction,
        is_conditional=_has_condition(after) if is_cost else _narrows(after),
        lists_acts=subject is not None,
    )


def _cost(tail: str) -> Modal:
    if tail.lstrip().startswith("risk"):
        return Modal.RISK
    return (
        Modal.MAY if re.search(r" (?:may|can|could|might|liable|subject)", tail) and " will" not in tail else Modal.WILL
    )
