"""What somebody is told."""

from django.db import models
from django.db.models import Q

from parley.inbox.tracked import Branch, Seen, Tracked, Unsent

__all__ = ["Branch", "Notice", "Seen", "Tracked", "Unsent", "What"]


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
    REPLY = "comment:reply", "A reply to your comment"
    CITATION = "comment:citation", "Words of yours were cited"
    MENTION = "comment:mention", "You were mentioned"
    SEED_COMMENT = "seed:comment", "A comment on what you seeded"
    RULES_CHANGED = "rules:changed", "New rules in a group of yours"
    LET_IN = "group:let-in", "You were let into a private group"


class Mail(models.TextChoices):
    """How somebody is told by mail of one sort of thing."""

    AT_ONCE = "at-once", "Mail at once"
    DIGEST = "digest", "Once a day, all in one mail"
    NONE = "none", "No mail"


class Topic(models.TextChoices):
    """Sorts of notices as members choose them (`topics.WHATS`)."""

    REPLIES = "replies", "Replies to my comments"
    CITATIONS = "citations", "Citations of my words"
    MENTIONS = "mentions", "Mentions of my name"
    SEEDS = "seeds", "Comments on what I seeded"
    RULES = "rules", "New rules in my groups, and being let into one"
    FLAGS = "flags", "Answers to my flags"
    WAITING = "waiting", "Comments of mine that wait or are hidden"
    MESSAGES = "messages", "Messages about a ruling"
    IMPASSES = "impasses", "Impasses"
    MODERATING = "moderating", "Appeals against my rulings, and cases handed to me"
    OWNING = "owning", "What another owner asks or answers"
    DECISIONS = "decisions", "Rulings on what I wrote, and my appeals"


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
    comment = models.ForeignKey("threads.Comment", null=True, on_delete=models.CASCADE, related_name="+")
    version = models.ForeignKey("rulebooks.Version", null=True, on_delete=models.CASCADE, related_name="+")
    group = models.ForeignKey("groups.Group", null=True, on_delete=models.CASCADE, related_name="+")
    digest = models.ForeignKey("Digest", null=True, on_delete=models.SET_NULL, related_name="notices")
    """The mail that tells of it beside others."""
    at = models.DateTimeField(auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    mail_claimed_at = models.DateTimeField(null=True)
    """Set before the mail is handed over, so that none goes twice."""
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="notice_what_known", condition=Q(what__in=What.values)),
            models.UniqueConstraint(fields=["comment", "person"], condition=Q(comment__isnull=False), name="one_notice_per_comment"),
            models.UniqueConstraint(fields=["version", "person"], condition=Q(version__isnull=False), name="one_notice_per_version"),
        ]
        indexes = [
            models.Index(fields=["person", "-id"], name="notice_newest"),
            models.Index(fields=["person"], condition=Q(read_at=None), name="notice_unread"),
            models.Index(fields=["at"], condition=Q(mail_claimed_at=None), name="notice_unmailed"),
        ]


class Digest(models.Model):
    """One mail a day at most, about several notices. Its row is the claim: made before the mail is handed over."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    date = models.DateField()
    claimed_at = models.DateTimeField(auto_now_add=True)
    mailed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "date"], name="one_digest_per_day")]


class Preference(models.Model):
    """How somebody wants to be told of a sort of thing, where he said so; else `topics.USUAL` holds."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    topic = models.CharField(max_length=20, choices=Topic.choices)
    mail = models.CharField(max_length=10, choices=Mail.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "topic"], name="one_preference_per_topic"),
            models.CheckConstraint(name="preference_topic_known", condition=Q(topic__in=Topic.values)),
            models.CheckConstraint(name="preference_mail_known", condition=Q(mail__in=Mail.values)),
        ]


class Hour(models.Model):
    """At which hour (UTC) somebody wants his daily mail, where he said so."""

    person = models.OneToOneField("people.Person", primary_key=True, on_delete=models.CASCADE, related_name="+")
    hour = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [models.CheckConstraint(name="hour_of_a_day", condition=Q(hour__lte=23))]


class Device(models.Model):
    """A browser that hears of notices by web push: where to send (RFC 8030), and for whom to encrypt (RFC 8291)."""

    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=60)
    endpoint = models.CharField(max_length=1000, unique=True)
    p256dh = models.CharField(max_length=100)
    auth = models.CharField(max_length=40)
    failures = models.PositiveSmallIntegerField(default=0)
    """Attempts in a row that reached nobody."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["person", "-id"], name="device_newest")]
