"""Contesting a ruling."""

from django.db import models


class Appeal(models.Model):
    """One per ruling, decided by somebody who had no part in it."""

    ruling = models.OneToOneField("moderation.Ruling", on_delete=models.PROTECT, related_name="appeal")
    parts = models.ManyToManyField("moderation.Ruling", related_name="appealed_in")
    """All rulings that are contested together, `ruling` among them; more than one where they are of one mass act."""
    case = models.OneToOneField("moderation.Case", on_delete=models.PROTECT, related_name="appeal")
    text = models.OneToOneField("texts.Text", on_delete=models.PROTECT, related_name="+")
    """Why, in the author's words."""
    created_at = models.DateTimeField(auto_now_add=True)
    decided_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    is_granted = models.BooleanField(null=True)
    reasons = models.CharField(max_length=1000, blank=True)
    """What the author is told; not in the log."""
    is_involved = models.BooleanField(default=False)
    entry = models.OneToOneField("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
