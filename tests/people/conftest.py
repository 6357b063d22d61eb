"""Members at the door: a browser at `localhost`, where passkeys work, and what allauth asks first."""

import pytest
from django.test import Client

from parley.people.models import Person

PASSWORD = "correct horse"


@pytest.fixture
def at_home(db):
    """A browser that came by http://localhost; signed in as somebody by his password, unless nobody is named."""

    def browser(person: Person | None = None, **options) -> Client:
        client = Client(SERVER_NAME="localhost", **options)
        if person:
            assert client.post("/account/login/", {"login": person.username, "password": PASSWORD}).status_code == 302
        return client

    return browser


@pytest.fixture
def confirm():
    """Says once more who it is, by password."""

    def say(client: Client) -> Client:
        client.post("/account/reauthenticate/", {"password": PASSWORD})
        return client

    return say
