"""By what an account is entered, for the page that shows its owner all of it."""

from dataclasses import dataclass
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount

from parley.people.models import Person


@dataclass(frozen=True, kw_only=True)
class WaysIn:
    address: str
    is_confirmed: bool
    has_password: bool
    has_app: bool
    passkeys: int
    codes: int | None
    """Recovery codes that are left; None: never made."""
    elsewhere: tuple[str, ...]
    """Providers by their names as stored."""


def ways_in(actor: Person) -> WaysIn:
    """Three queries."""
    address = EmailAddress.objects.filter(user=actor).order_by("-primary", "-verified").first()
    found = list(Authenticator.objects.filter(user=actor))
    by_kind: dict[str, list[Any]] = {kind: [each for each in found if each.type == kind] for kind in Authenticator.Type.values}
    codes = by_kind[Authenticator.Type.RECOVERY_CODES]
    return WaysIn(
        address=address.email if address else "",
        is_confirmed=bool(address and address.verified),
        has_password=actor.has_usable_password(),
        has_app=bool(by_kind[Authenticator.Type.TOTP]),
        passkeys=len(by_kind[Authenticator.Type.WEBAUTHN]),
        codes=len(codes[0].wrap().get_unused_codes()) if codes else None,
        elsewhere=tuple(SocialAccount.objects.filter(user=actor).values_list("provider", flat=True)),
    )


def came_by_mail(*, user: Person, **_: Any) -> None:
    """Heard from allauth when a password is replaced by a link in a mail. Where no address was confirmed before, somebody else may
    have named this one to join with a way in of his own: it goes.
    """
    if not EmailAddress.objects.filter(user=user, verified=True).exists():
        SocialAccount.objects.filter(user=user).delete()
