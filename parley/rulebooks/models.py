"""Rule books and their versions. A version never changes; a change is a new version."""

from django.db import models
from django.db.models import Q


class Book(models.Model):
    """The rules of one place: the site, a group, or (referred to by it) a seed."""

    scope = models.CharField(max_length=5, choices=[(word, word) for word in ("site", "group", "seed")])
    group = models.ForeignKey("groups.Group", null=True, on_delete=models.PROTECT, related_name="+")
    """The group it rules or its seed is in; None for the site's."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="book_scope_known", condition=Q(scope__in=["site", "group", "seed"])),
            models.CheckConstraint(
                name="book_group_fits_scope",
                condition=Q(scope="site", group=None) | Q(~Q(scope="site"), group__isnull=False),
            ),
            models.UniqueConstraint(fields=["group"], condition=Q(scope="group"), name="one_book_per_group"),
            models.UniqueConstraint(fields=["scope"], condition=Q(scope="site"), name="one_book_per_site"),
        ]


class Version(models.Model):
    """Prose as published, with the reading its author confirmed (`houserules.RuleBook` as JSON)."""

    book = models.ForeignKey(Book, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    prose = models.TextField()
    reading = models.JSONField()
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    signed_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """The second owner, where the group asks for one."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_version_per_number")]


class Draft(models.Model):
    """What somebody is writing, with the choices made so far. It binds nobody, and is gone once it was published."""

    book = models.ForeignKey(Book, on_delete=models.CASCADE, related_name="drafts")
    author = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    prose = models.TextField(blank=True)
    reading = models.JSONField()
    after = models.PositiveIntegerField()
    """Number of the version it starts from; 0: none."""
    offered_at = models.DateTimeField(null=True)
    """Since when it waits for a second owner's signature."""
    declined_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """The second owner who would not sign it, until its author asks again."""
    declined_because = models.TextField(blank=True)
    """Why, for the author."""
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "author"], name="one_draft_per_book_and_author"),
            models.CheckConstraint(
                name="declined_draft_waits_no_more_and_has_reason",
                condition=Q(declined_by=None, declined_because="")
                | Q(~Q(declined_because=""), declined_by__isnull=False, offered_at=None),
            ),
        ]
