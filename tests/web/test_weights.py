"""What pages weigh: the bounds that `make bench-pages` measures on a served site, in short."""

import zlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from bench.community import discuss, planned, seeded, settled
from bench.pages import MOST, scripts_of

pytestmark = pytest.mark.django_db


def packed(content: bytes) -> float:
    return len(zlib.compress(content, 6)) / 1000


def read(path: str) -> bytes:
    return Path(finders.find(path.partition("/static/")[2].partition("?")[0])).read_bytes()


def test_a_discussion_of_two_hundred_comments_and_its_scripts_are_light():
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    people, group = settled(at)
    discuss(seed := seeded(people, group, "One article", at), planned(200), people, at)
    inside = Client()
    inside.force_login(people[1], backend="allauth.account.auth_backends.AuthenticationBackend")
    for browser in (Client(), inside):
        page = browser.get(seed.url).content
        assert page.count(b'<article class="comment') == 200
        assert packed(page) <= MOST["page, gzip, kB"]
        assert sum(packed(each) for each in scripts_of(page.decode(), read)) <= MOST["scripts, gzip, kB"]


def test_all_scripts_together_are_light():
    behaviours = [file.read_bytes() for file in sorted(Path(finders.find("behaviours")).glob("*.js"))]
    assert len(behaviours) > 20
    assert packed(b"".join(behaviours)) <= MOST["all scripts, gzip, kB"]
