"""Every page by axe-core's rules for WCAG 2.2 AA, at the width that 400 % of 1280 leaves, and without what a reader switched off.

In `make test` each page is looked at in one of four ways in turn; with ALL=1 in all of them.
"""

import os
from importlib import resources

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
AXE = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text()
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OFF = {"/patterns": "landmark-unique"}  # it shows the same part many times, in each of its states
WAYS = [(scheme, width) for scheme in ("light", "dark") for width in (1280, 320)]
PAGES = {
    None: (
        "/", "/newest", "/g", "/g/astronomy", "/g/astronomy/members", "/g/astronomy/rules", "/g/astronomy/log",
        "/g/astronomy/figures",
        "/search?q=drawer", "/search?q=nothing-like-it", "/log", "/log/1", "/figures", "/rules", "/m/ada", "/m/ada?show=comments",
        "{seed}", "{seed}?order=votes", "/s/{number}/rules", "/account/login/", "/account/signup/", "/account/password/reset/",
        "/nowhere", "/patterns", "/help", "/help/members",
    ),
    "ada": (
        "/", "{seed}", "/c/1/reply", "/c/1/history", "/c/1/flag", "/seed", "/tracker", "/tracker?show=history", "/notices",
        "/notices/settings", "/record", "/own/data", "/own/leave", "/own/blocked", "/account/security", "/account/sessions/",
        "/account/email/", "/account/password/change/", "/account/2fa/", "/g/new", "/m/ada",
    ),
    "mo": ("/cases", "/g/astronomy/cases", "{case}", "{seed}", "/g/astronomy/holds"),
    "obi": (
        "/g/astronomy/settings", "/g/astronomy/rules/edit", "/g/astronomy/rules/import", "/g/astronomy/scale", "/g/astronomy/report",
        "/g/astronomy/members",
    ),
    "admin": ("/rules/edit", "/invitations", "/admission"),
}  # fmt: skip


def faults(page: Page, off: str | None = None) -> list[str]:
    """What axe finds, one line each."""
    page.evaluate(AXE + "; 0")
    rules = {"runOnly": TAGS, "rules": {off: {"enabled": False}} if off else {}}
    found = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return [f"{each['id']}: {each['help']}: {[node['target'] for node in each['nodes']][:4]}" for each in found]


def addresses(page: Page, asked: tuple[str, ...]) -> list[str]:
    page.goto("/g/astronomy", wait_until="commit")
    seed = page.locator("h2.headline a").first.get_attribute("href")
    case = ""
    if "{case}" in asked:
        page.goto("/cases", wait_until="commit")
        case = page.locator("main a[href*='/cases/']").first.get_attribute("href")
    return [each.format(seed=seed, number=seed.split("/")[2], case=case) for each in asked]


@pytest.mark.parametrize("who", PAGES, ids=str)
def test_nothing_stands_in_the_way_of_any_reader(visit, who):
    page = visit(who, "/")
    wrong = []
    for place, address in enumerate(addresses(page, PAGES[who])):
        page.goto(address, wait_until="commit")
        expect(page.locator("footer.foot")).to_be_attached()
        for scheme, width in WAYS if os.environ.get("ALL") else [WAYS[place % len(WAYS)]]:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size({"width": width, "height": 900})
            wrong += [f"{address} ({scheme}, {width}): {fault}" for fault in faults(page, OFF.get(address))]
            wide = page.evaluate("document.documentElement.scrollWidth")
            wrong += [f"{address}: {wide} pixels wide where {width} are"] if wide > width else []
    assert wrong == []


@pytest.mark.parametrize("setting", [{"reduced_motion": "reduce"}, {"forced_colors": "active"}], ids=str)
def test_what_a_reader_switched_off_stays_off(visit, setting):
    page = visit("ada", "/g/astronomy/search?q=drawer", **setting)
    page.locator(".hits a").first.click()
    expect(page.locator("article.comment").first).to_be_attached()
    if "reduced_motion" in setting:
        moving = "[...document.querySelectorAll('*')].filter(each => parseFloat(getComputedStyle(each).transitionDuration) > 0.01)"
        assert page.evaluate(f"{moving}.length + document.getAnimations().length") == 0
        assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    else:  # what is only a background colour is gone, and everything has its edge or its words still
        assert page.evaluate("getComputedStyle(document.querySelector('.button')).borderTopStyle") != "none"


@pytest.mark.parametrize(("language", "skip", "post"), [("en", "Skip to the page", "Post"), ("ar", "انتقل إلى المحتوى", "انشر")])
def test_everything_is_read_and_answered_by_keyboard(visit, language, skip, post):
    page = visit("ada", "/g/astronomy/search?q=drawer", locale=language)
    assert page.locator("html").get_attribute("lang") == language
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent").strip() == skip
    page.keyboard.press("Enter")
    to(page, ".hits a")
    headline = page.evaluate("document.activeElement.textContent").strip()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(headline)
    to(page, "article.comment a[data-reply]")
    page.keyboard.press("Enter")
    expect(page.locator("textarea[name=text]")).to_be_visible()
    to(page, "textarea[name=text]")
    page.keyboard.type(f"Said without a mouse, and read without one ({language}).")
    to(page, "form.write button:not([name=quote]), form.write button", named=post)
    page.keyboard.press("Enter")
    said = page.locator("article.comment", has_text=f"read without one ({language})").first
    expect(said).to_be_visible()


def to(page: Page, selector: str, *, named: str = "", most: int = 250) -> None:
    """Tab until what matches has the focus, which must be seen."""
    for _ in range(most):
        page.keyboard.press("Tab")
        here = "document.activeElement"
        if page.evaluate(f"([what, named]) => {here}.matches(what) && {here}.textContent.includes(named)", [selector, named]):
            outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none", selector
            return
    raise AssertionError(f"{selector} was not reached by {most} presses of Tab")


OVERLAPS = """() => {
    const boxes = [...document.querySelectorAll(".masthead a, .masthead input")].filter((each) => each.offsetParent)
        .map((each) => [each.textContent.trim() || each.id, each.getBoundingClientRect()]);
    return boxes.flatMap(([one, a], place) => boxes.slice(place + 1)
        .filter(([, b]) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1)
        .map(([other]) => `${one} and ${other}`));
}"""


def test_nothing_lies_on_anything_else_in_the_masthead(visit):
    """At widths between a phone's and a screen's, in the language with the longest words, for a mod, who has most entries."""
    for who in (None, "mo"):
        page = visit(who, "/", locale="de")
        for width in (1200, 1100, 1000, 900, 801, 780, 600, 320):
            page.set_viewport_size({"width": width, "height": 600})
            assert page.evaluate(OVERLAPS) == [], width
            assert page.locator(".masthead .name").bounding_box()["height"] < 50, width
