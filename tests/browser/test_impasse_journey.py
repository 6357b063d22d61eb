"""Two members who stop answering each other: both are bound at once, both are told, and both have to agree to end it."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def moon(page) -> None:
    page.get_by_role("link", name=re.compile("A moon lost")).first.click()


def of(page, who: str):
    return page.locator("article", has=page.get_by_role("link", name=who, exact=True)).first


def test_an_impasse_begins_binds_both_and_ends(demo, visit):
    kit = visit("kit", "/g/astronomy/search?q=drawer")
    moon(kit)
    of(kit, "ada").get_by_role("link", name=re.compile("Reply")).first.click()
    kit.locator("textarea[name=text]").fill("One more thing about those plates.")
    ada = visit("ada", "/g/astronomy/search?q=drawer")
    moon(ada)
    of(ada, "kit").get_by_role("link", name=re.compile("Reply")).first.click()
    reply_to_kit = ada.url
    ada.get_by_role("link", name=re.compile("mpasse")).click()
    expect(ada.get_by_role("heading", level=1)).to_have_text("Impasse with kit")
    ada.get_by_role("button", name="Begin the impasse").click()
    expect(ada.get_by_role("button", name="Offer to end it")).to_be_visible()
    place = ada.url
    ada.goto(reply_to_kit)
    expect(ada.locator("main")).to_contain_text("impasse")
    expect(ada.locator("textarea[name=text]")).to_have_count(0)
    kit.get_by_role("button", name="Post").first.click()
    expect(kit.locator("main")).to_contain_text("impasse")
    expect(kit.locator("textarea")).to_have_value("One more thing about those plates.")
    kit.goto("/notices")
    kit.get_by_role("link", name=re.compile("mpasse")).first.click()
    kit.get_by_role("button", name="Offer to end it").click()
    expect(kit.locator("main")).to_contain_text("It ends when the other agrees.")
    ada.goto(place)
    ada.get_by_role("button", name="Agree to end it").click()
    expect(ada.locator("main")).to_contain_text("It ended")
    ada.goto(reply_to_kit)
    expect(ada.locator("textarea[name=text]")).to_be_visible()
