"""Where a sentence waits for the next page of whoever it is for."""

from collections.abc import Sequence
from typing import Any

from django.contrib.messages.storage.fallback import FallbackStorage
from django.http import HttpResponseBase


class Notices(FallbackStorage):
    """In a signed cookie, which spares each post a change of its session; in the session where there is none yet, since only who has
    one is shown notices (`web.answers.notices_of`), and where they are too long for a cookie.
    """

    def _store(self, messages: Sequence[Any], response: HttpResponseBase, *args: Any, **options: Any) -> Any:
        in_cookie, in_session = self.storages
        has_session = bool(self.request.session.session_key)
        self.storages = [in_cookie, in_session] if has_session else [in_session]
        return super()._store(messages, response, *args, **options)  # type: ignore[misc]
