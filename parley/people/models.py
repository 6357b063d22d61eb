"""Accounts."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Self
from uuid import uuid4

from django.contrib.auth.models import AbstractUser, UserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy

from parley.base.prepared import Prepared
from parley.base.saying import say

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from parley.people.sessions import SessionStore

NAME = RegexValidator(
    r"\A[a-z][a-z0-9_]{1,29}\Z", gettext_lazy("Use 2 to 30 lower-case letters, digits or _, starting with a letter.")
)


def not_given_before(value: str) -> None:
    """Names of those who left stand in the log and in what others wrote, so that nobody gets them again."""
    if Trace.objects.filter(sort=Trace.Of.NAME, digest=digest_of("name", value.lower())).exists():
        raise ValidationError(say("Somebody had this name before, so it is not given again. Choose another one."), "taken")


def digest_of(sort: str, value: str) -> str:
    """Keyed by the site's secret, so that nobody finds out by trying whose it is."""
    return salted_hmac(f"parley.people.trace.{sort}", value, algorithm="sha256").hexdigest()


USERNAME_VALIDATORS = [NAME, not_given_before]
FORMER = "former-"
"""Begins what stands in place of a name whose owner has left; no name that was given has a hyphen."""


A_FORMER_MEMBER = "a former member"


def shown_name(username: str) -> str:
    """What pages, feeds, and mails call somebody, in the reader's language."""
    return say(A_FORMER_MEMBER) if username.startswith(FORMER) else username


class SiteRole(models.TextChoices):
    MEMBER = "member"
    MOD = "mod"
    ADMIN = "admin"


class Person(AbstractUser):
    """Somebody with an account."""

    username = models.CharField(max_length=30, unique=True, validators=[NAME])
    email = models.EmailField(blank=True)
    site_role = models.CharField(max_length=10, choices=SiteRole.choices, default=SiteRole.MEMBER)
    language = models.CharField(max_length=8, blank=True, default="")
    """As chosen (`base.languages`); empty: what the browser asks for."""
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
    def name(self) -> str:
        """What everybody reads; `username` itself goes to no page (tests/people/test_leaving.py)."""
        return shown_name(self.username)

    @property
    def name_in_log(self) -> str:
        """The same in the log's language."""
        return A_FORMER_MEMBER if self.username.startswith(FORMER) else self.username

    @property
    def url(self) -> str:
        """Empty of somebody who has left."""
        return "" if self.username.startswith(FORMER) else f"/m/{self.username}"

    @property
    def is_site_mod(self) -> bool:
        return self.site_role in {SiteRole.MOD, SiteRole.ADMIN}

    @cached_property
    def _places(self) -> "Sequence[tuple[int | None, str | None, datetime | None, int | None]]":
        """Roles (key of the group, role, since when he is in it, None) and standing suspensions (key of the group or None, None,
        None, key of the discussion or None); one query, at the first question. Both are reverse sides of tables of groups, above.
        """
        return PLACES.rows(self.pk, timezone.now())

    @cached_property
    def group_roles(self) -> "Mapping[int, str]":
        """Roles by key of the group."""
        return {group: role for group, role, *_ in self._places if group is not None and role is not None}

    @cached_property
    def joined_at(self) -> "Mapping[int, datetime]":
        """Since when he is in groups, by key of the group."""
        return {group: at for group, _, at, _ in self._places if group is not None and at is not None}

    @cached_property
    def barred_from(self) -> "frozenset[tuple[int | None, int | None]]":
        """Where suspensions stand now: keys of a group (None: the site) and of a discussion in it (None: all)."""
        return frozenset((group, seed) for group, role, _, seed in self._places if role is None)

    def forget_places(self) -> None:
        """Roles or suspensions changed."""
        for name in ("_places", "group_roles", "joined_at", "barred_from"):
            self.__dict__.pop(name, None)


def _places_of(person: int, now: datetime) -> "QuerySet[Any, Any]":
    memberships: Any = getattr(Person(pk=person), "memberships")  # noqa: B009 -- a reverse side of a table above
    suspensions: Any = getattr(Person(pk=person), "suspensions")  # noqa: B009
    running = Q(ends_at__gt=now) | (~Q(agreement="") & Q(agreed_at=None))
    nowhere = Value(None, output_field=models.BigIntegerField())
    roles = memberships.order_by().values_list("group_id", "role", "joined_at", nowhere)
    barred = suspensions.filter(running, lifted_by=None).order_by()
    never = Value(None, output_field=models.DateTimeField())
    barred = barred.values_list("group_id", Value(None, output_field=models.CharField()), never, "seed_key")
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
    until = models.DateTimeField(null=True)
    """After which it is worth nothing; None of those from before this was known."""


class Attempt(models.Model):
    """The table of Django's cache in the database, in which allauth counts attempts to sign in and the like."""

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)


class Leaving(models.Model):
    """Somebody wants his account deleted. Until `due_at` he can take that back."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    takes_words = models.BooleanField(default=False)
    """The words of all his comments and remarks go as well."""
    left_at = models.DateTimeField(null=True)
    """Name and address are gone; words may be left, of which batches go until none is."""
    entry = models.ForeignKey("ledger.Entry", null=True, on_delete=models.PROTECT, related_name="+")
    """Says in the log that the words were taken back."""

    class Meta:
        indexes = [models.Index(fields=["due_at"], name="leaving_due")]


class Trace(models.Model):
    """What is kept of those who left, as a keyed hash from which neither name nor address is found: names, for good, so that nobody
    takes them over; addresses while a suspension stands, so that it holds for whoever comes back with the same one.
    """

    class Of(models.TextChoices):
        NAME = "name"
        ADDRESS = "address"

    sort = models.CharField(max_length=10, choices=Of.choices)
    digest = models.CharField(max_length=64)
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    """Of an address: whose suspensions stand."""
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="trace_sort_known", condition=Q(sort__in=["name", "address"])),
            models.UniqueConstraint(fields=["digest"], condition=Q(sort="name"), name="one_trace_per_name"),
        ]
        indexes = [models.Index(fields=["digest", "sort"], name="trace_of_digest")]


class Archive(models.Model):
    """What a member gets of his own data: made by a job, read by him alone, and gone when its time is over."""

    id = models.UUIDField(primary_key=True, default=uuid4)
    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="+")
    asked_at = models.DateTimeField()
    made_at = models.DateTimeField(null=True)
    """None: it is being made."""
    size = models.PositiveBigIntegerField(default=0)
    """In bytes."""

    @property
    def url(self) -> str:
        return f"/own/data/{self.pk}"


class Piece(models.Model):
    """Bytes of an archive, in order; in the database, since who makes it and who sends it may share no disk."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="pieces")
    place = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["archive", "place"], name="one_piece_per_place")]
