"""What people wrote. Nobody outside this folder reads `source`: what is shown comes from `texts.shown`."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q


class Text(models.Model):
    """Something a person wrote, with all its revisions."""

    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    current = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    removed_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """The act that removed it whole; what is left is a tombstone."""

    class Meta:
        # Not of all: SQLite takes an index for a promise that few rows match, and would read all texts that were not removed.
        indexes = [models.Index(fields=["removed_by"], condition=Q(removed_by__isnull=False), name="text_removed")]


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
    lifted_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)

    class Meta:
        constraints = [models.CheckConstraint(name="redaction_not_empty", condition=Q(start__lt=F("end")))]
        indexes = [
            models.Index(fields=["revision"], condition=Q(lifted_by=None), name="redaction_standing"),
            models.Index(fields=["lifted_by"], condition=Q(lifted_by__isnull=False), name="redaction_lifted"),
        ]


class Picture(models.Model):
    """A picture that a member uploaded, made anew in two sizes. Without a text it waits for its form to be sent, or only counts
    towards what the member can send in a day.
    """

    key = models.UUIDField(unique=True, default=uuid4)
    """Its address, which nobody guesses."""
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    form_key = models.UUIDField()
    """Of the form that brought it."""
    sent_digest = models.CharField(max_length=64, blank=True)
    """SHA-256 of the file as it came, so that a form sent twice keeps it once."""
    text = models.ForeignKey(Text, null=True, on_delete=models.PROTECT, related_name="pictures")
    number = models.PositiveSmallIntegerField(null=True)
    """By which the text names it."""
    digest = models.CharField(max_length=64, blank=True)
    width = models.PositiveIntegerField(default=0)
    """0: nothing is kept of it."""
    height = models.PositiveIntegerField(default=0)
    small_width = models.PositiveIntegerField(default=0)
    small_height = models.PositiveIntegerField(default=0)
    created_at = models.DateTimeField(auto_now_add=True)
    small = models.BinaryField(default=bytes)
    content = models.BinaryField(default=bytes)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "number"], name="one_picture_per_number"),
            models.UniqueConstraint(
                fields=["person", "form_key", "sent_digest"], condition=~Q(sent_digest=""), name="one_picture_per_form_and_file"
            ),
            models.CheckConstraint(
                name="picture_of_text_has_number", condition=Q(text=None, number=None) | Q(text__isnull=False, number__gte=1)
            ),
        ]
        indexes = [
            models.Index(fields=["person", "-created_at"], name="picture_of_person"),
            models.Index(fields=["created_at"], condition=Q(text=None), name="picture_waiting"),
        ]

    @property
    def url(self) -> str:
        return f"/p/{self.key}"
