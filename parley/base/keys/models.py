"""What was touched lately. Rows are written in the transaction of the change, read by every process, and gone after an hour."""

from django.db import models


class Touch(models.Model):
    key = models.CharField(max_length=60)
    is_cut = models.BooleanField()
    """What was kept under the key is shown to nobody again."""
    xact = models.BigIntegerField()
    """Number of the transaction that wrote it, where several write at once; on SQLite, where one does, 0."""
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["xact"], name="touch_xact"), models.Index(fields=["at"], name="touch_at")]
