"""Signing in elsewhere by OpenID Connect, as allauth does it, and stricter: whatever a provider answers, it is checked or refused.

The signature of its word is always verified, both of its answers must be about the same person, and of what it tells about him
only what is needed is kept.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import jwt
from allauth.socialaccount.adapter import get_adapter
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.openid_connect.views import OpenIDConnectOAuth2Adapter
from django.core.exceptions import ImproperlyConfigured

SIGNED_BY = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
KEPT = ("sub", "email", "email_verified", "preferred_username")
ODD = (jwt.PyJWTError, LookupError, TypeError, ValueError, AttributeError, ImproperlyConfigured)
"""What an answer of another shape than the protocol's ends in."""


@contextmanager
def understood() -> Iterator[None]:
    """Whatever cannot be read is an error of the provider, which allauth and our pages know how to tell."""
    try:
        yield
    except ODD as error:
        raise OAuth2Error("The provider’s answer cannot be understood.") from error


class OpenID(OpenIDConnectOAuth2Adapter):
    @property
    def openid_config(self) -> dict[str, Any]:
        with understood():
            config: dict[str, Any] = super().openid_config
            for each in ("issuer", "authorization_endpoint", "token_endpoint", "jwks_uri"):
                if not isinstance(config[each], str):
                    raise TypeError(each)
        return config

    def get_access_token_data(self, *args: Any, **options: Any) -> dict[str, Any]:
        with understood():
            found: dict[str, Any] = super().get_access_token_data(*args, **options)
            return found

    def parse_token(self, data: Any) -> Any:
        with understood():
            given: Any = super()
            return given.parse_token({"access_token": str(data["access_token"])})

    def complete_login(self, request: Any, app: Any, token: Any, **said: Any) -> Any:
        with understood():
            word = self._decode_id_token(app, said["response"]["id_token"])
            more = self._fetch_user_info(token.token) if isinstance(self.openid_config.get("userinfo_endpoint"), str) else {}
            addressed = more if "email" in more else word
            # Whether an address is confirmed is said of the one beside it, not of the other answer's.
            person = {**word, **more, "email_verified": addressed.get("email_verified")}
            if person["sub"] != word["sub"]:
                raise ValueError("Two answers about two people.")
            kept = {name: person[name] for name in KEPT if isinstance(person.get(name), str | bool) and "\0" not in str(person[name])}
            provider: Any = get_adapter().get_provider(request, self.provider_id)
            return provider.sociallogin_from_response(request, {"userinfo": kept})

    def _decode_id_token(self, app: Any, id_token: Any) -> dict[str, Any]:
        adapter: Any = get_adapter()
        with adapter.get_requests_session() as wire:
            answer = wire.get(self.openid_config["jwks_uri"])
            answer.raise_for_status()
        named = jwt.get_unverified_header(id_token).get("kid")
        keys = jwt.PyJWKSet.from_dict(answer.json()).keys
        key = next((each for each in keys if named in {None, each.key_id}), None)
        if key is None:
            raise LookupError(named)
        found: dict[str, Any] = jwt.decode(
            id_token, key, algorithms=SIGNED_BY, issuer=self.openid_config["issuer"], audience=app.client_id, leeway=60,
            options={"require": ["iss", "sub", "aud", "exp", "iat"]},
        )  # fmt: skip
        return found
