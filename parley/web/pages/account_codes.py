"""Codes from an app, each of which is taken once for as long as it holds."""

from allauth.mfa import app_settings
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as given
from allauth.mfa.models import Authenticator
from django.core.cache import cache


class _Once(given.BaseAuthenticateForm):
    def clean_code(self) -> str:
        """Allauth remembers a code for one period, but with a tolerance it holds for three."""
        self.cleaned_data["code"] = "".join(str(self.cleaned_data["code"]).split())  # they are shown in fours
        code = str(super().clean_code())
        holds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
        used = f"people.code.used?{self.user.pk}&{''.join(filter(str.isalnum, code))}"
        if self.authenticator.type == Authenticator.Type.TOTP and not cache.add(used, "y", timeout=holds):
            raise get_adapter().validation_error("incorrect_code")
        return code


class SecondStep(_Once, given.AuthenticateForm):
    pass


class Confirming(_Once, given.ReauthenticateForm):
    pass
