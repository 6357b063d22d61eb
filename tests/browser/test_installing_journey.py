"""Without a network: a page that says so, and what was being written, offered again."""

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
READY = "navigator.serviceWorker.ready.then((one) => one.active.state)"
CACHED = "caches.keys().then((all) => Promise.all(all.map((name) => caches.open(name).then((one) => one.keys()))))"
ADDRESSES = f"{CACHED}.then((all) => all.flat().map((one) => new URL(one.url).pathname))"


def test_what_was_written_without_a_network_is_offered_again(visit):
    page = visit("ada", "/seed")
    assert page.evaluate(READY) in {"activating", "activated"}
    page.goto("/newest")
    page.get_by_role("link", name="Seed an article").click()
    page.context.set_offline(True)
    page.get_by_label("Address of the article").first.fill("https://lantern.example/ferry")
    page.get_by_role("button", name="See what was read").click()
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    page.goto("/newest")
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    page.get_by_role("link", name="https://lantern.example/ferry").click()
    page.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.get_by_label("Address of the article").first).to_have_value("https://lantern.example/ferry")
    assert all(each == "/offline" or each.startswith("/static/") for each in page.evaluate(ADDRESSES))


def test_a_reply_is_offered_again_as_well(visit):
    page = visit("bo", "/s/1/reply")
    assert page.evaluate(READY) in {"activating", "activated"}
    page.context.set_offline(True)
    page.locator(".write [name=text]").fill("The boats of the north pier are full at six.")
    page.get_by_role("button", name="Post comment").click()
    expect(page.get_by_role("heading", name="No connection")).to_be_visible()
    expect(page.get_by_role("link", name="The boats of the north pier")).to_have_attribute("href", "/s/1/reply")
    page.context.set_offline(False)
    page.get_by_role("link", name="Try again").click()
    expect(page.locator(".write [name=text]")).to_have_value("The boats of the north pier are full at six.")
