"""As somebody who reads Arabic alone: joining, replying, and appealing. What is not translated is found by its letters."""

import re

import pytest
from django.test import Client

from parley.threads.models import Comment

pytestmark = pytest.mark.django_db
NAMES = {
    "Parley", "English", "Deutsch", "Markdown", "JPEG", "PNG", "WebP", "GIF", "ada", "olga", "bo", "mo", "Astronomy", "Lantern",
    "zorblax", "quibblefax", "plugh",
}  # fmt: skip
"""Of people, places, and formats, and what people wrote."""
TOLD = re.compile(r'(?:aria-label|title|placeholder|alt)="([^"]*)"')


def latin_in(answer) -> set[str]:
    """Words of Latin letters that a reader meets."""
    page = re.sub(r"<(script|style|head)\b.*?</\1>|<svg.*?</svg>", "", answer.content.decode(), flags=re.DOTALL)
    said = " ".join([re.sub(r"<[^>]*>", " ", page), *TOLD.findall(page)])
    return set(re.findall(r"[A-Za-z]{2,}", re.sub(r"&\w+;", " ", said))) - NAMES


@pytest.fixture
def seed(seed_with, group_with):
    place = group_with(rules="Plugh zorblax quibblefax.".lower())
    return seed_with(group=place, headline="Zorblax".lower(), article="zorblax " * 50, source_name="Lantern")


def of(person) -> Client:
    person.language = "ar"
    person.save()
    browser = Client()
    browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return browser


def test_reading_and_joining(seed, comment):
    comment("quibblefax zorblax")
    browser = Client(headers={"Accept-Language": "ar"})
    for path in ("/", "/newest", "/g", seed.url, "/account/signup/", "/account/login/", "/account/password/reset/", "/nowhere"):
        answer = browser.get(path)
        assert '<html lang="ar" dir="rtl">' in answer.content.decode(), path
        assert latin_in(answer) == set(), path
    refused = browser.post("/account/signup/", {"username": "zorblax", "email": "plugh", "password1": "x"})
    assert latin_in(refused) == set()


def test_replying(seed, comment, people):
    said, browser = comment("quibblefax zorblax", by=people.bo), of(people.ada)
    for path in (seed.url, f"/c/{said.pk}/reply", f"/c/{said.pk}/flag"):
        assert latin_in(browser.get(path)) == set(), path
    form = browser.get(f"/c/{said.pk}/reply").content.decode()
    fields = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form))
    assert latin_in(browser.post(f"/c/{said.pk}/reply", {**fields, "text": ""})) == set()
    posted = browser.post(f"/c/{said.pk}/reply", {**fields, "text": "plugh", "anyway": "1"}, follow=True)
    assert Comment.objects.filter(author=people.ada).exists()
    assert latin_in(posted) == set()


def test_appealing(seed, comment, people, cut):
    said = comment("quibblefax zorblax plugh", on=seed)
    ruling, browser = cut(said, "zorblax"), of(people.ada)
    for path in (seed.url, ruling.url, "/notices", "/record"):
        assert latin_in(browser.get(path)) == set(), path
    assert latin_in(browser.post(f"{ruling.url}/appeal", {"grounds": ""})) == set()
    appealed = browser.post(f"{ruling.url}/appeal", {"grounds": "plugh"}, follow=True)
    assert "قُدِّم اعتراضك" in appealed.content.decode()
    assert latin_in(appealed) == set()


def test_being_asked_by_the_rules(group_with, seed_with, people):
    prose = "No links. No profanity. Comments may have at most 3 words. No personal attacks."
    seed = seed_with(group=group_with(rules=prose), headline="zorblax", article="zorblax " * 50, source_name="Lantern")
    browser, text = of(people.ada), "You are a fucking zorblax idiot, see https://plugh.example"
    written = set(re.findall(r"[A-Za-z]{2,}", f"{prose} {text}"))
    asked = browser.post(f"/s/{seed.pk}/reply", {"text": text})
    assert asked.status_code == 422
    assert latin_in(asked) <= written
    findings = browser.post(f"/s/{seed.pk}/coach", {"text": text}).json()["findings"]
    assert len(findings) >= 4
    said = " ".join(each[name] for each in findings for name in ("note", "passes"))
    assert set(re.findall(r"[A-Za-z]{2,}", said)) <= written
    assert re.search("[\u0600-\u06ff]", said)
