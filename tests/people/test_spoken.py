"""Mails speak the language in which somebody came, until he chooses another."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("asked", "kept"), [("ar", "ar"), ("en", ""), ("fr", "")])
def test_who_signs_in_is_written_to_as_he_reads(people, asked, kept):
    people.ada.set_password("red box, blue links")
    people.ada.save()
    browser = Client(headers={"Accept-Language": asked})
    browser.post("/account/login/", {"login": "ada", "password": "red box, blue links"})
    people.ada.refresh_from_db()
    assert people.ada.language == kept


def test_what_he_chose_stays(people):
    people.ada.language = "de"
    people.ada.set_password("red box, blue links")
    people.ada.save()
    Client(headers={"Accept-Language": "ar"}).post("/account/login/", {"login": "ada", "password": "red box, blue links"})
    people.ada.refresh_from_db()
    assert people.ada.language == "de"
