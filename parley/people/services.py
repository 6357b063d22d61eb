"""Writing accounts. Sign-up and sign-in themselves are allauth's."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from parley.base.languages import known
from parley.people.models import Person, SiteRole


@transaction.atomic
def create_person(
    *,
    username: str,
    email: str,
    password: str | None,
    site_role: SiteRole = SiteRole.MEMBER,
    joined_at: datetime | None = None,
) -> Person:
    """An account made by the machine's operator (the demo, the first admin); its address counts as verified."""
    person = Person.objects.create_user(
        username=username, email=email, password=password, site_role=site_role, date_joined=joined_at or timezone.now()
    )
    EmailAddress.objects.create(user=person, email=email, verified=True, primary=True)
    return person


@transaction.atomic
def choose_language(*, actor: Person, code: str) -> None:
    """For pages on all devices, and for mails."""
    actor.language = known(code)
    actor.save(update_fields=["language"])
