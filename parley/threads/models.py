"""Comments, their tree, and their citations."""

from django.db import models
from django.db.models import F, Q

from parley.threads import paths


class Comment(models.Model):
    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="comments")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    text = models.OneToOneField("texts.Text", on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answers")
    """The comment it answers; where that stands at the greatest depth, the tree places it beside its parent."""
    path = models.BinaryField(max_length=paths.WIDTH * paths.DEEPEST)
    """Its number, packed so that an index range reads a branch in order (docs/decisions)."""
    root = models.PositiveIntegerField()
    """First place of its number."""
    child_count = models.PositiveIntegerField(default=0)
    """Numbers allotted below it so far."""
    branch_size = models.PositiveIntegerField(default=1)
    """Of a top-level comment: comments in its branch, itself included."""
    vote_count = models.PositiveIntegerField(default=0)
    is_official = models.BooleanField(default=False)
    is_calm = models.BooleanField(default=False)
    """An official call for calm, which names nobody."""
    form_key = models.UUIDField(null=True)
    created_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["seed", "path"], name="one_comment_per_number"),
            models.UniqueConstraint(fields=["author", "form_key"], name="one_comment_per_form"),
        ]
        indexes = [
            models.Index(fields=["seed", "root", "path"], name="comment_of_branch"),
            models.Index(fields=["seed", "-vote_count", "root"], condition=Q(parent=None), name="comment_top_voted"),
            models.Index(fields=["seed", "-root"], condition=Q(parent=None), name="comment_top_newest"),
            models.Index(fields=["author", "-id"], name="comment_of_author"),
            models.Index(fields=["seed", "author", "-id"], name="comment_of_author_in_seed"),
            models.Index(fields=["seed", "-id"], name="comment_newest_in_seed"),
        ]

    @property
    def number(self) -> str:
        return paths.number_of(bytes(self.path))

    @property
    def depth(self) -> int:
        """0 for a top-level comment."""
        return len(self.path) // paths.WIDTH - 1

    @property
    def url(self) -> str:
        """Leads to the page of the discussion on which it stands."""
        return f"/c/{self.pk}"


class Citation(models.Model):
    """A reference to words of another comment, never a copy: what it shows is what they are now."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="citations")
    place = models.PositiveSmallIntegerField()
    cited = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="cited_in")
    revision = models.ForeignKey("texts.Revision", on_delete=models.PROTECT, related_name="+")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()

    class Meta:
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["comment", "place"], name="one_citation_per_place"),
            models.CheckConstraint(name="citation_not_empty", condition=Q(start__lt=F("end"))),
        ]


class Held(models.Model):
    """A comment that waits for a mod before anybody else sees it. It has no number yet, and is part of no list."""

    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    author = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    text = models.OneToOneField("texts.Text", on_delete=models.PROTECT, related_name="+")
    parent = models.ForeignKey(Comment, null=True, on_delete=models.PROTECT, related_name="+")
    cited = models.JSONField(default=list)
    """What it will cite: (key of the comment, key of its revision, start, end)."""
    is_official = models.BooleanField(default=False)
    form_key = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    comment = models.ForeignKey(Comment, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """What it became when a mod had ruled."""
    taken_back_at = models.DateTimeField(null=True)
    """Its author took it back before that: its words are gone for good, and what is left says only that there was one."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["author", "form_key"], name="one_held_per_form"),
            models.UniqueConstraint(fields=["comment"], condition=Q(comment__isnull=False), name="one_held_per_comment"),
            models.CheckConstraint(
                name="held_posted_or_taken_back", condition=Q(comment=None) | Q(taken_back_at=None)
            ),
        ]
        indexes = [models.Index(fields=["author", "-id"], condition=Q(comment=None), name="held_waiting")]

    @property
    def url(self) -> str:
        """Where its author sees it."""
        return f"/held/{self.pk}"


class Way(models.TextChoices):
    """How a discussion under strain is held; several may hold at once."""

    LOCKED = "locked", "Locked"
    PAUSED = "paused", "Paused"
    SLOWED = "slowed", "Slow mode"
    HELD = "held", "New comments wait for a mod"
    REOPENED = "reopened", "Stays open"
    """By a mod, after it had closed by itself."""


class Strain(models.Model):
    """What holds in a discussion beyond the house rules until a mod ends it, or until its time."""

    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=10, choices=Way.choices)
    minutes = models.PositiveSmallIntegerField(default=0)
    """Between two comments of one member in slow mode."""
    note = models.CharField(max_length=300)
    ends_at = models.DateTimeField(null=True)
    entry = models.OneToOneField("ledger.Entry", on_delete=models.PROTECT, related_name="+")
    eased_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="strain_way_known", condition=Q(way__in=Way.values)),
            models.CheckConstraint(name="strain_pause_ends", condition=~Q(way="paused") | Q(ends_at__isnull=False)),
            models.CheckConstraint(name="strain_slow_has_minutes", condition=~Q(way="slowed") | Q(minutes__gte=1)),
        ]
        indexes = [models.Index(fields=["seed"], condition=Q(eased_by=None), name="strain_standing")]


class Impasse(models.Model):
    """Two members answer each other no more in one discussion; both are bound."""

    seed = models.ForeignKey("seeds.Seed", on_delete=models.PROTECT, related_name="+")
    one = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    """`one` has the smaller key, so that a pair is bound once."""
    begun_by = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    offered_by = models.ForeignKey("people.Person", null=True, on_delete=models.PROTECT, related_name="+")
    """Who would end it; it ends when the other agrees."""
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="impasse_of_two", condition=Q(one__lt=F("other"))),
            models.UniqueConstraint(fields=["seed", "one", "other"], condition=Q(ended_at=None), name="one_impasse_per_pair"),
        ]
        indexes = [models.Index(fields=["begun_by", "-created_at"], name="impasse_begun")]

    @property
    def url(self) -> str:
        return f"/impasses/{self.pk}"


class MemberHold(models.Model):
    """New comments of one member in one group wait for a mod, for a term. The member is told."""

    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300)
    ends_at = models.DateTimeField()
    entry = models.OneToOneField("ledger.Entry", on_delete=models.PROTECT, related_name="+")
    freed_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        indexes = [models.Index(fields=["person", "group"], condition=Q(freed_by=None), name="member_hold_standing")]
