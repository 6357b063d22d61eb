"""Two windows follow a discussion while somebody writes in it, and nothing that is read moves."""

import re

import pytest
from playwright.sync_api import expect

from parley.ops.demonstration.password import PASSWORD

pytestmark = pytest.mark.browser
# Scrolled to the second thread: what comes at the end of the first one comes above the screen, however long other journeys made it.
LATER = "[...document.querySelectorAll('article.comment')].find((one) => one.querySelector('.number').title === '2.2')"
TOPS = "[...document.querySelectorAll('article.comment')].map((one) => [one.id, one.getBoundingClientRect().top])"


def discussion(page):
    page.get_by_role("link", name=re.compile("A moon lost")).first.click()
    page.wait_for_load_state()
    expect(page.locator("[data-keys]")).to_be_visible()
    return page


def answer(writer, comment, words):
    writer.goto(f"/c/{comment[1:]}/reply")
    writer.locator("textarea[name=text]").fill(words)
    writer.get_by_role("button", name="Post", exact=False).first.click()
    expect(writer.locator("main")).to_contain_text(words[:30])


def seen_where(page):
    """What of the discussion stands on the screen, and where."""
    return {key: top for key, top in page.evaluate(TOPS) if 250 < top < 800}


def stood_still(before, page):
    after = dict(page.evaluate(TOPS))
    print(before, after)  # noqa: T201 -- what is said when it fails
    return before and all(abs(after[key] - top) < 1 for key, top in before.items())


def test_new_comments_come_into_two_windows_and_nothing_jumps(visit):
    kit, sam, bo = (discussion(visit(name, "/g/astronomy/search?q=drawer")) for name in ("kit", "obi", "bo"))
    first = kit.locator("article.comment").first.get_attribute("id")
    for window in (kit, sam):
        window.evaluate(f"scrollTo(0, {LATER}.offsetTop - 400)")
    before = [seen_where(window) for window in (kit, sam)]
    answer(bo, first, "The first drawer was measured again in 1961, says the catalogue.")
    for window, stood in zip((kit, sam), before, strict=True):
        pill = window.locator("[data-live] a")
        expect(pill).to_have_text("1 new comment", timeout=15_000)
        assert window.evaluate("document.activeElement === document.body")
        pill.focus()
        pill.press("Enter")
        expect(pill).to_have_text("1 new comment came. Go to it")
        expect(window.locator("article.is-arrived")).to_contain_text("The first drawer was measured again")
        assert stood_still(stood, window)
        assert window.evaluate("document.activeElement.closest('[data-live]') !== null")
        came = window.locator("article.is-arrived")
        assert came.locator(".number").get_attribute("title").startswith("1.")
        assert came.locator("[data-vote]").count() == 1
    kit.evaluate("document.activeElement.blur()")
    kit.keyboard.press("n")
    expect(kit.locator("article:focus")).to_have_count(1)
    # One's own comment in another tab is no news, and `n` while typing is a letter.
    other = kit.context.new_page()
    other.goto(kit.url.partition("#")[0])
    answer(other, first, "Then I was wrong about the drawer, and the catalogue of 1961 is right.")
    answer(bo, first, "Nobody was wrong. The curator moved the second plate in autumn.")
    pill = kit.locator("[data-live] a")
    expect(pill).to_have_text("1 new comment", timeout=15_000)
    kit.locator("textarea[name=text]").focus()
    kit.keyboard.type("n")
    expect(kit.locator("article.is-arrived")).to_have_count(1)
    kit.locator("textarea[name=text]").fill("")
    kit.evaluate("document.activeElement.blur()")
    kit.keyboard.press("n")
    expect(kit.locator("article.is-arrived")).to_have_count(3)


def test_what_is_seen_folded_and_begun_is_so_on_the_other_device(visit):
    desk, phone = (discussion(visit("ada", "/g/astronomy/search?q=drawer")) for _ in range(2))
    short = re.search(r"/s/\d+", desk.url)[0]
    badge = desk.locator("article:has(.role.is-new)").last
    key = badge.get_attribute("data-comment")
    badge.locator(".act, .removed").first.scroll_into_view_if_needed()
    with desk.expect_response(lambda answer: answer.url.endswith("/seen")):
        pass
    phone.reload()
    assert phone.locator(f"#c{key} .role.is-new").count() == 0
    top = desk.locator("article.comment:has(.fold)").first
    with desk.expect_response(lambda answer: answer.url.endswith("/fold")):
        top.locator(".fold").click()
    expect(top.locator(".fold")).to_have_attribute("aria-expanded", "false")
    phone.reload()
    expect(phone.locator(f"#{top.get_attribute('id')} .fold")).to_contain_text("Unfold")
    assert phone.locator("article.comment[hidden]").count() == desk.locator("article.comment[hidden]").count() > 0
    desk.locator("textarea[name=text]").fill("What I began at the desk")
    expect(desk.locator("[data-shelf-says]")).to_have_text("Draft kept.", timeout=10_000)
    desk.close()
    phone.goto("/tracker?show=drafts")
    phone.get_by_role("link", name=re.compile("A moon lost")).click()
    expect(phone.locator("textarea[name=text]")).to_have_value("What I began at the desk")
    phone.goto(short)
    expect(phone.get_by_role("link", name="Go on with your draft")).to_be_visible()
    phone.locator("textarea[name=text]").fill("Other words, begun on the phone")
    phone.get_by_role("button", name="See both").click(timeout=10_000)
    expect(phone.get_by_label("The draft that is kept")).to_contain_text("What I began at the desk")
    phone.locator("textarea[name=text]").press_sequentially("!")
    expect(phone.locator("[data-shelf-says]")).to_contain_text("Nothing was written over", timeout=10_000)
    phone.get_by_role("link", name="Go on with the other").click()
    expect(phone.locator("textarea[name=text]")).to_have_value("What I began at the desk")


def test_what_was_written_while_signed_out_goes_at_the_first_press(visit):
    page = discussion(visit("bo", "/g/astronomy/search?q=drawer"))
    other = page.context.new_page()
    other.goto("/")
    other.get_by_role("button", name="Sign out").click()
    other.wait_for_load_state()
    page.locator("textarea[name=text]").fill("The catalogue of 1961 is right about the drawer.")
    page.get_by_role("button", name="Post comment").click()
    expect(page.get_by_role("heading", name="Your text is safe")).to_be_visible()
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in (new tab)").click()
    opened.value.fill("[name=login]", "bo")
    opened.value.fill("[name=password]", PASSWORD)
    opened.value.get_by_role("button", name="Sign in", exact=True).click()
    expect(opened.value.get_by_text("Signed in as")).to_be_visible()
    before = page.locator("[name=csrfmiddlewaretoken]").first.input_value()
    page.evaluate("dispatchEvent(new Event('focus'))")
    expect(page.locator("form[data-resend] [name=csrfmiddlewaretoken]")).not_to_have_value(before)
    page.get_by_role("button", name="Then send it again").click()
    expect(page.locator("main")).not_to_contain_text("Your text is safe")
    expect(page.locator("main")).to_contain_text("The catalogue of 1961 is right")
