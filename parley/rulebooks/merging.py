"""Two authors' changes of one prose, line by line (a three-way merge: Khanna, Kunal, and Pierce, “A formal investigation of diff3”,
2007).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

MOST = 400
"""Lines; more are not merged, since finding the order of lines that recur can take the cube of them."""


@dataclass(frozen=True, slots=True)
class Both:
    """Lines that both changed, each in his own way."""

    theirs: tuple[str, ...]
    mine: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """One prose with the changes of both; where both changed the same lines, theirs stand first and mine below."""

    prose: str
    both: tuple[Both, ...] = ()


def merge(base: str, theirs: str, mine: str) -> Merged:
    """What the two made of `base`, in one prose. Nothing of either is lost."""
    old, left, right = (text.splitlines() for text in (base, theirs, mine))
    if max(map(len, (old, left, right))) > MOST:
        old = []  # everything counts as changed by both
    lines: list[str] = []
    both: list[Both] = []
    for unchanged, was, their, own in _stretches(old, left, right):
        if unchanged or own in (their, was):
            lines += their
        elif their == was:
            lines += own
        else:
            before, theirs_alone, mine_alone, after = _parted(their, own)
            both.append(Both(tuple(theirs_alone), tuple(mine_alone)))
            lines += [*before, *theirs_alone, *mine_alone, *after]
    return Merged("\n".join(lines), tuple(both))


def _parted(their: list[str], own: list[str]) -> tuple[list[str], list[str], list[str], list[str]]:
    """What both begin with, what is only theirs, what is only mine, and what both end with."""
    least = min(len(their), len(own))
    start = next((at for at in range(least) if their[at] != own[at]), least)
    end = next((at for at in range(least - start) if their[-1 - at] != own[-1 - at]), least - start)
    return their[:start], their[start : len(their) - end], own[start : len(own) - end], their[len(their) - end :]


Stretch = tuple[bool, list[str], list[str], list[str]]


def _stretches(old: list[str], left: list[str], right: list[str]) -> Iterator[Stretch]:
    """The texts cut at the lines that stand in all three: (whether it is such a run, its lines in each)."""
    at, at_left, at_right = 0, 0, 0
    in_left, in_right = _places(old, left), _places(old, right)
    for place in range(len(old) + 1):
        ends = place == len(old)
        to_left, to_right = (len(left), len(right)) if ends else (in_left.get(place), in_right.get(place))
        if to_left is None or to_right is None:
            continue
        if (at, at_left, at_right) != (place, to_left, to_right):
            yield False, old[at:place], left[at_left:to_left], right[at_right:to_right]
        if not ends:
            yield True, [old[place]], [left[to_left]], [right[to_right]]
        at, at_left, at_right = place + 1, to_left + 1, to_right + 1


def _places(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Where each line of the old text that was kept stands in the new one."""
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return {block.a + by: block.b + by for block in blocks for by in range(block.size)}
