"""Deleting one's account, of what is the account: asked for, taken back within a week, then done (docs/decisions/0024).

What the higher folders have of somebody is theirs to let go; `exchange.leaving` asks all of them and then calls `part_with`.
"""

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.db import transaction
from django.utils import timezone

from parley.base.keys import purge
from parley.base.refusals import Conflict, NotThere
from parley.people import letters
from parley.people.models import (
    FORMER,
    Archive,
    Block,
    Invitation,
    Leaving,
    Person,
    Session,
    SiteRole,
    Trace,
    digest_of,
)

WAIT = timedelta(days=7)
"""In which it can be taken back, and after which it is tried again where it could not be done."""
ACCOUNT = frozenset({"account", "mfa", "socialaccount", "usersessions"})
"""Apps of allauth: whatever they know of somebody goes."""


def leaving_of(person: Person) -> Leaving | None:
    """What he asked for; None where nothing waits."""
    return Leaving.objects.filter(person=person, left_at=None).first()


@transaction.atomic
def ask(*, actor: Person, takes_words: bool) -> Leaving:
    """Asking again changes what is to go, not when. Raises `Conflict` for the last one who runs the site."""
    refuse_last_admin(actor)
    now = timezone.now()
    made, _ = Leaving.objects.update_or_create(
        person=actor, defaults={"takes_words": takes_words}, create_defaults={
            "asked_at": now, "due_at": now + WAIT, "takes_words": takes_words,
        },
    )  # fmt: skip
    return made


@transaction.atomic
def take_back(*, actor: Person) -> None:
    """Doing it twice is doing it once."""
    Leaving.objects.filter(person=actor, left_at=None).delete()


def lock_admins() -> None:
    """Until the transaction ends, so that no two of them go at once. What points at them can be written meanwhile (`no_key`)."""
    list(Person.objects.select_for_update(no_key=True).filter(site_role=SiteRole.ADMIN).order_by("pk").values_list("pk"))


def refuse_last_admin(person: Person) -> None:
    others = Person.objects.filter(site_role=SiteRole.ADMIN, is_active=True).exclude(pk=person.pk)
    if person.site_role == SiteRole.ADMIN and not others.exists():
        raise Conflict("You are the last one who runs this site. Give somebody else that role first.", "last-admin")


def due(now: datetime) -> Iterator[int]:
    """Keys of what is to be done, or was begun and has not ended."""
    yield from Leaving.objects.filter(due_at__lte=now).order_by("due_at").values_list("pk", flat=True)


def put_off(leaving: Leaving) -> None:
    """It cannot be done now."""
    leaving.due_at = timezone.now() + WAIT
    leaving.save(update_fields=["due_at"])


def lock(key: int) -> Leaving:
    """Until the transaction ends. Raises `NotThere` where it was taken back, or is done."""
    found = Leaving.objects.select_for_update(of=("self",)).select_related("person", "entry").filter(pk=key).first()
    if found is None:
        raise NotThere
    return found


@transaction.atomic
def part_with(leaving: Leaving, *, keeps_address: bool) -> None:
    """Name, address, password, sessions, and blocks go; the row stays, since what he wrote points at it. `keeps_address`: as a hash,
    while a suspension stands.
    """
    person = leaving.person
    Trace.objects.get_or_create(sort=Trace.Of.NAME, digest=digest_of("name", person.username))
    if keeps_address:
        for address in {person.email, *_addresses_of(person)} - {""}:
            Trace.objects.create(sort=Trace.Of.ADDRESS, digest=digest_of("address", plain(address)), person=person)
    Block.objects.filter(person=person).delete()
    Block.objects.filter(blocked=person).delete()
    _forget_account(person)
    person.username, person.email = f"{FORMER}{secrets.token_hex(8)}", ""
    person.language = ""
    person.site_role, person.is_active, person.is_staff, person.is_superuser = SiteRole.MEMBER, False, False, False
    person.last_login = None
    person.set_unusable_password()
    person.save()  # which purges every page: a name stands on many
    leaving.left_at = timezone.now()
    leaving.save(update_fields=["left_at"])
    purge("site", "log")


def plain(address: str) -> str:
    """One mailbox, however it is written: without the case of its letters, and without what stands behind a `+`."""
    box, _, host = address.strip().lower().rpartition("@")
    return f"{box.partition('+')[0]}@{host}"


def _addresses_of(person: Person) -> list[str]:
    from allauth.account.models import EmailAddress

    return list(EmailAddress.objects.filter(user=person).values_list("email", flat=True))


def _forget_account(person: Person) -> None:
    """Also what apps hold that a site does not have today: whatever of theirs refers to a person. Invitations stay without a name, so
    that a link that was given away holds.
    """
    Session.objects.filter(person=person).delete()
    letters.forget([person.email, *_addresses_of(person)])
    Archive.objects.filter(person=person).delete()
    Invitation.objects.filter(by=person).update(by=None)
    Invitation.objects.filter(used_by=person).update(used_by=None, email="")
    for model in (model for app in apps.get_app_configs() if app.label in ACCOUNT for model in app.get_models()):
        about, stored = model._meta, model._base_manager  # noqa: SLF001 -- Django's, and documented
        for field in (each for each in about.concrete_fields if each.related_model is Person):
            stored.filter(**{field.name: person}).delete()


def words_gone(leaving: Leaving) -> None:
    """Nothing is left to do."""
    Leaving.objects.filter(pk=leaving.pk).delete()


def whose(address: str) -> list[int]:
    """Keys of those who left while a suspension stood, and had this address."""
    found = Trace.objects.filter(sort=Trace.Of.ADDRESS, digest=digest_of("address", plain(address)))
    return list(found.values_list("person", flat=True))


def kept_addresses() -> list[int]:
    """Keys of those who left while a suspension stood."""
    return list(Trace.objects.filter(sort=Trace.Of.ADDRESS).values_list("person", flat=True))


def forget_addresses(*, but: set[int]) -> None:
    """Of everybody who left, but of those whose suspensions stand."""
    Trace.objects.filter(sort=Trace.Of.ADDRESS).exclude(person__in=but).delete()
