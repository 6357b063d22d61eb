"""Rulings: decisions of mods on comments."""

from django.db import models


class Ruling(models.Model):
    comment = models.ForeignKey("threads.Comment", on_delete=models.PROTECT, related_name="rulings")
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    """Of the comment, so that the rulings of a discussion are found without reading it."""
    actor = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    action = models.CharField(max_length=20)
    """Name of a file in `moderation/actions`."""
    version = models.ForeignKey("rulebooks.Version", on_delete=models.PROTECT, related_name="+")
    """The rule book version whose line it names; pinned when the comment was posted."""
    line_number = models.PositiveIntegerField()
    """Of the line in the one list of the discussion."""
    clause_key = models.CharField(max_length=20, blank=True)
    """The clause of that line; empty where the line has none and people keep it."""
    is_involved = models.BooleanField(default=False)
    """Given by a mod with a part in it, since nobody was free to rule."""
    entry = models.OneToOneField("ledger.Entry", on_delete=models.PROTECT, related_name="+")
    undone_by = models.OneToOneField("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
