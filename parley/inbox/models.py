"""What somebody is told."""

from django.db import models
from django.db.models import Q


class What(models.TextChoices):
    """Written for ever, therefore renamed never."""

    RULING = "ruling:given", "A ruling on what you wrote"
    RULING_UNDONE = "ruling:undone", "A ruling on what you wrote was undone"
    FLAG_ANSWERED = "flag:answered", "An answer to your flag"
    HELD = "comment:held", "Your comment waits for a mod"
    HIDDEN = "comment:hidden", "Your comment is hidden until a mod has ruled"
    MESSAGE = "ruling:message", "A message about a ruling"
    APPEAL_MADE = "appeal:made", "An appeal against your ruling"
    APPEAL_DECIDED = "appeal:decided", "Your appeal was decided"
    CASE_HANDED = "case:handed", "A case was handed to you"


class Notice(models.Model):
    """One thing one person is told. It names what happened and holds none of its words; those are read anew whenever it is shown."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    what = models.CharField(max_length=20, choices=What.choices)
    ruling = models.ForeignKey("moderation.Ruling", null=True, on_delete=models.CASCADE, related_name="+")
    flag = models.ForeignKey("moderation.Flag", null=True, on_delete=models.CASCADE, related_name="+")
    held = models.ForeignKey("threads.Held", null=True, on_delete=models.CASCADE, related_name="+")
    message = models.ForeignKey("moderation.Message", null=True, on_delete=models.CASCADE, related_name="+")
    appeal = models.ForeignKey("appeals.Appeal", null=True, on_delete=models.CASCADE, related_name="+")
    case = models.ForeignKey("moderation.Case", null=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mail_claimed_at = models.DateTimeField(null=True)
    """Set before the mail is handed over, so that none goes twice."""
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="notice_what_known", condition=Q(what__in=What.values)),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
        ]
