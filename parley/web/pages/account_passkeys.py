"""Allauth's forms of passkeys, bounded: whatever a browser sends, it fits or it is refused with a sentence."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn import forms as given
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy

from parley.base.saying import say
from parley.people.devices import A_PASSKEY

LONGEST_NAME = 60
LONGEST_CREDENTIAL = 50_000
MOST = 20
ODD = (LookupError, TypeError, ValueError, AttributeError, ArithmeticError, RecursionError)
"""What a credential of another shape than the protocol's ends in."""


@contextmanager
def fitting() -> Iterator[None]:
    try:
        yield
    except ODD as error:
        raise get_adapter().validation_error("incorrect_code") from error


class CredentialField(forms.JSONField):
    def __init__(self) -> None:
        super().__init__(widget=forms.HiddenInput, error_messages={
            "required": gettext_lazy("Your device was not asked. Try again; this needs JavaScript."),
        })  # fmt: skip

    def to_python(self, value: Any) -> Any:
        if isinstance(value, str) and len(value) > LONGEST_CREDENTIAL:
            raise get_adapter().validation_error("incorrect_code")
        with fitting():
            return super().to_python(value)


class _Made(given.SignupWebAuthnForm):
    name = forms.CharField(required=False)
    credential = CredentialField()

    def clean_name(self) -> str:
        """Never a reason to refuse what the device has made."""
        return str(super().clean_name()).strip()[:LONGEST_NAME] or A_PASSKEY

    def clean(self) -> dict[str, Any]:
        """A passkey is kept where the device asked its owner, by finger, face, or a number."""
        cleaned: dict[str, Any] = self.cleaned_data
        if Authenticator.objects.filter(user=self.user, type=Authenticator.Type.WEBAUTHN).count() >= MOST:
            raise ValidationError(say("An account has at most {most} passkeys. Take one away first.", most=MOST))
        if not (credential := cleaned.get("credential")):
            return cleaned
        with fitting():
            super().clean()
            cleaned["credential"] = kept = _needed(credential)
            parsed = auth.parse_registration_response(kept)
            if not parsed.response.attestation_object.auth_data.is_user_verified():
                raise ValueError(credential)
        return cleaned


def _needed(credential: dict[str, Any]) -> dict[str, Any]:
    """Of what the browser sent, what is asked for later."""
    answer = credential["response"]
    return {
        "id": str(credential["id"]), "rawId": str(credential["rawId"]), "type": "public-key",
        "response": {name: str(answer[name]) for name in ("clientDataJSON", "attestationObject")},
        "clientExtensionResults": {"credProps": {"rk": True}},
    }  # fmt: skip


class Adding(_Made):
    pass


class Joining(_Made):
    pass


class Renaming(given.EditWebAuthnForm):
    name = forms.CharField(max_length=LONGEST_NAME)


class _Shown(given.AuthenticateWebAuthnForm):
    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        with fitting():
            found: Authenticator = super().clean_credential()
            return found


class SecondStep(_Shown):
    pass


class Confirming(_Shown):
    reauthenticated = True


class SigningIn(_Shown):
    passwordless = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, user=None, **options)
