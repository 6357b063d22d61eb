"""Invitations: a link that lets one person join. Bounded, expiring, used once."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from parley.base.decisions import require
from parley.base.refusals import Conflict, Invalid, NotThere
from parley.base.saying import day, say
from parley.people import letters
from parley.people.admission import admission
from parley.people.models import Invitation, Person, Way
from parley.people.policy import may_invite

DAYS = 14
"""So long an invitation holds."""
MOST = {True: 200, False: 5}
"""So many somebody makes in seven days: the site's mods, and everybody else."""



@transaction.atomic
def invite(*, actor: Person, email: str = "") -> Invitation:
    """A new one, mailed where an address is given. Raises `Invalid` beyond what somebody makes in a week."""
    require(may_invite(actor, admission()))
    _check(email)
    Person.objects.select_for_update(no_key=True).get(pk=actor.pk)
    now, most = timezone.now(), MOST[actor.is_site_mod]
    if Invitation.objects.filter(by=actor, made_at__gt=now - timedelta(days=7)).count() >= most:
        many = say("You made {most} invitations within seven days, which is as many as go. Try again in some days.", most=most)
        raise Invalid(many, "too-many")
    made = Invitation.objects.create(
        by=actor, code=secrets.token_urlsafe(24), email=email, made_at=now, expires_at=now + timedelta(days=DAYS)
    )
    if email:
        _mail(made)
    return made


def _check(email: str) -> None:
    if email:
        if len(email) > letters.LONGEST_ADDRESS:
            raise Invalid("This address is too long.", field="email")
        try:
            validate_email(email)
        except ValidationError:
            raise Invalid("This is no e-mail address. Look for a missing letter.", field="email") from None


def _mail(made: Invitation) -> None:
    """In the language of whoever invites, since nothing else is known."""
    names = {"name": made.by and made.by.username, "host": settings.ADDRESS.partition("://")[2]}
    parts = (
        say("{name}, a member of {host}, thinks that you may want to take part there. With this link you can join:", **names),
        settings.ADDRESS + made.url,
        say(
            "It works once, until {until}. If it means nothing to you, do nothing: there is no second mail.",
            until=day(made.expires_at, long=True),
        ),
        say("Parley at {host}", host=names["host"]),
    )
    letters.send_later(to=made.email, subject=say("{name} invites you to {host}", **names), body="\n\n".join(parts) + "\n")


@transaction.atomic
def withdraw(*, actor: Person, invitation_id: int) -> None:
    """One's own that nobody used. Raises `NotThere` for others'."""
    found = Invitation.objects.select_for_update().filter(pk=invitation_id, by=actor).first()
    if found is None:
        raise NotThere
    if found.used_at is not None:
        raise Conflict("Somebody joined with this invitation already.", "used")
    found.withdrawn_at = found.withdrawn_at or timezone.now()
    found.save(update_fields=["withdrawn_at"])


def invitations_of(actor: Person) -> list[Invitation]:
    """His own, newest first, with who used them."""
    return list(Invitation.objects.filter(by=actor).select_related("used_by").order_by("-pk")[:500])


def standing(code: str) -> Invitation | None:
    """One that lets somebody join now."""
    return None if "\0" in code else _standing(code).select_related("by").first()


def _standing(code: str) -> QuerySet[Invitation]:
    """Also of one who has left meanwhile; not of one whose account rests."""
    by = Q(by=None) | Q(by__is_active=True)
    return Invitation.objects.filter(by, code=code, used_at=None, withdrawn_at=None, expires_at__gt=timezone.now())


@transaction.atomic
def use(*, person: Person, code: str) -> None:
    """By whoever joins, in the transaction that makes the account. Raises `Conflict` where one is needed and this lets nobody in."""
    if not _standing(code).update(used_at=timezone.now(), used_by=person) and admission().way != Way.OPEN:
        raise Conflict("This invitation was used or taken back a moment ago. Ask for another one.", "used")
