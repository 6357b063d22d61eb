"""Members at the door: a browser at `localhost`, where passkeys work, and what allauth asks first."""

import pytest
from django.test import Client

from parley.people.models import Person

PASSWORD = "correct horse"
METHODS = "account_authentication_methods"
"""What allauth calls the list of how a session's reader signed in."""


@pytest.fixture
def at_home(db):
    """A browser that came by http://localhost; signed in as somebody by his password a while ago, unless nobody is named."""

    def browser(person: Person | None = None, **options) -> Client:
        client = Client(SERVER_NAME="localhost", **options)
        if person:
            assert client.post("/account/login/", {"login": person.username, "password": PASSWORD}).status_code == 302
            session = client.session
            session[METHODS] = [each | {"at": each["at"] - 600} for each in session[METHODS]]
            session.save()
        return client

    return browser


@pytest.fixture
def confirm():
    """Says once more who it is, by password."""

    def say(client: Client) -> Client:
        client.post("/account/reauthenticate/", {"password": PASSWORD})
        return client

    return say
