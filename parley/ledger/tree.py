"""The tree in the database: entries get their places after they were written, and whoever asks gets proofs.

Places are given out by one at a time, under the lock on the one row of `Tree`, in a transaction of its own: acts that run at once
need not wait for each other, and an entry never stands before one that could still be taken back.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from parley.base.batches import update_each
from parley.base.keys import renew
from parley.base.refusals import Invalid, NotThere
from parley.base.saying import say
from parley.ledger import merkle, signing
from parley.ledger.merkle import Range, Whole
from parley.ledger.models import Entry, Head, Node, Place, Tree

AT_ONCE = 5000
"""So many entries get their places in one transaction."""
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Proof:
    """That the tree of `size` leaves holds leaf `index`, or begins as that of `index` leaves does; hashes in hexadecimal digits."""

    index: int
    size: int
    hashes: tuple[str, ...]


def number_of(whole: Whole) -> int:
    """One number for a node: leaves are even, and a parent stands between its children (as in RFC 9420, appendix C)."""
    level, index = whole
    return index << level + 1 | (1 << level) - 1


def grow() -> int:
    """Give out the places that wait, and sign the new head. How many it gave out."""
    given = 0
    while Place.objects.filter(index=None).exists():  # asked before anything is locked
        count = _grow_once()
        given += count
        if count < AT_ONCE:
            break
    return given


def grow_soon() -> None:
    """The same once the transaction is through; what fails now is done by the next who comes (`jobs.grow_the_log`)."""
    transaction.on_commit(_try_to_grow)


def _try_to_grow() -> None:
    try:
        grow()
    except Exception:  # the act is done and stands; its place comes with the next try
        log.exception("the log did not grow; it will be tried again")


@transaction.atomic
def _grow_once() -> int:
    tree, _ = Tree.objects.select_for_update().get_or_create(pk=1, defaults={"name": signing.new_name()})
    waiting = list(
        Place.objects.filter(index=None).order_by("entry_id").values_list("entry_id", "entry__digest")[:AT_ONCE]
    )
    if not waiting:
        return 0
    known = _hashes_of(merkle.wholes((0, tree.size)))
    fresh: dict[Whole, bytes] = {}

    def whole(each: Whole) -> bytes:
        return fresh[each] if each in fresh else known[each]

    for index, (_, digest) in enumerate(waiting, tree.size):
        fresh.update(merkle.completed_by(index, bytes.fromhex(digest), whole))
    Node.objects.bulk_create([Node(id=number_of(each), hash=found) for each, found in fresh.items()], batch_size=5000)
    update_each([Place(entry_id=entry, index=index) for index, (entry, _) in enumerate(waiting, tree.size)], ["index"])
    tree.size += len(waiting)
    tree.save()
    _sign(tree, merkle.hash_of((0, tree.size), whole))
    renew("log")
    return len(waiting)


def _sign(tree: Tree, root: bytes) -> None:
    at = timezone.now()
    Head.objects.create(size=tree.size, at=at, note=signing.head_text(tree.name, tree.size, root, at))


def name() -> str:
    """Of the log, in its heads and signatures; one query."""
    return Tree.objects.values_list("name", flat=True).first() or signing.new_name()


def public_key() -> str:
    """What checks whatever this log signs: one line."""
    return signing.public_key(name())


def signed(text: str) -> str:
    """`text`, which ends with a line break, as a note by this log."""
    return signing.signed(text, name())


def head() -> Head | None:
    """The newest one; None while nothing has happened."""
    return Head.objects.order_by("-size").first()


def heads(*, limit: int) -> list[Head]:
    """Newest first."""
    return list(Head.objects.order_by("-size")[:limit])


def head_of(size: int) -> Head:
    """The head of that size. Raises `NotThere`."""
    found: Head | None = Head.objects.filter(size=size).first()
    if found is None:
        raise NotThere
    return found


def inclusion_of(entry: Entry) -> tuple[Proof, Head] | None:
    """Proof that the newest head's tree holds the entry; None where it has no place yet. Three queries."""
    index = Place.objects.filter(pk=entry.pk).values_list("index", flat=True).first()
    newest = head()
    if index is None or newest is None:
        return None
    return Proof(index, newest.size, _hashed(merkle.inclusion(index, newest.size))), newest


def consistency_of(first: int, second: int) -> Proof:
    """Proof that the tree of `first` leaves is the beginning of that of `second`. Raises `Invalid`."""
    newest = head()
    size = newest.size if newest else 0
    if not 0 < first <= second <= size:
        raise Invalid(say("Name two sizes, the earlier one first, from 1 to {most}.", most=size), "no-such-sizes")
    return Proof(first, second, _hashed(merkle.consistency(first, second)))


def _hashed(ranges: Sequence[Range]) -> tuple[str, ...]:
    """The hashes of these ranges; one query."""
    known = _hashes_of([each for part in ranges for each in merkle.wholes(part)])
    return tuple(merkle.hash_of(part, known.__getitem__).hex() for part in ranges)


def _hashes_of(wholes: Sequence[Whole]) -> dict[Whole, bytes]:
    numbers = {number_of(each): each for each in wholes}
    return {numbers[node.pk]: bytes(node.hash) for node in Node.objects.filter(pk__in=numbers)}
