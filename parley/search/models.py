"""What is looked through. The words themselves stand in an index of the database's own kind (`indexes/`)."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from parley.seeds.models import Seed
    from parley.threads.models import Comment

KEYS = 1 << 31
FIRST = int(datetime(2000, 1, 1, tzinfo=UTC).timestamp())
"""Seconds are counted from here, sixty-eight years to either side."""
LAST = (1 << 63) - 1


def place_at(then: datetime, key: int = 0, *, is_comment: bool = False) -> int:
    """Second, kind, and key in one number of 63 bits: in its order documents are as old as what they are about, so that the newest
    stand at one end, a day is a range, and nobody has to look up where the document of a comment is.
    """
    place = ((int(then.timestamp()) - FIRST) * 2 + is_comment) * KEYS + key % KEYS
    return max(-LAST, min(LAST, place))


class Document(models.Model):
    """A seed, or a comment (`comment` is set)."""

    id = models.BigIntegerField(primary_key=True)
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+", db_index=False)
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+", db_index=False)
    comment = models.ForeignKey("threads.Comment", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    marks = models.CharField(max_length=400, blank=True)
    """Of a seed: by what it and its comments are narrowed down (`marks.py`)."""

    class Meta:
        indexes = [models.Index(fields=["group"], condition=Q(comment=None), name="document_seeds_of_group")]


class Filling(models.Model):
    """How far the index of a site that was there before it has come, from the newest down; one row."""

    seeds_below = models.BigIntegerField()
    """Seeds with smaller keys are not in it yet; 0: all are."""
    comments_below = models.BigIntegerField()


class HeadingWord(models.Model):
    """A word of a headline, whoever may read it: it is only looked for in headlines, never shown by itself."""

    word = models.CharField(max_length=60, unique=True)


def place_of_seed(seed: "Seed") -> int:
    return place_at(seed.created_at, seed.pk)


def place_of_comment(comment: "Comment") -> int:
    return place_at(comment.created_at, comment.pk, is_comment=True)
