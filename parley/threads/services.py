"""Writing comments. Whether one may be posted is decided in `posting`; here it gets its number and is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import F, QuerySet

from parley.base.events import tell
from parley.base.keys import purge, renew
from parley.base.prepared import Prepared, PreparedChange, insert
from parley.people.models import Person
from parley.seeds import services as seeds
from parley.seeds.models import Seed
from parley.texts import services as texts
from parley.texts.events import TextsChanged
from parley.texts.models import Text
from parley.threads import paths
from parley.threads.events import CommentPosted
from parley.threads.models import Citation, Comment, Held


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of another comment: a span of one of its revisions, in code points of the source."""

    comment: Comment
    revision_id: int
    start: int
    end: int


@transaction.atomic
def add(
    *,
    author: Person,
    seed: Seed,
    parent: Comment | None,
    text: Text,
    cited: Sequence[Cited],
    is_official: bool,
    form_key: UUID | None,
    at: datetime,
    is_calm: bool = False,
) -> Comment:
    """A comment under the next free number; `seed` is locked by the caller, and `parent` was read after that, which makes numbers
    and paths agree.
    """
    beside = _place_above(parent)
    if beside is None:
        root = place = seed.top_count + 1
        TOPS(seed.pk)
        path = paths.extended(b"", place)
    else:
        CHILDREN(beside.pk)
        root, path = beside.root, paths.extended(bytes(beside.path), beside.child_count + 1)
        BRANCH(seed.pk, root)
    is_first = newest_by(author, seed) is None
    comment = Comment(
        seed=seed,
        author=author,
        text=text,
        parent=parent,
        path=path,
        root=root,
        is_official=is_official,
        is_calm=is_calm,
        form_key=form_key,
        created_at=at,
    )
    insert(comment)
    _cite(comment, cited, 0)
    seeds.count(seed, comments=1, people=int(is_first))
    renew(f"person/{author.pk}")
    tell(CommentPosted(comment.pk, seed.pk, author.pk))
    return comment


TOPS = PreparedChange(lambda key: (Seed.objects.filter(pk=key), {"top_count": F("top_count") + 1}), int)
CHILDREN = PreparedChange(lambda key: (Comment.objects.filter(pk=key), {"child_count": F("child_count") + 1}), int)
BRANCH = PreparedChange(
    lambda seed, root: (Comment.objects.filter(seed=seed, parent=None, root=root), {"branch_size": F("branch_size") + 1}), int, int
)


def newest_by(author: Person, seed: Seed) -> int | None:
    """Key of what the author said last in this discussion."""
    return next((key for (key,) in NEWEST_BY.rows(seed.pk, author.pk)), None)


def _newest_by(seed: int, author: int) -> QuerySet[Comment, tuple[int]]:
    return Comment.objects.filter(seed=seed, author=author).order_by("-pk").values_list("pk")[:1]


NEWEST_BY = Prepared(_newest_by, int, int)


@transaction.atomic
def cite(comment: Comment, cited: Sequence[Cited]) -> None:
    """Citations behind those that the comment has; it is locked by the caller."""
    _cite(comment, cited, comment.citations.count())


def _cite(comment: Comment, cited: Sequence[Cited], before: int) -> None:
    for place, each in enumerate(cited, before):
        insert(
            Citation(
                comment=comment,
                place=place,
                cited=each.comment,
                revision_id=each.revision_id,
                start=each.start,
                end=each.end,
            )
        )


def texts_changed(told: TextsChanged) -> None:
    """Comments are seen in their discussion, which holds what cites them as well, and on their author's page."""
    found = Comment.objects.filter(text__in=told.keys).values_list("seed_id", "author_id")
    keys = {key for seed, author in found for key in (f"seed/{seed}", f"person/{author}")}
    purge(*sorted(keys))


def _place_above(parent: Comment | None) -> Comment | None:
    """The comment below which a reply stands: the parent, or at the greatest depth the one above it."""
    if parent is None or len(parent.path) < paths.WIDTH * paths.DEEPEST:
        return parent
    return Comment.objects.get(seed_id=parent.seed_id, path=bytes(parent.path)[: paths.WIDTH * (paths.DEEPEST - 1)])


def lock(comment: Comment) -> Comment:
    """The comment anew, locked until the transaction ends."""
    return (
        Comment.objects.select_for_update(of=("self",))
        .select_related("author", "seed__group", "seed__seeder", "text__current", "text__removed_by")
        .get(pk=comment.pk)
    )


@transaction.atomic
def hold(
    *,
    author: Person,
    seed: Seed,
    parent: Comment | None,
    text: Text,
    cited: Sequence[Cited],
    is_official: bool,
    form_key: UUID | None,
    at: datetime,
) -> Held:
    """Keep a comment for a mod, as `add` would post it. It gets no number before it is released."""
    return Held.objects.create(
        seed=seed,
        author=author,
        parent=parent,
        text=text,
        cited=[(each.comment.pk, each.revision_id, each.start, each.end) for each in cited],
        is_official=is_official,
        form_key=form_key,
        created_at=at,
    )


def release(held: Held, *, at: datetime) -> Comment:
    """Post what was held, under the next free number; releasing twice is releasing once. What is cited is still there: nothing
    is deleted.
    """
    seed = seeds.lock(held.seed)
    held = Held.objects.select_for_update().get(pk=held.pk)
    if held.comment_id is not None:
        return Comment.objects.get(pk=held.comment_id)
    cited = [Cited(Comment(pk=key), revision, start, end) for key, revision, start, end in held.cited]
    comment = add(
        author=held.author,
        seed=seed,
        parent=held.parent,
        text=held.text,
        cited=cited,
        is_official=held.is_official,
        form_key=held.form_key,
        at=at,
    )
    held.comment = comment
    held.save(update_fields=["comment"])
    return comment


def take_back(held: Held, *, at: datetime) -> None:
    """What waited is gone for good, words and references; its form may be sent anew. Locked by the caller."""
    texts.forget(held.text)
    held.cited, held.form_key, held.taken_back_at = [], None, at
    held.save(update_fields=["cited", "form_key", "taken_back_at"])


def lock_held(held: Held) -> Held:
    """The held comment anew, locked until the transaction ends."""
    found = Held.objects.select_for_update(of=("self",)).select_related(
        "author", "seed__group", "seed__seeder", "text__current"
    )
    return found.get(pk=held.pk)
