"""Somebody reads while another writes."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_a_reader_hears_of_a_new_comment_and_nothing_moves(visit):
    reader = visit("kit", "/g/astronomy/search?q=drawer")
    reader.get_by_role("link", name=re.compile("A moon lost")).first.click()
    reader.wait_for_load_state()
    news = reader.locator("[data-live]")
    expect(news).to_be_empty()
    reader.evaluate("scrollTo(0, document.querySelector('#discussion').offsetTop + 900)")
    comment = reader.locator("article.comment").nth(8)
    before = comment.bounding_box()

    writer = visit("bo", re.match(r"https?://[^/]+(/s/\d+)", reader.url)[1] + "/reply")
    writer.locator("textarea[name=text]").fill("The curator keeps a second drawer, says the catalogue of 1961.")
    writer.get_by_role("button", name="Post", exact=False).first.click()
    expect(writer.locator("main")).to_contain_text("second drawer")

    link = news.get_by_role("link", name="1 new comment")
    expect(link).to_have_count(1, timeout=15_000)
    assert reader.evaluate("document.activeElement === document.body")
    after = comment.bounding_box()
    print(before, after)  # noqa: T201 -- what is said when it fails
    assert abs(after["y"] - before["y"]) < 1
    link.click()
    expect(reader.locator("main")).to_contain_text("second drawer")
