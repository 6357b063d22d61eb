"""Words that no clause stands on and that yet were understood, because they say that something is forbidden or limited."""

import re
from collections.abc import Collection, Iterator, Sequence

from houserules.prose.foreign.part import Part
from houserules.prose.foreign.tongue import Tongue
from houserules.prose.words import Token


def governing(segment: Sequence[Token], read: Collection[int], tongue: Tongue, *, is_limit: bool) -> Iterator[Token]:
    """Of a segment that asks something, the governing words before, between, and behind what it asks.

    `read` holds where the words of its clauses begin.
    """
    words = Part.of(segment)
    begin = 0
    for at in range(len(words.words) + 1):
        if at == len(words.words) or words.words[at].start in read:
            yield from _of_run(Part(words.words[begin:], words.folded[begin:]), at - begin, tongue, is_limit=is_limit)
            begin = at + 1


def _of_run(rest: Part, count: int, tongue: Tongue, *, is_limit: bool) -> Iterator[Token]:
    """The governing words at both ends of the first `count` words, or all of these; none beside a condition."""
    run = Part(rest.words[:count], rest.folded[:count])
    if not tongue.words("conditions").isdisjoint(run.folded):
        return
    head = re.match(rf"(?:(?:{tongue.please}|{tongue.about}|{tongue.scopes}|{tongue.forbids}) )*", f"{rest.text} ")
    first = min(count, head[0].count(" ") if head is not None else 0)
    tail = re.search(rf"(?: (?:{tongue.forbidden}|{tongue.scopes}|{tongue.please}))+$", f" {run.text}")
    last = max(first, count - (tail[0].count(" ") if tail is not None else 0))
    beside = tongue.words("articles") | tongue.words("joins") | frozenset(tongue.talking.split("|"))
    if beside | (tongue.words("plain") if is_limit else frozenset()) >= set(run.folded[first:last]):
        first = last
    yield from (*run.words[:first], *run.words[last:])
