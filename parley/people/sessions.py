"""Sessions in the database as Django keeps them, found by a prepared query: every page of somebody signed in asks for his.

Each row also says whose it is, on which device, and from where, so that its owner can end it.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as Stored
from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from parley.base.keys import purge
from parley.base.prepared import Prepared
from parley.base.refusals import NotThere
from parley.people.devices import BEGUN, device_of, near_of
from parley.people.models import Person, Session

if TYPE_CHECKING:
    from django.db.models import QuerySet
    from django.http import HttpRequest


def _standing(key: str, now: datetime) -> "QuerySet[Session, Any]":
    return Session.objects.filter(session_key=key, expire_date__gt=now).values_list("session_data")


STANDING = Prepared(_standing, str, datetime)


class SessionStore(Stored):
    """Reading is prepared, and saving says in columns whose it is."""

    def _validate_session_key(self, key: str | None) -> bool:
        """A cookie can hold anything, also what a database refuses to look for."""
        return key is not None and len(key) >= 8 and key.isascii() and key.isalnum()

    def load(self) -> dict[str, Any]:
        for (said,) in STANDING.rows(self.session_key, timezone.now()):
            decoded: dict[str, Any] = self.decode(said)
            return decoded
        self._session_key = None
        return {}

    @classmethod
    def get_model_class(cls) -> type[Session]:
        return Session

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        made: Any = super().create_model_instance(data)
        key, begun = str(data.get(SESSION_KEY, "")), data.get(BEGUN) or {}
        if key.isdecimal():
            made.person_id = int(key)
        made.device, made.near = begun.get("device", ""), begun.get("near", "")
        made.begun_at = datetime.fromisoformat(begun["at"]) if "at" in begun else None
        session: Session = made
        return session


def note_device(*, request: "HttpRequest", **_: Any) -> None:
    """Somebody signed in: heard from Django's signal."""
    request.session[BEGUN] = {"device": device_of(request), "near": near_of(request), "at": timezone.now().isoformat()}


def sessions_of(actor: Person) -> list[Session]:
    """His own that still stand, newest first."""
    found = Session.objects.filter(person=actor, expire_date__gt=timezone.now())
    return list(found.order_by("-begun_at", "session_key")[:200])


def name_of(session: Session) -> str:
    """What a page calls a session: its key would let whoever reads it be its owner."""
    return salted_hmac("people.sessions", str(session.session_key), algorithm="sha256").hexdigest()[:32]


@transaction.atomic
def end_session(*, actor: Person, name: str) -> None:
    """One of his own. Raises `NotThere` for anything else."""
    for session in sessions_of(actor):
        if name_of(session) == name:
            session.delete()
            no_more_news(user=actor)
            return
    raise NotThere("This session has ended already.")


@transaction.atomic
def end_others(*, actor: Person, key: str | None) -> int:
    """All but the one with this key; how many."""
    ended, _ = Session.objects.filter(person=actor).exclude(session_key=key or "").delete()
    no_more_news(user=actor)
    return ended


def no_more_news(*, user: Person | None, **_: Any) -> None:
    """Whoever hears what is new in a discussion asks again whether he may. Heard from Django's signal as well."""
    if user is not None:
        purge(listens(user))


def listens(person: Person) -> str:
    """The key of everything that somebody signed in hears."""
    return f"listens/{person.pk}"


def password_replaced(*, request: "HttpRequest", user: Person, **_: Any) -> None:
    """Whoever came in by the old one is out at once. Heard from allauth's signals."""
    end_others(actor=user, key=request.session.session_key)
