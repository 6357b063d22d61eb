"""Groups and who is in them."""

from django.core.validators import RegexValidator
from django.db import models

NAME_SAYS = "Use 2 to 30 lower-case letters, digits or -, starting with a letter."
NAME = RegexValidator(r"\A[a-z][a-z0-9-]{1,29}\Z", NAME_SAYS)
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


class Cuts(models.TextChoices):
    """What a ruling takes of a comment."""

    WORDS = "words", "The words that break the rule"
    WHOLE = "whole", "The whole comment"


class NewMay(models.TextChoices):
    """What a new member's comments may hold."""

    ALL = "all", "Links and pictures, as everybody’s"
    LINKS = "links", "Links, and no pictures"
    WORDS = "words", "Words alone: no links, no pictures"


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
    cuts = models.CharField(max_length=10, choices=Cuts.choices, default=Cuts.WORDS)
    flag_days = models.PositiveSmallIntegerField(default=90)
    """Older comments and seeds are closed to flags; 0: never."""
    hides_per_day = models.PositiveSmallIntegerField(default=3)
    """So many off-topic comments may a seeder hide in a day until a mod has ruled; 0: none."""
    closes_after_days = models.PositiveSmallIntegerField(default=0)
    """So long after its seeding a discussion closes by itself; 0: never."""
    rule_hours = models.PositiveSmallIntegerField(default=0)
    """So long may a flagged seed stand on the front page without a ruling; 0: for ever."""
    is_participating = models.BooleanField(default=False)
    """Whether its seeds stand on the lists of the whole site only where they are promoted."""
    allows_pictures = models.BooleanField(default=False)
    """Whether members can show pictures in comments, where no rule asks for none."""
    new_days = models.PositiveSmallIntegerField(default=0)
    """So long after joining is a member new here; 0: nobody is."""
    new_comments = models.PositiveSmallIntegerField(default=10)
    """So many comments here end it sooner; 0: the days alone count."""
    new_may = models.CharField(max_length=10, choices=NewMay.choices, default=NewMay.ALL)
    new_held = models.PositiveSmallIntegerField(default=0)
    """So many first comments of a new member wait for a mod."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="group_new_may_known", condition=models.Q(new_may__in=NewMay.values)),
            models.CheckConstraint(name="group_cuts_known", condition=models.Q(cuts__in=Cuts.values)),
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
        indexes = [models.Index(fields=["group", "role"], name="membership_of_role")]


class Wish(models.Model):
    """What an owner asks of another; it stays when it is answered, since notices speak of it."""

    by = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True)
    """None: it waits."""
    answered_by = models.ForeignKey("people.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    is_agreed = models.BooleanField(null=True)
    """None once it is answered: it was taken back, or was of no use any more."""

    class Meta:
        abstract = True


class Loosening(Wish):
    """An owner asks for fewer second signatures, which holds when another owner agrees."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    above = models.PositiveIntegerField(null=True)
    """What `signed_above` is to become; None: never."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["group"], condition=models.Q(answered_at=None), name="one_loosening_waits"),
        ]


class Removal(Wish):
    """An owner asks that another own the group no more, where new rules need two."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey("people.Person", on_delete=models.CASCADE, related_name="+")
    role = models.CharField(max_length=10, blank=True)
    """What he is to become; empty: out of the group."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["group", "person"], condition=models.Q(answered_at=None), name="one_removal_waits"
            ),
            models.CheckConstraint(
                name="removal_role_known", condition=models.Q(role__in=["", Role.MEMBER.value, Role.MOD.value])
            ),
        ]


class Suspension(models.Model):
    """Somebody takes no part for a term, or until he agrees to a text: in a discussion, a group, or on the whole site."""

    person = models.ForeignKey("people.Person", on_delete=models.PROTECT, related_name="suspensions")
    group = models.ForeignKey(Group, null=True, on_delete=models.PROTECT, related_name="+")
    """None: the whole site."""
    seed_key = models.PositiveBigIntegerField(null=True)
    """Of the one discussion; a plain number, since seeds stand above groups. None: all of the group."""
    ends_at = models.DateTimeField(null=True)
    agreement = models.CharField(max_length=500, blank=True)
    """What the person has to agree to before he returns."""
    agreed_at = models.DateTimeField(null=True)
    is_automatic = models.BooleanField(default=False)
    """Because the points reached the limit, so it ends when they no longer do."""
    entry = models.OneToOneField("ledger.Entry", on_delete=models.PROTECT, related_name="+")
    lifted_by = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="suspension_can_end", condition=models.Q(ends_at__isnull=False) | ~models.Q(agreement="")
            ),
            models.CheckConstraint(
                name="suspension_of_seed_in_group",
                condition=models.Q(seed_key=None) | models.Q(group__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["person"], condition=models.Q(lifted_by=None), name="suspension_standing")]
