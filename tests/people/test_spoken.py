"""Mails speak the language in which somebody joined, until he chooses another."""

import pytest
from django.test import Client

from parley.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("asked", "kept"), [("ar", "ar"), ("de, ar;q=0.5", "de"), ("en", ""), ("fr", "")])
def test_who_joins_is_written_to_as_he_reads(asked, kept, settings):
    settings.ACCOUNT_EMAIL_VERIFICATION = "optional"
    browser = Client(headers={"Accept-Language": asked})
    said = {"username": "thea", "email": "thea@parley.example", "password1": "red box, blue links"}
    assert browser.post("/account/signup/", said).status_code == 302
    assert Person.objects.get(username="thea").language == kept


def test_signing_in_elsewhere_changes_nothing_and_the_present_language_can_be_chosen(people):
    people.ada.set_password("red box, blue links")
    people.ada.save()
    browser = Client(headers={"Accept-Language": "ar"})
    browser.post("/account/login/", {"login": "ada", "password": "red box, blue links"})
    people.ada.refresh_from_db()
    assert people.ada.language == ""
    assert 'aria-current="true" form="acts" formaction="/language?to=ar"' in browser.get("/").content.decode()
    browser.post("/language?to=ar")
    people.ada.refresh_from_db()
    assert people.ada.language == "ar"
