"""A Merkle tree as in RFC 9162, 2.1 (and RFC 6962, 2.1): hashes, roots, and proofs, without storage.

A tree is asked for by ranges [start, end) of its leaves. Whole ranges, those of 2^level leaves that begin at a multiple of their
size, never change once they are full; whoever stores the tree stores these (`completed_by`), and every root and proof is made of
a few dozen of them (`wholes`). Hashes are 32 bytes. What checks proofs stands in `parley_verify.py`, which needs nothing of ours.
"""

import hashlib
from collections.abc import Callable

Range = tuple[int, int]
Whole = tuple[int, int]
"""(level, index): leaves [index · 2^level, (index + 1) · 2^level)."""

EMPTY = hashlib.sha256(b"").digest()


def leaf_hash(content: bytes) -> bytes:
    return hashlib.sha256(b"\x00" + content).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def _split(size: int) -> int:
    """The largest power of two below `size`."""
    return 1 << (size - 1).bit_length() - 1


def wholes(part: Range) -> list[Whole]:
    """The whole ranges of which one is made, left to right: O(log n) of them."""
    start, end = part
    found = []
    while start < end:
        level = (end - start).bit_length() - 1
        if start:
            level = min(level, (start & -start).bit_length() - 1)
        found.append((level, start >> level))
        start += 1 << level
    return found


def hash_of(part: Range, whole: Callable[[Whole], bytes]) -> bytes:
    """Merkle tree hash of a range that begins where one of its size may: of the whole tree, or of a step of a proof."""
    hashes = [whole(each) for each in wholes(part)]
    if not hashes:
        return EMPTY
    found = hashes.pop()
    while hashes:
        found = node_hash(hashes.pop(), found)
    return found


def inclusion(index: int, size: int) -> list[Range]:
    """The ranges whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf up (RFC 9162, 2.1.3.1).

    Raises ValueError where there is no such leaf.
    """
    if not 0 <= index < size:
        raise ValueError("The tree has no such leaf.")
    found, start, end = [], 0, size
    while end - start > 1:
        middle = start + _split(end - start)
        if index < middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start = middle
    return found[::-1]


def consistency(first: int, second: int) -> list[Range]:
    """The ranges whose hashes prove that the tree of `first` leaves is the beginning of that of `second` (RFC 9162, 2.1.4.1).

    Raises ValueError unless 0 < first <= second.
    """
    if not 0 < first <= second:
        raise ValueError("The earlier tree must have leaves, and not more than the later one.")
    found: list[Range] = []
    start, end, is_beginning = 0, second, True
    while first != end:
        middle = start + _split(end - start)
        if first <= middle:
            found.append((middle, end))
            end = middle
        else:
            found.append((start, middle))
            start, is_beginning = middle, False
    return [*([] if is_beginning else [(start, end)]), *found[::-1]]


def completed_by(index: int, leaf: bytes, whole: Callable[[Whole], bytes]) -> list[tuple[Whole, bytes]]:
    """The leaf itself and all ranges that are full with it, to be stored."""
    found, level, place = [((0, index), leaf)], 0, index
    while place & 1:
        leaf = node_hash(whole((level, place - 1)), leaf)
        level, place = level + 1, place >> 1
        found.append(((level, place), leaf))
    return found
