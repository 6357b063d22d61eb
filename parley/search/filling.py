"""Filling the index of a site that was there before it, and filling it anew: from the newest down, in transactions of their own."""

import time
from collections.abc import Callable, Sequence
from typing import Any

from django.db import transaction
from django.db.models import Max, QuerySet

from parley.search import keeping
from parley.search.indexes import index
from parley.search.models import Document, Filling, HeadingWord
from parley.seeds.models import Seed
from parley.texts.models import Revision, Text
from parley.threads.models import Comment

AT_ONCE = 500


def set_up(**_: Any) -> None:
    """Called after each migration."""
    index().set_up()
    if not Filling.objects.exists():
        _begin()


def anew() -> None:
    """Nothing is found until it is filled again."""
    index().clear()
    Document.objects.all().delete()
    HeadingWord.objects.all().delete()
    Filling.objects.all().delete()
    _begin()


def _begin() -> None:
    """What comes from now on is put into the index by who stores it."""
    Filling.objects.create(seeds_below=_after(Seed), comments_below=_after(Comment))


def _after(model: Any) -> int:
    last = model.objects.aggregate(last=Max("pk"))["last"]
    return last + 1 if last else 0


def left() -> int:
    """About how many seeds and comments are not in the index yet."""
    row = Filling.objects.first()
    return row.seeds_below + row.comments_below if row else 0


def fill(*, seconds: float, tell: Callable[[int], None] | None = None) -> None:
    """For so long, or until all is in it. Seeds come first, since their comments take marks from them."""
    end = time.monotonic() + seconds
    while time.monotonic() < end and _fill_some():
        if tell:
            tell(left())


@transaction.atomic
def _fill_some() -> bool:
    """False where nothing is left."""
    row = Filling.objects.select_for_update().first()
    if row is None or not (row.seeds_below or row.comments_below):
        return False
    if row.seeds_below:
        keys = _next(Seed, row.seeds_below)
        put_some(seeds=keys)
        row.seeds_below = keys[-1] if keys else 0
    else:
        keys = _next(Comment, row.comments_below)
        put_some(comments=keys)
        row.comments_below = keys[-1] if keys else 0
    row.save()
    return True


def _next(model: Any, below: int) -> list[int]:
    return list(model.objects.filter(pk__lt=below).order_by("-pk").values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def put_some(*, seeds: Sequence[int] = (), comments: Sequence[int] = ()) -> None:
    """Locked first, so that nobody changes meanwhile what is put here: whoever does waits, and changes the index after this."""
    if seeds:
        _lock(Seed.objects.filter(pk__in=seeds))
        _lock(Text.objects.filter(pk__in=list(Seed.objects.filter(pk__in=seeds).values_list("remark", flat=True))))
        keeping.put_seeds(seeds)
    if comments:
        written = list(Comment.objects.filter(pk__in=comments).values_list("text", flat=True))
        _lock(Text.objects.filter(pk__in=written))
        _lock(Revision.objects.filter(text__in=written))  # what a redaction changes
        keeping.put_comments(Comment.objects.filter(pk__in=comments))


def _lock(rows: QuerySet[Any]) -> None:
    list(rows.select_for_update().order_by("pk").values_list("pk"))
