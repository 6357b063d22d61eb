"""What a member follows, how far he has read there, what he folded and muted, and what he has begun to write."""

from django.db import models
from django.db.models import Q

from parley.threads import paths

BEHIND = b"\xff" * paths.WIDTH
"""Behind a path: no comment has a place as large."""


class Tracked(models.Model):
    """One member and one discussion in which he took part or which he followed. It is kept when he follows no more: his history."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    seed = models.ForeignKey("seeds.Seed", on_delete=models.CASCADE, related_name="+")
    is_followed = models.BooleanField(default=True)
    is_muted = models.BooleanField(default=False)
    """No notices from here, and nothing counts as new."""
    read_to = models.BigIntegerField(default=0)
    """Comments up to this key are read. It moves forward only."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "seed"], name="one_tracked_per_person_and_seed")]


class Seen(models.Model):
    """A comment that was read while an older one was not yet."""

    tracked = models.ForeignKey(Tracked, on_delete=models.CASCADE, related_name="seen")
    comment = models.ForeignKey("threads.Comment", on_delete=models.CASCADE, related_name="+", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tracked", "comment"], name="one_seen_per_comment")]


class Branch(models.Model):
    """A comment below which one member folded or muted the discussion."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    seed = models.ForeignKey("seeds.Seed", on_delete=models.CASCADE, related_name="+")
    comment = models.ForeignKey("threads.Comment", on_delete=models.CASCADE, related_name="+")
    path = models.BinaryField(max_length=paths.WIDTH * paths.DEEPEST)
    end = models.BinaryField(max_length=paths.WIDTH * (paths.DEEPEST + 1))
    """What stands below it has a path between these two."""
    is_folded = models.BooleanField(default=False)
    is_muted = models.BooleanField(default=False)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "comment"], name="one_branch_per_person_and_comment"),
            models.CheckConstraint(name="branch_folded_or_muted", condition=Q(is_folded=True) | Q(is_muted=True)),
        ]
        indexes = [models.Index(fields=["person", "seed"], name="branch_of_person")]


class Unsent(models.Model):
    """What somebody has begun to write. Nobody else reads it, and it goes when it is posted, or after some weeks."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    seed = models.ForeignKey("seeds.Seed", on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey("threads.Comment", null=True, on_delete=models.CASCADE, related_name="+")
    text = models.TextField()
    version = models.PositiveIntegerField(default=1)
    """Grows with each change, so that one window does not write over what another has kept."""
    changed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "seed"], condition=Q(parent=None), name="one_unsent_per_seed"),
            models.UniqueConstraint(
                fields=["person", "parent"], condition=Q(parent__isnull=False), name="one_unsent_per_parent"
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-changed_at"], name="unsent_newest"),
            models.Index(fields=["changed_at"], name="unsent_oldest"),
        ]
