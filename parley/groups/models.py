"""Groups and who is in them."""

from django.core.validators import RegexValidator
from django.db import models

NAME = RegexValidator(
    r"\A[a-z][a-z0-9-]{1,29}\Z", "Use 2 to 30 lower-case letters, digits or -, starting with a letter."
)
RESERVED = frozenset({"new"})


class Visibility(models.TextChoices):
    PUBLIC = "public", "Public: everybody reads, members post"
    PRIVATE = "private", "Private: nothing is visible outside, not even who is in it"


class Show(models.TextChoices):
    """How much of a source's article the group shows (R1.4)."""

    LINK = "link", "The link only"
    EXCERPT = "excerpt", "An excerpt"
    FULL = "full", "The full text, where its licence allows it"


class Role(models.TextChoices):
    MEMBER = "member"
    MOD = "mod"
    OWNER = "owner"


class Group(models.Model):
    name = models.CharField(max_length=30, unique=True, validators=[NAME])
    title = models.CharField(max_length=80)
    about = models.CharField(max_length=500, blank=True)
    visibility = models.CharField(max_length=10, choices=Visibility.choices, default=Visibility.PUBLIC)
    show = models.CharField(max_length=10, choices=Show.choices, default=Show.EXCERPT)
    excerpt_words = models.PositiveSmallIntegerField(default=120)
    edit_minutes = models.PositiveSmallIntegerField(default=30)
    signed_above = models.PositiveIntegerField(null=True)
    """A second owner signs new rules under which past comments of more members than these change side; 0: always, None: never."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="group_visibility_known", condition=models.Q(visibility__in=Visibility.values)),
            models.CheckConstraint(name="group_show_known", condition=models.Q(show__in=Show.values)),
            models.CheckConstraint(
                name="group_excerpt_bounded", condition=models.Q(excerpt_words__gte=1, excerpt_words__lte=1000)
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        return f"/g/{self.name}"

    @property
    def is_private(self) -> bool:
        return self.visibility == Visibility.PRIVATE


class Membership(models.Model):
    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=10, choices=Role.choices, default=Role.MEMBER)
    joined_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group", "person"], name="one_membership_per_group_and_person"),
            models.CheckConstraint(name="membership_role_known", condition=models.Q(role__in=Role.values)),
        ]
