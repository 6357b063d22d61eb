"""The account: name, addresses, how one signs in; no password and no secret, which the site has only as hashes or sealed."""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

from allauth.account.models import EmailAddress
from django.apps import apps

from parley.exchange.own_data import Kind, Row, at, plain
from parley.people.leaving import leaving_of
from parley.people.models import Invitation, Person, Session


def rows(person: Person) -> Iterator[Row]:
    waits = leaving_of(person)
    yield {
        "what": "account", "name": person.username, "address": person.email, "role": person.site_role, "language": person.language,
        "joined_at": at(person.date_joined), "signed_in_at": at(person.last_login), "leaves_at": at(waits.due_at) if waits else None,
    }  # fmt: skip
    for row in plain(EmailAddress.objects.filter(user=person).order_by("pk"), "email", "verified", "primary"):
        yield {"what": "address", **row}
    for what, app, model, fields in OTHERS:
        if apps.is_installed(app):
            found: Any = getattr(import_module(f"{app}.models"), model).objects.filter(user=person).order_by("pk")
            yield from ({"what": what, **row} for row in plain(found, *fields))
    for row in plain(Session.objects.filter(person=person).order_by("begun_at"), "device", "near", "begun_at", "expire_date"):
        yield {"what": "session", **row}
    made = Invitation.objects.filter(by=person).order_by("pk")
    for row in plain(made, "email", "made_at", "expires_at", "used_at", "withdrawn_at"):
        yield {"what": "invitation", **row}


OTHERS = (
    ("way to sign in", "allauth.mfa", "Authenticator", ("type", "created_at", "last_used_at")),
    ("account elsewhere", "allauth.socialaccount", "SocialAccount", ("provider", "uid", "date_joined", "last_login")),
)
"""Where the site has them; of each the fields that are no secret."""
KIND = Kind(
    name="account", about="Your account, its addresses, the ways in which you sign in, and where you are signed in.", rows=rows,
    tells=(
        "account.EmailAddress.user", "mfa.Authenticator.user", "people.Leaving.person", "socialaccount.SocialAccount.user",
        "people.Session.person", "people.Invitation.by",
    ),
)  # fmt: skip
