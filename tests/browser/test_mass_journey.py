"""A mod removes many comments of one member at once, but for one that is struck out, and takes all of it back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def test_many_go_but_for_one_and_come_back(demo, visit):
    page = visit("mo", "/g/astronomy/search?q=drawer")
    page.get_by_role("link", name=re.compile("A moon lost")).first.click()
    kits = page.locator("article", has=page.get_by_role("link", name="kit", exact=True))
    kits.first.get_by_role("link", name=re.compile("Cut")).first.click()
    page.get_by_role("link", name="Remove more by kit").click()
    page.get_by_label("By which rule").select_option(index=4)
    page.get_by_role("button", name="Show the list").click()
    boxes = page.locator("[name=item]")
    expect(boxes.first).to_be_visible()
    many = boxes.count()
    assert many > 1
    boxes.first.uncheck()
    page.get_by_label(re.compile("^Note")).fill("One wave of the same.")
    page.get_by_role("button", name="Remove the ticked").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(re.compile(rf"{many - 1} comments? by"))
    expect(page.get_by_text("One wave of the same.")).to_be_visible()
    place = page.url
    page.locator(".mass-item a").first.click()
    expect(page.locator("main")).to_contain_text("[✘]")
    page.goto(place)
    page.get_by_role("button", name="Take all of it back").click()
    expect(page.locator("main")).to_contain_text(f"{many - 1} of {many - 1} stand again")
