"""Who a session is of."""

from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.auth.middleware import get_user
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare

from parley.base.prepared import Prepared
from parley.people.models import Person

BY_KEY = Prepared(lambda key: Person.objects.filter(pk=key, is_active=True), int)


def signed_in(request: HttpRequest) -> Person | None:
    """As Django finds him, by a prepared query; whatever is unusual about the session is Django's to judge."""
    asked: Any = request
    if not hasattr(asked, "_cached_user") and (person := _person_of(asked.session)) is not None:
        asked._cached_user = person  # noqa: SLF001 -- where `request.user` looks first
    found = get_user(asked)
    return found if isinstance(found, Person) else None


def _person_of(session: Any) -> Person | None:
    key = str(session.get(SESSION_KEY, ""))
    if not key.isdecimal() or session.get(BACKEND_SESSION_KEY) not in settings.AUTHENTICATION_BACKENDS:
        return None
    person: Person | None = BY_KEY.first(int(key))
    if person and constant_time_compare(session.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash()):
        return person
    return None
