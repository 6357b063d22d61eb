"""Accounts."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from django.utils.functional import cached_property

from parley.base.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parley.people.sessions import SessionStore

NAME = RegexValidator(
    r"\A[a-z][a-z0-9_]{1,29}\Z", "Use 2 to 30 lower-case letters, digits or _, starting with a letter."
)
USERNAME_VALIDATORS = [NAME]


class SiteRole(models.TextChoices):
    MEMBER = "member"
    MOD = "mod"
    ADMIN = "admin"


class Person(AbstractUser):
    """Somebody with an account."""

    username = models.CharField(max_length=30, unique=True, validators=[NAME])
    email = models.EmailField(blank=True)
    site_role = models.CharField(max_length=10, choices=SiteRole.choices, default=SiteRole.MEMBER)
    first_name = None  # type: ignore[assignment] # one name is enough
    last_name = None  # type: ignore[assignment]

    objects: ClassVar[UserManager[Self]] = UserManager()

    class Meta:
        constraints = [
            models.CheckConstraint(name="person_site_role_known", condition=models.Q(site_role__in=SiteRole.values)),
        ]

    def __str__(self) -> str:
        return self.username

    @property
    def url(self) -> str:
        return f"/m/{self.username}"

    @property
    def is_site_mod(self) -> bool:
        return self.site_role in {SiteRole.MOD, SiteRole.ADMIN}

    @cached_property
    def _places(self) -> "Sequence[tuple[int | None, str | None, int | None]]":
        """Roles (key of the group, role, None) and standing suspensions (key of the group or None, None, key of the discussion
        or None); one query, at the first question. Both are the reverse sides of tables of groups, above.
        """
        return PLACES.rows(self.pk, timezone.now())

    @cached_property
    def group_roles(self) -> "Mapping[int, str]":
        """Roles by key of the group."""
        return {group: role for group, role, _ in self._places if group is not None and role is not None}

    @cached_property
    def barred_from(self) -> "frozenset[tuple[int | None, int | None]]":
        """Where suspensions stand now: keys of a group (None: the site) and of a discussion in it (None: all)."""
        return frozenset((group, seed) for group, role, seed in self._places if role is None)

    def forget_places(self) -> None:
        """Roles or suspensions changed."""
        for name in ("_places", "group_roles", "barred_from"):
            self.__dict__.pop(name, None)


def _places_of(person: int, now: datetime) -> "QuerySet[Any, Any]":
    memberships: Any = getattr(Person(pk=person), "memberships")  # noqa: B009 -- a reverse side of a table above
    suspensions: Any = getattr(Person(pk=person), "suspensions")  # noqa: B009
    running = Q(ends_at__gt=now) | (~Q(agreement="") & Q(agreed_at=None))
    roles = memberships.order_by().values_list("group_id", "role", Value(None, output_field=models.BigIntegerField()))
    barred = suspensions.filter(running, lifted_by=None).order_by()
    barred = barred.values_list("group_id", Value(None, output_field=models.CharField()), "seed_key")
    found: QuerySet[Any, Any] = roles.union(barred, all=True)
    return found


PLACES = Prepared(_places_of, int, datetime)


class Block(models.Model):
    """`person` does not want to hear from `blocked`, who is never told of it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    blocked = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="blocks_of_me")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "blocked"], name="one_block_per_pair"),
            models.CheckConstraint(name="block_of_another", condition=~Q(person=models.F("blocked"))),
        ]


class Session(AbstractBaseSession):
    """Django's, and whose it is, so that everybody finds and ends his own."""

    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    device = models.CharField(max_length=60, blank=True)
    """In words, as “Firefox on Linux”."""
    near = models.CharField(max_length=60, blank=True)
    """The network it was begun from; never a whole address."""
    begun_at = models.DateTimeField(null=True)

    @classmethod
    def get_session_store_class(cls) -> "type[SessionStore]":
        from parley.people.sessions import SessionStore

        return SessionStore


class Way(models.TextChoices):
    """How an account is come by."""

    OPEN = "open"
    INVITED = "invited"
    CLOSED = "closed"


class Inviters(models.TextChoices):
    STAFF = "staff"
    MEMBERS = "members"


class Admission(models.Model):
    """One row: who may join, and who may invite."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    way = models.CharField(max_length=10, choices=Way.choices, default=Way.OPEN)
    inviters = models.CharField(max_length=10, choices=Inviters.choices, default=Inviters.STAFF)

    class Meta:
        constraints = [
            models.CheckConstraint(name="one_admission", condition=Q(id=1)),
            models.CheckConstraint(name="admission_way_known", condition=Q(way__in=Way.values)),
            models.CheckConstraint(name="admission_inviters_known", condition=Q(inviters__in=Inviters.values)),
        ]


class Invitation(models.Model):
    """Lets one person join."""

    by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="invitations")
    code = models.CharField(max_length=40, unique=True)
    email = models.EmailField(blank=True)
    """Where it was mailed to, if it was."""
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    used_at = models.DateTimeField(null=True)
    used_by = models.OneToOneField(Person, null=True, on_delete=models.SET_NULL, related_name="invited_by")

    @property
    def url(self) -> str:
        return f"/account/join/{self.code}"


class Letter(models.Model):
    """A mail about an account that the server has not taken yet. Gone once it has, since it may hold a code."""

    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    made_at = models.DateTimeField()


class Attempt(models.Model):
    """The table of Django's cache in the database, in which allauth counts attempts to sign in and the like."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)
