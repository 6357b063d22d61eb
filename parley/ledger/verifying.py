"""Whether the log is what it was: every entry hashed again, every head's root and signature, the stored tree, an earlier head."""

import itertools
from collections.abc import Iterator

import parley_verify
from parley.ledger import content, merkle, tree
from parley.ledger.models import Entry, Head, Node, Place, Told, Tree

AT_ONCE = 2000


def verify(kept_head: str | None = None) -> Iterator[str]:
    """What is wrong, a sentence each; nothing where all holds. `kept_head`: a head that somebody fetched earlier and kept."""
    heads, key = {head.size: head for head in Head.objects.iterator()}, tree.public_key()
    kept = _opened(kept_head, "The head you kept", key) if kept_head else None
    if isinstance(kept, str):
        yield kept
        kept = None
    grown = parley_verify.Growing()
    for entry in _in_order():
        yield from _faults_of(entry, grown.size)
        grown.add(bytes.fromhex(entry.digest))
        size = grown.size
        if size in heads:
            yield from _faults_of_head(heads.pop(size), grown.root(), key)
        if kept and kept.size == size and kept.root != grown.root():
            yield f"The head you kept had another root over its {size:,} entries: some of them were changed since."
    yield from (f"A head was signed over {size:,} entries, and the log has {grown.size:,}: its end is missing." for size in heads)
    if kept and kept.size > grown.size:
        yield f"The head you kept was over {kept.size:,} entries, and the log has {grown.size:,}: its end is missing."
    yield from _faults_of_store(grown)


def _in_order() -> Iterator[Entry]:
    """By place; in batches, so that memory does not grow with the log."""
    after = -1
    while batch := list(
        Place.objects.filter(index__gt=after).select_related("entry", "entry__purged_by").order_by("index")[:AT_ONCE]
    ):
        for place in batch:
            place.entry.place = place
            yield place.entry
        after = batch[-1].index or 0


def _faults_of(entry: Entry, index: int) -> Iterator[str]:
    if entry.place.index != index:
        yield f"Place {index:,} is empty: an entry before number {entry.pk:,} is missing."
    if entry.purged_by_id is None:
        if content.digest_of(content.leaf_of(entry) or "") != entry.digest:
            yield f"Entry {entry.pk:,} says something else than when it was written."
    elif not _says_why(entry.purged_by, entry.pk):
        yield f"Entry {entry.pk:,} is empty, and no entry says why."


def _says_why(by: Entry | None, purged: int) -> bool:
    """Its own words may have been purged as well."""
    return by is not None and by.act == Told.ENTRY_PURGED and (by.body.get("purges") == purged or by.purged_by_id is not None)


def _faults_of_head(head: Head, root: bytes, key: str) -> Iterator[str]:
    signed = _opened(head.note, f"The head over {head.size:,} entries", key)
    if isinstance(signed, str):
        yield signed
    elif (signed.size, signed.root) != (head.size, root):
        yield f"The head over {head.size:,} entries has another root than they have: some were changed, moved, or left out."


def _opened(note: str, what: str, key: str) -> parley_verify.Head | str:
    try:
        return parley_verify.head_in(note, key)
    except parley_verify.DoesNotHold as reason:
        return f"{what} does not hold. {reason}"


def _faults_of_store(grown: parley_verify.Growing) -> Iterator[str]:
    """What proofs are made of, and entries that never came into the tree."""
    size = Tree.objects.values_list("size", flat=True).first() or 0
    if size != grown.size:
        yield f"The tree says that it has {size:,} leaves, and {grown.size:,} entries have a place."
    strays = Entry.objects.filter(place=None).count()
    if strays:
        yield f"{strays:,} entries never got a place in the tree."
    yield from _faults_of_nodes(grown.size)


def _faults_of_nodes(size: int) -> Iterator[str]:
    """Each stored hash against the two below it; leaves against their entries."""
    leaves = Place.objects.filter(index__lt=size).order_by("index").values_list("index", "entry__digest")
    rows = leaves.iterator()
    while some := list(itertools.islice(rows, AT_ONCE)):
        stored = Node.objects.in_bulk([tree.number_of((0, index or 0)) for index, _ in some])
        for index, digest in some:
            node = stored.get(tree.number_of((0, index or 0)))
            if node is None or bytes(node.hash).hex() != digest:
                yield f"The tree has another hash for leaf {index:,} than its entry."
    level = 1
    while size >> level:
        for start in range(0, size >> level, AT_ONCE):
            yield from _faults_of_level(level, range(start, min(start + AT_ONCE, size >> level)))
        level += 1


def _faults_of_level(level: int, indexes: range) -> Iterator[str]:
    wanted = [(level, each) for each in indexes] + [(level - 1, each) for each in range(indexes.start * 2, indexes.stop * 2)]
    stored = {node.pk: bytes(node.hash) for node in Node.objects.filter(pk__in=[tree.number_of(each) for each in wanted])}
    for index in indexes:
        left, right = (stored.get(tree.number_of((level - 1, index * 2 + side)), b"") for side in (0, 1))
        if stored.get(tree.number_of((level, index))) != merkle.node_hash(left, right):
            yield f"The tree has a wrong hash at level {level}, place {index:,}."
