"""Seeds: articles of a source, brought into a group."""

from urllib.parse import quote
from uuid import uuid4

from django.db import models
from django.db.models import Q


class Source(models.Model):
    """A publisher as a seeder named it. The same domain under two names is two sources: what somebody calls it in one group is
    neither to be read in others nor theirs to undo.
    """

    domain = models.CharField(max_length=253)
    name = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["domain", "name"], name="one_source_per_domain_and_name")]

    @property
    def url(self) -> str:
        """Of all that is seeded from its domain."""
        return f"/sources/{quote(self.domain, safe='')}"


class Tag(models.Model):
    name = models.CharField(max_length=40, unique=True)

    @property
    def url(self) -> str:
        return f"/tags/{quote(self.name, safe='')}"


class Picture(models.Model):
    """A lead picture, re-encoded and kept here under the digest of its bytes."""

    digest = models.CharField(max_length=64, unique=True)
    content_type = models.CharField(max_length=20)
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    content = models.BinaryField()


class Seed(models.Model):
    group = models.ForeignKey("groups.Group", on_delete=models.PROTECT, related_name="+")
    seeder = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    headline = models.CharField(max_length=300)
    original_headline = models.CharField(max_length=300, blank=True)
    """As the source declares it, with whatever its publisher hangs on to its titles."""
    is_headline_changed = models.BooleanField(default=False)
    """Whether the seeder put other words in its place."""
    slug = models.CharField(max_length=80)
    bylines = models.JSONField(default=list)
    canonical_url = models.CharField(max_length=2000, blank=True)
    published_date = models.DateField(null=True)
    language = models.CharField(max_length=12, blank=True)
    picture = models.ForeignKey(Picture, null=True, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField(max_length=600, blank=True)
    credit = models.CharField(max_length=200, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    remark = models.ForeignKey("texts.Text", null=True, on_delete=models.PROTECT, related_name="+")
    tags = models.ManyToManyField(Tag, related_name="+", through="Tagging")
    book = models.ForeignKey("rulebooks.Book", null=True, on_delete=models.PROTECT, related_name="+")
    # The rules freeze at the first comment: keys of the versions that hold from then on.
    pinned_at = models.DateTimeField(null=True)
    site_version = models.ForeignKey("rulebooks.Version", null=True, on_delete=models.PROTECT, related_name="+")
    group_version = models.ForeignKey("rulebooks.Version", null=True, on_delete=models.PROTECT, related_name="+")
    seed_version = models.ForeignKey("rulebooks.Version", null=True, on_delete=models.PROTECT, related_name="+")
    turned_down = models.JSONField(default=dict)
    """Clauses of the pinned versions that are kept more weakly here: the keeping by “version/clause” (R2.5)."""
    unlisted_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """The ruling that took it off the front page and the lists; its discussion goes on. Without an index: it is empty nearly
    everywhere, and SQLite takes an index for a promise that few rows match, so that a list would read and sort all seeds.
    """
    front_until = models.DateTimeField(null=True)
    """A flagged seed leaves the front page then, unless it is ruled on before."""
    left_front = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    waits_for_front = models.BooleanField(default=False)
    """Of a participating group, and not promoted."""
    taken_off = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    """A mod's taking it off the front page: until a mod promotes it, its seeder cannot. Without an index, as `unlisted_by`."""
    story = models.CharField(max_length=16, blank=True, db_index=True)
    """Shared by seeds that tell the same story (`stories.py`)."""
    form_key = models.UUIDField(null=True)
    created_at = models.DateTimeField()
    top_count = models.PositiveIntegerField(default=0)
    """Numbers allotted to top-level comments so far."""
    comment_count = models.PositiveIntegerField(default=0)
    people_count = models.PositiveIntegerField(default=0)
    """How many different people have commented."""
    vote_count = models.PositiveIntegerField(default=0)
    hot = models.FloatField(default=0)
    discussed = models.FloatField(default=0)
    """0: nobody has said anything."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "canonical_url"], condition=~Q(canonical_url=""), name="one_seed_per_address_and_group"
            ),
            models.UniqueConstraint(fields=["seeder", "form_key"], name="one_seed_per_form"),
        ]
        indexes = [
            models.Index(fields=["-hot", "-id"], name="seed_hot"),
            models.Index(fields=["group", "-hot", "-id"], name="seed_group_hot"),
            models.Index(fields=["group", "-id"], name="seed_group_newest"),
            models.Index(fields=["source", "-id"], name="seed_source_newest"),
            models.Index(fields=["-created_at"], name="seed_by_day"),
            models.Index(fields=["front_until"], condition=Q(front_until__isnull=False, left_front=None), name="seed_leaves_front"),
            models.Index(fields=["-discussed", "-id"], name="seed_discussed"),
            models.Index(fields=["group", "-discussed", "-id"], name="seed_group_discussed"),
        ]

    @property
    def url(self) -> str:
        return f"/s/{self.pk}/{self.slug}"


class Tagging(models.Model):
    """A tag of a seed; a model, so that a tag's seeds can be read newest first."""

    seed = models.ForeignKey(Seed, on_delete=models.CASCADE, related_name="taggings")
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "seeds_seed_tags"
        unique_together = [("seed", "tag")]
        indexes = [models.Index(fields=["tag", "-seed"], name="tag_newest")]


class Article(models.Model):
    """What was read at the source. `body` is read by `seeds.queries` alone: to show as much as the group decides, and to judge."""

    seed = models.OneToOneField(Seed, on_delete=models.CASCADE, related_name="article")
    body = models.TextField(blank=True)
    dropped = models.JSONField(default=list)
    raw_page = models.BinaryField(null=True)
    """The page as fetched or uploaded, zlib-compressed."""


class Reading(models.Model):
    """What was read for a person who is about to seed it, kept between preview and publishing; the form carries its key.

    `article` is None while it is being read, when nothing could be read, and after publishing: such rows only count
    towards the limit of readings.
    """

    key = models.UUIDField(unique=True, default=uuid4)
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    article = models.JSONField(null=True)
    address = models.CharField(max_length=2000, blank=True)
    """Where a fetched page stood in the end."""
    raw_page = models.BinaryField(null=True)
    """The page as fetched or uploaded, zlib-compressed."""
    picture = models.ForeignKey(Picture, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-created_at"], name="reading_person_newest")]
