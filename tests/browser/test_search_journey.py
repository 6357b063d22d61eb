"""Somebody remembers a few words and finds where they were said, in a discussion of 10,000 comments."""

import pytest
from playwright.sync_api import expect

from tests.browser.places import move_in

pytestmark = pytest.mark.browser
FILLED = """
from django.db import transaction
from django.utils import timezone
from parley.ops.generating.rows import count_on, next_key, store
from parley.search import filling
from parley.texts.models import Revision, Text
from parley.threads import paths
from parley.threads.models import Comment
now, text, revision, first = timezone.now(), next_key(Text), next_key(Revision), next_key(Comment)
words = [f"Sand came, and more of it, on day {n}." for n in range(10_000)]
words[6_321] = "My grandmother called it the quiet tide, and she had seen it twice."
who = person["kit"].pk
with transaction.atomic():
    store(Text, ("id", "author_id", "current_id"), [(text + n, who, revision + n) for n in range(10_000)])
    store(Revision, ("id", "text_id", "number", "source", "html", "plain", "created_at"),
          [(revision + n, text + n, 1, said, f"<p>{said}</p>", said, now) for n, said in enumerate(words)])
    store(Comment, ("id", "seed_id", "author_id", "text_id", "path", "root", "created_at"),
          [(first + n, seed.pk, who, text + n, paths.extended(b"", n + 1), n + 1, now) for n in range(10_000)])
count_on((Text, Revision, Comment))
seed.top_count = seed.comment_count = 10_000
seed.save()
filling.anew()
filling.fill(seconds=600)
"""


def test_a_phrase_leads_to_its_comment(visit, demo):
    move_in(demo.home, FILLED, name="drifts", title="Drifts", headline="Sand on the road", roles=())
    page = visit(None, "/")
    page.get_by_label("Search").first.fill('"called it the quiet tide"')
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 found")).to_be_visible()
    expect(page.locator(".hits mark").first).to_have_text("called it the quiet tide")
    page.locator(".hits a").first.click()
    found = page.locator("article.comment", has_text="My grandmother called it")
    expect(found).to_be_in_viewport()
    assert page.locator("article.comment").count() <= 200
    assert page.url.endswith(f"#{found.get_attribute('id')}")
