"""Sessions in the database as Django keeps them, found by a prepared query: every page of somebody signed in asks for his."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.sessions.backends.db import SessionStore as Stored
from django.contrib.sessions.models import Session
from django.utils import timezone

from parley.base.prepared import Prepared

if TYPE_CHECKING:
    from django.db.models import QuerySet


def _standing(key: str, now: datetime) -> "QuerySet[Session, Any]":
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data")


STANDING = Prepared(_standing, str, datetime)


class SessionStore(Stored):
    """Reading alone differs."""

    def load(self) -> dict[str, Any]:
        for (said,) in STANDING.rows(self.session_key, timezone.now()):
            decoded: dict[str, Any] = self.decode(said)
            return decoded
        self._session_key = None
        return {}

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session
