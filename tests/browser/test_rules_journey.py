"""A new owner's way: from a pasted paragraph of mixed rules to rules in force with one clause turned up after a replay."""

import re
import time

import pytest
from playwright.sync_api import Page, expect

from parley.ops.demonstration.password import PASSWORD
from tests.server import demo_in, served

pytestmark = pytest.mark.browser
PROSE = """Trolling, taunting, spamming and off-topic comments may be removed at the discretion of group mods.

No talk of the mayor, dictator comparisons, or memes. At most 3 links. Please quote the person you are replying to.

Be kind to newcomers. Write to the mods if you think a cut was wrong."""
FIVE_MINUTES = 300
"""Seconds; a person reads meanwhile, and this is what the machine may take of them."""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    home = tmp_path_factory.mktemp("rules") / "home"
    demo_in(home)
    with served(home, command="demo", worker=True) as site:
        yield site


@pytest.fixture
def obi(site, chromium):
    """The page of an owner, who fails on anything that breaks the page's policy."""
    faults = []
    context = chromium.new_context(base_url=site.address, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None)
    page.goto("/account/login/")
    page.fill("[name=login]", "obi")
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    yield page
    context.close()
    assert faults == []


def clause(page: Page, title: str):
    return page.locator("li.clause").filter(has_text=re.compile(title)).first


def figures_height(page: Page) -> float:
    """Of what an earlier replay left, which depends on what was done before."""
    found = page.locator("[data-replay]")
    return found.evaluate("part => part.getBoundingClientRect().height") if found.count() else 0


def test_from_a_paragraph_to_rules_in_force(obi):
    started = time.monotonic()
    obi.goto("/g/astronomy/rules")
    obi.get_by_role("link", name="Change the rules").click()
    obi.get_by_label("House rules").fill(PROSE)
    obi.locator("button.button[name=read]").first.click()
    expect(obi.locator(".acts-on", has_text="talk of the mayor")).to_be_visible()
    expect(clause(obi, "Topic ban")).to_contain_text("Finds And what of mayor?")

    obi.locator(".acts-on", has_text="talk of the mayor").hover()
    expect(clause(obi, "Topic ban")).to_have_class(re.compile("is-tied"))
    clause(obi, "Links").hover()
    expect(obi.locator(".acts-on", has_text="At most 3 links")).to_have_class(re.compile("is-tied"))

    obi.get_by_label("Try a comment").fill("The m4yor again?")
    obi.get_by_role("button", name="Ask these rules").click()
    expect(obi.get_by_text("The author would be told")).to_be_visible()

    obi.locator("input[name=days][value='0']").check(force=True)
    obi.get_by_role("button", name="Run it on the past").click()
    expect(obi.locator("[data-says]")).to_contain_text("comments, all comments.", timeout=60_000)
    expect(obi.locator(".figures")).to_contain_text("members whose comments change side")

    earlier = obi.get_by_text("These figures are of an earlier state of this draft.")
    expect(earlier).to_be_hidden()
    clause(obi, "Taunting").locator("input[value=ask]").check(force=True)
    expect(earlier).to_be_visible()  # before anything is sent
    expect(obi.get_by_role("button", name="Run this state on the past")).to_be_visible()
    clause(obi, "Taunting").locator("input[value=people]").check(force=True)
    expect(earlier).to_be_hidden()
    obi.get_by_label("House rules").press_sequentially("x")
    expect(earlier).to_be_visible()
    obi.get_by_label("House rules").fill(PROSE)
    clause(obi, "Taunting").locator("input[value=ask]").check(force=True)
    obi.locator("button.button[name=read]").first.click()
    expect(clause(obi, "Taunting").get_by_text("usual", exact=True)).to_be_visible()
    obi.get_by_role("button", name=re.compile("Confirm .* put in force")).click()
    expect(obi.get_by_text("Version 2 is in force.")).to_be_visible()
    assert time.monotonic() - started < FIVE_MINUTES

    obi.goto("/g/astronomy/rules?version=2")
    expect(obi.get_by_role("heading", name="Version 2")).to_be_visible()


def test_what_is_written_is_kept_for_another_day(obi):
    obi.goto("/g/astronomy/rules/edit")
    obi.get_by_label("House rules").fill("No talk of the harbour tax.")
    obi.locator("button.button[name=read]").first.click()
    obi.goto("/g/astronomy/rules/edit")
    expect(obi.get_by_label("House rules")).to_have_value("No talk of the harbour tax.")
    expect(obi.get_by_text("This draft is kept for you.")).to_be_visible()
    obi.get_by_role("button", name="Drop this draft").click()
    expect(obi.get_by_role("heading", name="Drop this draft?")).to_be_visible()
    obi.get_by_role("button", name="Drop it").click()
    obi.goto("/g/astronomy/rules/edit")
    expect(obi.get_by_label("House rules")).not_to_have_value("No talk of the harbour tax.")


@pytest.mark.parametrize("width", [1280, 390])
def test_the_way_to_confirm_is_in_sight_and_the_page_is_short(obi, width):
    obi.set_viewport_size({"width": width, "height": 900})
    obi.goto("/g/astronomy/rules/edit")
    obi.get_by_label("House rules").fill(PROSE)
    obi.locator("button.button[name=read]").first.click()
    expect(obi.get_by_role("button", name=re.compile("Confirm .* put in force"))).to_be_in_viewport()
    expect(obi.locator(".glance")).to_be_in_viewport()
    expect(clause(obi, "Topic ban").get_by_label("It must find")).to_be_hidden()
    clause(obi, "Topic ban").locator("summary").click()
    expect(clause(obi, "Topic ban").get_by_label("It must find")).to_be_visible()
    height = obi.evaluate("document.documentElement.scrollHeight")
    assert height - figures_height(obi) < {1280: 2600, 390: 4500}[width]
    assert obi.evaluate("document.documentElement.scrollWidth") == width
    obi.locator("summary").last.focus()
    obi.keyboard.press("Tab")
    box = "document.{}.getBoundingClientRect().toJSON()"
    focused, bar = (obi.evaluate(box.format(each)) for each in ("activeElement", "querySelector('.confirms')"))
    assert focused["bottom"] <= bar["top"] or focused["top"] >= bar["top"]  # nothing with the focus lies under the bar
