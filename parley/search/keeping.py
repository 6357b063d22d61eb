"""The index holds what everybody who may read there sees now: it is changed in the transaction of what changes that."""

from collections.abc import Iterable, Sequence

from django.db.models import QuerySet

from parley.base.batches import batches
from parley.base.events import listen
from parley.base.prepared import Prepared, numbers
from parley.groups.events import ShowChanged
from parley.search import headings
from parley.search.indexes import Entry, index
from parley.search.jobs import put_comments_of, put_seeds_of
from parley.search.models import Document, place_at, place_of_comment, place_of_seed
from parley.search.narrowing import marks_of, marks_of_seed
from parley.search.tokens import tokens_of
from parley.seeds import queries as seeds
from parley.seeds.events import SeedListed, SeedPublished
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.events import TextsChanged
from parley.threads.events import CommentPosted
from parley.threads.models import Comment

MOST_WAITED_FOR = 50
MOST_WORDS = 12_000
"""Of one text; longer ones are found by their beginnings."""


def begin() -> None:
    """Listen; called once at the start of a process."""
    listen(CommentPosted, lambda told: _put(POSTED.instances(told.comment_id)))
    listen(SeedPublished, lambda told: put_seeds([told.seed_id]))
    listen(SeedListed, lambda told: put_seeds([told.seed_id]))
    listen(TextsChanged, _texts_changed)
    listen(ShowChanged, _show_changed)


def _texts_changed(told: TextsChanged) -> None:
    """Of many at once what is shown now is put back by a worker: nobody waits for that, and what was cut is gone before."""
    changed = Comment.objects.filter(text__in=told.keys)
    if len(told.keys) > MOST_WAITED_FOR:
        index().drop(place_at(at, key, is_comment=True) for at, key in changed.values_list("created_at", "pk"))
        put_comments_of.enqueue(list(told.keys))
    else:
        put_comments(changed)
    put_seeds(list(Seed.objects.filter(remark__in=told.keys).values_list("pk", flat=True)))


def _show_changed(told: ShowChanged) -> None:
    """Its seeds are found no more until a worker has read anew what is shown of their articles."""
    found = Document.objects.filter(group=told.group_id, comment=None).values_list("pk", flat=True)
    index().drop(list(found))
    put_seeds_of.enqueue(told.group_id)


def put_comments(comments: QuerySet[Comment]) -> None:
    """As they are shown now; those of which nothing is shown are dropped. A query, one for each ten discussions, and what changes."""
    _put(list(_with_texts(comments)))


def _with_texts(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    return comments.select_related("seed", "text__current", "text__removed_by").defer("text__current__source")


POSTED = Prepared(lambda key: _with_texts(Comment.objects.filter(pk=key)), int)


def _put(rows: Sequence[Comment]) -> None:
    shared = shared_marks({each.seed for each in rows})
    documents, entries, gone = [], [], []
    for each in rows:
        key = place_of_comment(each)
        documents.append(Document(id=key, group_id=each.seed.group_id, seed_id=each.seed_id, comment_id=each.pk))
        if words := tokens_of(texts.shown(each.text).plain)[:MOST_WORDS]:
            entries.append(Entry(key, each.seed.group_id, (), words, marks_of(shared.get(each.seed_id, ""), each.author_id)))
        else:
            gone.append(key)
    Document.objects.bulk_create(documents, ignore_conflicts=True)
    _store(entries, gone)


def shared_marks(found: Iterable[Seed]) -> dict[int, str]:
    """By key of a seed; a query for ten, and two more where a seed is not in the index yet."""
    places = {place_of_seed(seed): seed.pk for seed in found}
    marks = {places[key]: given for some in batches(list(places), MARKED) for key, given in MARKS.rows(some)}
    missing = [key for key in places.values() if key not in marks]
    for seed in Seed.objects.filter(pk__in=missing).prefetch_related("tags") if missing else ():
        marks[seed.pk] = _marks_of_seed(seed)
    return marks


MARKED = 10
MARKS = Prepared(lambda keys: Document.objects.filter(pk__in=keys).values_list("pk", "marks"), numbers(MARKED))


def _marks_of_seed(seed: Seed) -> str:
    return marks_of_seed(seed, sorted(tag.pk for tag in seed.tags.all()))


def put_seeds(keys: Sequence[int]) -> None:
    """As lists show them now; those that stand on none are dropped."""
    if not keys:
        return
    found = seeds.for_index(keys)
    documents, entries, gone = [], [], []
    for seed in found:
        key, shared = place_of_seed(seed), _marks_of_seed(seed)
        documents.append(Document(id=key, group_id=seed.group_id, seed_id=seed.pk, marks=shared))
        if seed.unlisted_by_id is None:
            entries.append(Entry(key, seed.group_id, tokens_of(seed.headline), _words(seed), marks_of(shared, seed.seeder_id)))
        else:
            gone.append(key)
    Document.objects.bulk_create(documents, update_conflicts=True, unique_fields=["id"], update_fields=["marks"])
    headings.keep(seed.headline for seed in found)
    _store(entries, gone)


def _words(seed: Seed) -> list[str]:
    """Of everything else that is public of a seed."""
    remark = texts.shown(seed.remark).plain if seed.remark else ""
    source = seed.source.name if seed.source else ""
    parts = [source, *seed.bylines, *(tag.name for tag in seed.tags.all()), remark, seeds.opening_shown(seed)]
    return [token for part in parts for token in tokens_of(part)][:MOST_WORDS]


def _store(entries: Sequence[Entry], gone: Sequence[int]) -> None:
    if entries:
        index().put(entries)
    if gone:
        index().drop(gone)
