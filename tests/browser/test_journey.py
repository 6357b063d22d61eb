"""The path that must work: seed a saved page with rules of the mixed kind, discuss, be asked, cut, see citations follow, undo."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

pytestmark = pytest.mark.browser
SAVED = Path(__file__).resolve().parents[1] / "seeds" / "pages" / "glued.html"
RULES = """Members who vote for their own comments, repeat comments, answer themselves, or continue to disrupt risk losing \
them all.
Please quote the person you are replying to.
No Marlow, fascism references, memes, source dissing."""


def seed_saved_page(page: Page) -> str:
    """Returns the seed's address."""
    page.get_by_text("A saved page").click()
    page.set_input_files("[name=page]", SAVED)
    page.get_by_role("button", name="Read", exact=False).last.click()
    expect(page.locator("[name=headline]")).to_have_value("Council votes to keep the ferry")
    dropped = page.locator("[name=restore]")
    assert dropped.count() >= 3
    page.select_option("[name=group]", "astronomy")
    page.fill("[name=remark]", "Five more years of **getting wet**.")
    page.fill("[name=tags]", "ferry, budget")
    page.fill("[name=prose]", RULES)
    page.get_by_role("button", name="Read again").last.click()
    box = page.locator(".redbox")
    expect(box).to_contain_text("asked before posting")
    expect(box).to_contain_text("not possible here")
    page.get_by_role("button", name="Publish").click()
    expect(page.locator("h1")).to_have_text("Council votes to keep the ferry")
    expect(page.locator(".article")).to_contain_text("against the advice of its own treasurer")
    expect(page.locator(".article")).not_to_contain_text("CLOSE X")
    return page.url.split("#", maxsplit=1)[0]


def say(page: Page, text: str) -> None:
    page.locator("textarea[name=text]").last.fill(text)
    page.get_by_role("button", name="Post", exact=False).first.click()


def one_comment(page: Page, words: str) -> Locator:
    return page.locator("article.comment", has=page.locator(".body", has_text=words)).first


def number_of(comment: Locator) -> str:
    return comment.locator(".number").get_attribute("title")


def test_from_a_saved_page_to_a_cut_and_back(visit):
    kit = visit("kit", "/seed")
    address = seed_saved_page(kit)

    ada = visit("ada", address)
    say(ada, "Nine hundred people a day, and the *treasurer* is a flummoxer if he thinks they will swim.")
    said = one_comment(ada, "flummoxer")
    assert number_of(said) == "1"

    bo = visit("bo", address)
    one_comment(bo, "flummoxer").get_by_role("link", name="Reply").click()
    expect(bo.locator("blockquote.cite, .quote-choice").first).to_contain_text("flummoxer")
    bo.locator("textarea[name=text]").fill("Marlow would have sold")
    expect(bo.locator(".coach li p").first).to_contain_text(re.compile(r"^Rule \d+, No Marlow, fascism references"))  # while writing
    say(bo, "Marlow would have sold the ferry long ago.")
    coach = bo.locator(".coach", has_text="Marlow")
    expect(coach).to_contain_text("No Marlow, fascism references")
    expect(coach.locator("mark")).to_have_text("Marlow")
    bo.locator("textarea[name=text]").fill("The last council would have sold it long ago.")
    bo.get_by_role("button", name="Post", exact=False).first.click()
    answer = one_comment(bo, "sold it long ago")
    expect(answer.locator("blockquote.cite")).to_contain_text("is a flummoxer if he thinks")
    assert number_of(answer) == "1.1"

    obi = visit("obi", address)  # in another journey an appeal of ada against mo is granted
    one_comment(obi, "flummoxer").get_by_role("link", name="Cut").click()
    obi.locator("label.word", has_text="flummoxer").click()
    obi.locator("[name=line]").first.check()
    obi.fill("[name=note]", "Name-calling.")
    obi.get_by_role("button", name="Decide").click()
    cut = obi.locator("article.comment").first
    expect(cut.locator(".body")).to_contain_text("is a [✘] if he thinks")

    for who in (None, "bo", "ada"):
        page = visit(who, address)
        expect(page.locator("blockquote.cite").first).to_contain_text("is a [✘] if he thinks")
        assert "flummoxer" not in page.content()

    mark = obi.locator("a.redacted").first
    assert "rule" in mark.get_attribute("title")
    mark.click()
    expect(obi.locator("main")).to_contain_text("Name-calling.")
    obi.get_by_role("button", name="Undo", exact=False).click()
    expect(visit(None, address).locator("blockquote.cite").first).to_contain_text("is a flummoxer if he thinks")


def test_the_same_path_without_javascript(visit):
    ada = visit("ada", "/g/astronomy", java_script_enabled=False)
    ada.locator("h2 a").first.click()
    say(ada, "A calm word without any script, and no Marlow.")
    expect(ada.locator(".body", has_text="without any script")).to_be_visible()
    bo = visit("bo", ada.url, java_script_enabled=False)
    one_comment(bo, "without any script").get_by_role("link", name="Reply").click()
    bo.locator("textarea[name=text]").fill("An answer **with** a preview.")
    bo.get_by_role("button", name="Preview").click()
    expect(bo.locator("main")).to_contain_text("An answer with a preview.")
    bo.get_by_role("button", name="Post", exact=False).first.click()
    one_comment(bo, "without any script").get_by_role("button").first.click()
    expect(one_comment(bo, "without any script").locator(".vote")).to_contain_text("1")


def test_selected_words_are_cited(visit):
    bo = visit("bo", "/g/astronomy?order=discussed")  # which journey came before decides what is hot
    bo.locator("h2 a").first.click()
    body = bo.locator("article.comment .body p").first
    words = " ".join(body.inner_text().split()[2:6])
    body.evaluate(
        """(p, words) => {
        const node = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode(), at = node.data.indexOf(words);
        const range = document.createRange(); range.setStart(node, at); range.setEnd(node, at + words.length);
        getSelection().removeAllRanges(); getSelection().addRange(range); }""",
        words,
    )
    bo.get_by_role("button", name="Quote this").click()
    expect(bo.locator("main")).to_contain_text(words)


def test_a_draft_survives_a_closed_tab(visit):
    ada = visit("ada", "/g/astronomy")
    ada.locator("h2 a").first.click()
    ada.locator("textarea[name=text]").last.fill("Half a thought about the")
    ada.wait_for_timeout(900)
    again = ada.context.new_page()
    address = ada.url
    ada.close()
    again.goto(address)
    expect(again.locator("textarea[name=text]").last).to_have_value("Half a thought about the")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_is_wider_than_the_window(visit, width):
    for path in ("/", "/s/1", "/g/harbour/rules", "/log", "/patterns", "/account/login/"):
        page = visit(None, path, viewport={"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path


def test_everything_is_reached_by_keyboard(visit):
    page = visit(None, "/s/1")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the page")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
