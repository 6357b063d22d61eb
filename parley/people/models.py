"""Accounts."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from django.utils.functional import cached_property

from parley.base.prepared import Prepared

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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
