"""What people wrote. Nobody outside this folder reads `source`: what is shown comes from `texts.shown`."""

from django.db import models
from django.db.models import F, Q


class Text(models.Model):
    """Something a person wrote, with all its revisions."""

    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    current = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    removed_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    """The act that removed it whole; what is left is a tombstone."""


class Revision(models.Model):
    """One state of a text. `source` never changes; `html` and `plain` are what the public may see of it now."""

    text = models.ForeignKey(Text, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    source = models.TextField()
    html = models.TextField()
    plain = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["text", "number"], name="one_revision_per_number")]


class Redaction(models.Model):
    """A span of a revision (code points of its source) that is not shown while `lifted_by` is empty."""

    revision = models.ForeignKey(Revision, on_delete=models.PROTECT, related_name="redactions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    entry = models.ForeignKey("ledger.Entry", on_delete=models.PROTECT, related_name="redactions")
    lifted_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.CheckConstraint(name="redaction_not_empty", condition=Q(start__lt=F("end")))]
        indexes = [models.Index(fields=["revision"], condition=Q(lifted_by=None), name="redaction_standing")]
