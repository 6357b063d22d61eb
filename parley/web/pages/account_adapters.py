"""What allauth asks the site: who may join, what its mails say and how they leave, and its refusals in our words."""

import base64
import hashlib
import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailAddress
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy
from requests import RequestException

from parley.base.refusals import Conflict
from parley.base.saying import say
from parley.base.turns import elsewhere
from parley.people import invitations, letters
from parley.people.admission import admission
from parley.people.devices import A_PASSKEY, device_of
from parley.people.letters import LONGEST_ADDRESS
from parley.web.answers import page
from parley.web.confirming import came_lately
from parley.web.pages import problems
from parley.web.pages.account_forms import INVITED
from parley.web.rows.places import AsideRow

if TYPE_CHECKING:
    from parley.people.models import Person


def said_later(sentences: dict[str, str]) -> dict[str, Any]:
    """In the language of whoever is told."""
    return {code: gettext_lazy(sentence) for code, sentence in sentences.items()}


class Accounts(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | said_later({
        "account_inactive": "This account is at rest.",
        "cannot_remove_primary_email": "Mails go to this address. Choose another for them, then take this one away.",
        "duplicate_email": "This address belongs to your account already.",
        "email_password_mismatch": "Address and password do not fit together. Look at both again.",
        "email_taken": "This address has an account already.",
        "enter_current_password": "This is not your present password.",
        "incorrect_code": "This code does not fit. Look at it again, or ask for a new one.",
        "incorrect_password": "This is not your password.",
        "invalid_or_expired_key": "This link is used up or too old.",
        "invalid_login": "This sign-in cannot be used.",
        "invalid_password_reset": "This link is used up or too old.",
        "max_email_addresses": "An account has at most %d addresses.",
        "too_many_login_attempts": "That was tried too often. Wait some minutes, then try again.",
        "unknown_email": "No account has this address.",
        "unverified_primary_email": "Confirm the address first; then mails can go there.",
        "username_blacklisted": "This name is kept for the site. Choose another.",
        "username_password_mismatch": "Name and password do not fit together. Look at both again.",
        "username_taken": "This name is taken. Choose another.",
        "same_as_current": "This is what it is already.",
        "rate_limited": "That was tried too often. Wait some minutes, then try again.",
    })  # fmt: skip

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """Without an address nobody gets in again: the site confirms one at each sign-in, and a lost password comes back by it."""
        others = EmailAddress.objects.filter(user=email_address.user, verified=True).exclude(pk=email_address.pk)
        return others.exists() and bool(super().can_delete_email(email_address))

    def is_reauthentication_required(self, *, app: str, **more: Any) -> bool:
        """Who signed in a moment ago is not asked again."""
        return bool(super().is_reauthentication_required(app=app, **more)) and not came_lately(self.request)

    def clean_email(self, email: str) -> str:
        """A longer one would be cut where it is stored, and its mails would go to somebody else."""
        if len(email) > LONGEST_ADDRESS:
            raise ValidationError(say("This address is too long."))
        return str(super().clean_email(email))

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        way = admission().way
        if way == "open" or (way == "invited" and invitations.standing(request.session.get(INVITED, ""))):
            return True
        raise ImmediateHttpResponse(page(request, "account/signup_closed.html", status=403, way=way))

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:  # noqa: FBT001, FBT002 -- the library's
        """With the account its invitation is used, or neither is."""
        try:
            with transaction.atomic():
                saved: Any = super().save_user(request, user, form, commit)
                if code := request.session.get(INVITED):
                    invitations.use(person=saved, code=code)
        except IntegrityError:
            raise Conflict("This name was taken a moment ago. Go back and choose another.", "name-taken") from None
        request.session.pop(INVITED, None)
        return saved

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        context = {"request": self.request, "email": email, "host": settings.ADDRESS.partition("://")[2]} | context
        mail = self.render_mail(template_prefix, email, context)
        worth = timedelta(seconds=settings.ACCOUNT_LOGIN_TIMEOUT) if "code" in context else letters.WORTH
        letters.send(to=email, subject=str(mail.subject), body=str(mail.body), worth=worth)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        """Who joined by passkey alone is shown the codes that replace it."""
        records = get_authentication_records(request, cast("Person", request.user))
        by_passkey = any(each.get("type") == "webauthn" for each in records)
        return reverse("mfa_view_recovery_codes") if by_passkey else str(super().get_signup_redirect_url(request))

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:  # noqa: ARG002
        return reverse("security")

    def get_reauthentication_methods(self, user: Any) -> list[dict[str, Any]]:
        """A passkey is quicker than a code."""
        found = super().get_reauthentication_methods(user)
        order = ["reauthenticate", "mfa_reauthenticate:webauthn", "mfa_reauthenticate"]
        return sorted(({**each, "description": say(METHODS[each["id"]])} for each in found), key=lambda each: order.index(each["id"]))


METHODS = {
    "reauthenticate": "By password",
    "mfa_reauthenticate:webauthn": "By passkey",
    "mfa_reauthenticate": "By a code of your app, or a recovery code",
}


class SecondSteps(DefaultMFAAdapter):
    error_messages = DefaultMFAAdapter.error_messages | said_later({
        "cannot_generate_recovery_codes": "Recovery codes go with a passkey or an app. Add one of these first.",
        "incorrect_code": "This does not fit. Try once more.",
        "unverified_email": "Confirm your e-mail address first: it brings you back if you lose everything else.",
    })  # fmt: skip

    def get_totp_label(self, user: Any) -> str:
        return str(user.name)

    def get_public_key_credential_user_entity(self, user: Any) -> dict[str, Any]:
        return super().get_public_key_credential_user_entity(user) | {"name": user.name, "display_name": user.name}

    def encrypt(self, text: str) -> str:
        """So that a copy of the database alone makes no codes."""
        return _sealing().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Where the site's secret key was changed, a secret that nobody knows. Never an empty one: anybody can compute its codes."""
        try:
            return _sealing().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def generate_authenticator_name(self, user: Any, type: Any) -> str:  # noqa: A002, ARG002 -- the library's names
        return device_of(self.request) if self.request else A_PASSKEY


def _sealing() -> Fernet:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), digest_size=32, person=b"second steps").digest()
    return Fernet(base64.urlsafe_b64encode(key))


class Elsewhere(DefaultSocialAccountAdapter):
    error_messages = DefaultSocialAccountAdapter.error_messages | said_later({
        "email_taken": "This address has an account already. Sign in with it, then connect %s to it.",
        "no_password": "This is your only way in. Choose a password first.",
        "no_verified_email": "This is your only way in. Confirm your e-mail address first.",
        "disconnect_last": "This is your only way in.",
        "connected_other": "Another member signs in with this already.",
    })  # fmt: skip

    def get_requests_session(self) -> Any:
        """Others compute while a provider is waited for."""
        given: Any = super()
        wire = given.get_requests_session()
        wire.request = elsewhere()(wire.request)
        return wire

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:  # noqa: ARG002
        """An address is confirmed by who reads its mail. A provider's word counts only where who runs the site said so."""
        trusted = bool(sociallogin.provider.app.settings.get("trusts_mail"))
        said = sociallogin.account.extra_data.get("userinfo", {}).get("email_verified")
        for address in sociallogin.email_addresses:
            address.verified = trusted and said is True

    def on_authentication_error(
        self, request: HttpRequest, provider: Any, error: Any = None, exception: Any = None, extra_context: Any = None,  # noqa: ARG002
    ) -> None:  # fmt: skip
        if error != "cancelled":
            raise ImmediateHttpResponse(failed(request, provider.name, exception))


def failed(request: HttpRequest, name: str, error: Exception | None) -> Any:
    """A sentence for what went wrong between this site and a provider."""
    again = AsideRow(label=say("Sign in"), url=settings.LOGIN_URL)
    if isinstance(error, RequestException):
        said = say("{name} cannot be reached at the moment. Try again in a while, or another way.", name=name)
        return problems.problem(request, 502, said, again)
    if error is not None:
        said = say("{name} did not confirm who you are, so nothing was done. Try again.", name=name)
        return problems.problem(request, 403, said, again)
    return problems.problem(
        request, 400, "This sign-in was begun in another browser, too long ago, or was used before. Begin again.", again
    )
