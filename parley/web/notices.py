"""Where a sentence waits for the next page of whoever it is for."""

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.messages.storage.cookie import CookieStorage
from django.contrib.messages.storage.fallback import FallbackStorage
from django.contrib.messages.storage.session import SessionStorage
from django.core import signing
from django.http import HttpResponseBase


class OwnCookie(CookieStorage):
    """Signed for one person: nobody else of the same browser reads it."""

    @property
    def signer(self) -> signing.TimestampSigner:
        """For who is signed in now, which may be since this very request."""
        return signing.get_cookie_signer(salt=f"notices/{self.request.session.get(SESSION_KEY, '')}")

    @signer.setter
    def signer(self, _: object) -> None:
        """Django's own is passed over."""


class Notices(FallbackStorage):
    """In a cookie, which spares each post a change of its session; in the session where there is none yet, since only who has one is
    shown notices (`web.answers.notices_of`), and where they are too long for a cookie.
    """

    storage_classes = (OwnCookie, SessionStorage)

    def update(self, response: HttpResponseBase) -> Any:
        """Also takes away what waited for somebody who signed out."""
        unsaid = super().update(response)
        had = {settings.SESSION_COOKIE_NAME, OwnCookie.cookie_name} <= self.request.COOKIES.keys()
        if had and not self.request.session.session_key:
            response.delete_cookie(OwnCookie.cookie_name)
        return unsaid

    def _store(self, messages: Sequence[Any], response: HttpResponseBase, *args: Any, **options: Any) -> Any:
        in_cookie, in_session = self.storages
        self.storages = [in_cookie, in_session] if self.request.session.session_key else [in_session]
        return super()._store(messages, response, *args, **options)  # type: ignore[misc]
