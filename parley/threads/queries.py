"""Reading comments."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from parley.base.batches import batches
from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.groups import policy as groups
from parley.groups.models import Group
from parley.groups.queries import readable_by
from parley.people.models import Person, shown_name
from parley.seeds.models import Seed
from parley.texts import pictures
from parley.texts.models import Picture, Redaction, Revision, Text
from parley.threads import paths
from parley.threads.models import Citation, Comment, Held


def visible_to(viewer: Person | None) -> QuerySet[Comment]:
    """Comments in groups that the viewer may read; removed ones are among them, their texts are tombstones."""
    return Comment.objects.filter(readable_by(viewer, prefix="seed__group__")).select_related(
        "author", "seed__group", "text__current", "text__removed_by"
    )


def comment_for(viewer: Person | None, comment_id: int) -> Comment:
    """Raises `NotThere` alike for none and for one that the viewer may not read."""
    found: Comment | None = BY_KEY.first(comment_id)
    if found is None or not groups.may_read(viewer, found.seed.group):
        raise NotThere
    return found


def _whole() -> QuerySet[Comment]:
    return Comment.objects.select_related(
        "author", "seed__group", "seed__seeder", "seed__source", "text__current", "text__removed_by"
    )


BY_KEY = Prepared(lambda key: _whole().filter(pk=key)[:1], int)


def item_of_text(text_id: int) -> Comment | Held | None:
    """What has this text, whoever asks."""
    found = _whole().filter(text=text_id).first()
    held = Held.objects.select_related("author", "seed__group", "seed__seeder", "text__current", "text__removed_by")
    return found or held.filter(text=text_id, comment=None, taken_back_at=None).first()


def picture_for(viewer: Person | None, key: UUID) -> tuple[Picture, Group | None]:
    """A picture without its bytes, and the group in which it is shown (None: its member's alone, while it waits). Raises `NotThere`
    alike for none, for one that the viewer may not see, and for one that was cut, whoever asks.
    """
    picture = pictures.known(key)
    if picture.text_id is None:
        if pictures.is_waiting_for(viewer, picture):
            return picture, None
        raise NotThere
    item = item_of_text(picture.text_id) if pictures.is_shown(picture) else None
    if isinstance(item, Comment) and groups.may_read(viewer, item.seed.group):
        return picture, item.seed.group
    if isinstance(item, Held) and viewer is not None and item.author_id == viewer.pk:
        return picture, None
    raise NotThere


def held_for(author: Person, held_id: int) -> Held:
    """One's own comment that waits for a mod; raises `NotThere` for others', and for one that was taken back."""
    mine = Held.objects.select_related("seed__group", "text__current", "comment__seed")
    found = mine.filter(pk=held_id, author=author, taken_back_at=None).first()
    if found is None:
        raise NotThere
    return found


def waiting_of(author: Person) -> list[Held]:
    """One's own comments that wait for a mod, newest first."""
    found = Held.objects.filter(author=author, comment=None, taken_back_at=None).select_related("seed__group", "text__current")
    return list(found.order_by("-pk")[:100])


def citations_shown() -> "Prefetch[str]":
    """What showing a citation needs: the cited revision with its standing redactions, and whether its text was removed."""
    redactions = Redaction.objects.filter(lifted_by=None).select_related("entry")
    rows = Citation.objects.select_related("cited__author", "revision__text__removed_by").prefetch_related(
        Prefetch("revision__redactions", queryset=redactions)
    )
    return Prefetch("citations", queryset=rows)


def for_page(comments: QuerySet[Comment]) -> QuerySet[Comment]:
    """With all that a page of comments shows, in a number of queries that does not grow."""
    return (
        comments.select_related("author", "text__current", "text__removed_by")
        .defer("text__current__source")
        .prefetch_related(citations_shown())
    )


def bare(
    seed: Seed, *, key: int, author_id: int, at: datetime, removed_by: int | None, is_calm: bool, revision: int
) -> Comment:  # fmt: skip
    """A comment of which only that is known on which a reader's rights depend: for policies, never to be saved."""
    text = Text(removed_by_id=removed_by, current=Revision(number=revision))
    return Comment(pk=key, seed=seed, author_id=author_id, text=text, created_at=at, is_calm=is_calm)


def in_seed(seed: Seed) -> QuerySet[Comment]:
    return Comment.objects.filter(seed=seed)


def comment_at(seed: Seed, number: str) -> Comment | None:
    """The comment of that number (1.1.2) in a discussion."""
    try:
        path = paths.path_of(number[: paths.LONGEST])
    except ValueError:
        return None
    return in_seed(seed).filter(path=path).first()


def newest_in(seed: Seed, *, limit: int) -> list[Comment]:
    """For the feed: newest first."""
    rows = list(for_page(in_seed(seed)).order_by("-pk")[:limit])
    for row in rows:
        row.seed = seed
    return rows


@dataclass(frozen=True, slots=True)
class Before:
    """A comment of one's own that stands in a discussion already, with its sealed source: for judging only."""

    key: int
    number: str
    at: datetime
    source: str


def earlier_by(author: Person, seed: Seed, *, before: Comment | None = None) -> list[Before]:
    """The author's comments in this discussion (`before` one of them: those that stood then), newest first."""
    rows = EARLIER.rows(seed.pk, author.pk, before.pk if before else LATEST)
    return [Before(key, paths.number_of(bytes(path)), at, source or "") for key, path, at, source in rows]


def _earlier(seed: int, author: int, before: int) -> QuerySet[Comment, tuple[Any, ...]]:
    found = Comment.objects.filter(seed=seed, author=author, text__removed_by=None, pk__lt=before).order_by("-pk")[:MOST_EARLIER]
    return found.values_list("pk", "path", "created_at", "text__current__source")


MOST_EARLIER, MOST_PEOPLE, MOST_LATELY = 50, 200, 1000
"""So many are looked at, the latest: of an author's earlier comments, of those who took part in a discussion, and of the comments in
which they did.
"""
LATEST = 2**62
"""Behind every key."""
EARLIER = Prepared(_earlier, int, int, int)


def around(item: Comment | Held, *, limit: int) -> list[Comment]:
    """The comment it answers and the nearest of those that answer the same, by number; of a top-level comment its nearest
    neighbours.
    """
    siblings = Comment.objects.filter(seed_id=item.seed_id, parent_id=item.parent_id)
    if isinstance(item, Comment):
        siblings = siblings.exclude(pk=item.pk)
        behind = list(siblings.filter(pk__gt=item.pk).order_by("pk").values_list("pk", flat=True)[: limit // 2])
        siblings = siblings.filter(pk__lt=item.pk)
    else:
        behind = []
    before = list(siblings.order_by("-pk").values_list("pk", flat=True)[: limit - len(behind)])
    keys = [*before, *behind, *([item.parent_id] if item.parent_id else [])]
    found = Comment.objects.filter(pk__in=keys).select_related("author", "seed", "text__current", "text__removed_by")
    return list(found.order_by("path"))


def by_key(keys: Sequence[int]) -> dict[int, Comment]:
    """With author and text, whoever asks: for judging only."""
    return Comment.objects.select_related("author", "text__current", "text__removed_by").in_bulk(list(set(keys)))


def quoted_by_others(viewer: Person, keys: Sequence[int], author: Person, *, limit: int) -> tuple[int, list[Comment]]:
    """How often others quote these comments where the viewer reads, and the newest that do; two queries for 500."""
    count = 0
    found: dict[int, Comment] = {}
    for some in batches(keys, 500):
        quoting = Citation.objects.filter(cited__in=some).exclude(comment__author=author)
        count += quoting.count()
        newest = visible_to(viewer).filter(citations__in=quoting).distinct().order_by("-pk")[:limit]
        found |= {comment.pk: comment for comment in newest}
    return count, [found[key] for key in sorted(found, reverse=True)[:limit]]


def by_keys(viewer: Person | None, keys: Sequence[int]) -> dict[int, Comment]:
    """Those of the keys that the viewer may read."""
    return {comment.pk: comment for comment in visible_to(viewer).filter(pk__in=keys)}


def people_in(seed: Seed) -> list[tuple[int, str]]:
    """Keys and names of who wrote the newest thousand comments of this discussion, at most 200 who did so last, in order of keys."""
    return sorted(islice(dict(NEWEST.rows(seed.pk)).items(), MOST_PEOPLE))


def newest_keys(seed: Seed, *, limit: int) -> list[int]:
    """Of the newest comments, newest first."""
    return list(in_seed(seed).order_by("-pk").values_list("pk", flat=True)[:limit])


def newest_said(seed: Seed) -> list[tuple[int, str]]:
    """Keys of the newest comments and names of their authors, at most fifty, newest first."""
    return [(key, shown_name(name)) for key, name in NEWEST_SAID.rows(seed.pk)]


def _newest_said(seed: int) -> QuerySet[Comment, tuple[int, str]]:
    return Comment.objects.filter(seed=seed).order_by("-pk").values_list("pk", "author__username")[:50]


NEWEST_SAID = Prepared(_newest_said, int)


def _newest(seed: int) -> QuerySet[Comment, tuple[int, str]]:
    return Comment.objects.filter(seed=seed).order_by("-pk").values_list("author", "author__username")[:MOST_LATELY]


NEWEST = Prepared(_newest, int)


def is_answered_by_others(comment: Comment, author: Person) -> bool:
    return comment.answers.exclude(author=author).exists()


def by_person(person: Person, viewer: Person | None, *, before: int | None, limit: int) -> list[Comment]:
    """Newest first, only where the viewer may read."""
    found = for_page(visible_to(viewer).filter(author=person)).order_by("-pk")
    return list((found.filter(pk__lt=before) if before else found)[:limit])


def found_by_key(viewer: Person | None, keys: Sequence[int]) -> dict[int, Comment]:
    """Of these the ones that the viewer may read and that show something, for a search; one query."""
    if not keys:
        return {}
    found = visible_to(viewer).filter(pk__in=keys, text__removed_by=None).defer("text__current__source")
    return {comment.pk: comment for comment in found}


def names_in(seed: Seed) -> list[str]:
    """Names of who wrote in a discussion, its seeder among them."""
    wrote = Comment.objects.filter(seed=seed).values_list("author__username", flat=True).distinct()
    return sorted({*wrote, seed.seeder.username})
