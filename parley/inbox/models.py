"""What somebody is told."""

from django.db import models
from django.db.models import Q


class What(models.TextChoices):
    """Written for ever, therefore renamed never."""

    RULING = "ruling:given", "A ruling on what you wrote"
    RULING_UNDONE = "ruling:undone", "A ruling on what you wrote was undone"
    FLAG_ANSWERED = "flag:answered", "An answer to your flag"
    FLAG_ANSWERED_ANEW = "flag:answered-anew", "A new answer to your flag"
    HELD = "comment:held", "Your comment waits for a mod"
    HIDDEN = "comment:hidden", "Your comment is hidden until a mod has ruled"
    MESSAGE = "ruling:message", "A message about a ruling"
    APPEAL_MADE = "appeal:made", "An appeal against your ruling"
    APPEAL_DECIDED = "appeal:decided", "Your appeal was decided"
    CASE_HANDED = "case:handed", "A case was handed to you"
    IMPASSE_BEGUN = "impasse:begun", "A member asked for an impasse with you"
    IMPASSE_OFFERED = "impasse:offered", "A member would end an impasse with you"
    MEMBER_HELD = "member:held", "Your new comments in a group wait for a mod"
    DRAFT_OFFERED = "draft:offered", "New rules wait for your signature"
    DRAFT_DECLINED = "draft:declined", "Another owner did not sign your draft of rules"
    LOOSENING_ASKED = "loosening:asked", "An owner asks for fewer second signatures"
    LOOSENING_ANSWERED = "loosening:answered", "An answer to a wish for fewer second signatures"
    REMOVAL_ASKED = "removal:asked", "An owner asks that another own a group no more"
    REMOVAL_ANSWERED = "removal:answered", "An answer to who owns a group"


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
    draft = models.ForeignKey("rulebooks.Draft", null=True, on_delete=models.CASCADE, related_name="+")
    impasse = models.ForeignKey("threads.Impasse", null=True, on_delete=models.CASCADE, related_name="+")
    hold = models.ForeignKey("threads.MemberHold", null=True, on_delete=models.CASCADE, related_name="+")
    loosening = models.ForeignKey("groups.Loosening", null=True, on_delete=models.CASCADE, related_name="+")
    removal = models.ForeignKey("groups.Removal", null=True, on_delete=models.CASCADE, related_name="+")
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
