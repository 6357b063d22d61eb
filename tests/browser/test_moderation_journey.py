"""From a flag to a cut, its reasons, an appeal, and back, by four people in four browsers."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import move_in

pytestmark = pytest.mark.browser
WORDS = "Whoever dredged that stretch is a flummoxer, and the sand says so."
TALK = f"""
said = say("ada", {WORDS!r})
say("kit", "Do you know him?", said.pk)
print(seed.url)
"""


@pytest.fixture(scope="module")
def seed(demo) -> str:
    """Address of a discussion in which kit cites ada."""
    roles = (("mo", "mod"), ("sol", "mod"), ("ada", "member"), ("bo", "member"), ("kit", "member"))
    return move_in(demo.home, TALK, name="shoals", title="Shoals", headline="The shoal has moved", roles=roles)


def said_twice(page: Page, words: str) -> None:
    """In the comment, and in the answer that cites it."""
    page.reload()
    expect(page.locator(".body", has_text=words)).to_have_count(1)
    expect(page.locator(".cite", has_text=words)).to_have_count(1)


def test_flag_case_redact_statement_appeal_overturned_restored(seed, visit):
    reader = visit(None, seed)
    said_twice(reader, "is a flummoxer, and")
    before = reader.locator("main").inner_text()

    bo = visit("bo", seed)
    bo.locator(".comment", has_text="flummoxer").first.get_by_role("link", name="Flag").click()
    bo.get_by_label("Taunting may be removed.").check()
    bo.get_by_label("The words that break it").fill("a flummoxer")
    bo.get_by_role("button", name="Flag it").click()
    expect(bo.locator(".comment", has_text="flagged by you").first).to_be_visible()

    mo = visit("mo", "/g/shoals/cases")
    mo.get_by_role("link", name="Comment 1 on").click()
    form = mo.locator("form[data-case]")
    expect(form.locator("[name=cut]:checked")).to_have_count(2)
    form.get_by_label("Breach 8 points").check()
    expect(form.locator("[data-live=reads]")).to_contain_text("Ticket: breach, 8 points")
    form.get_by_role("button", name="Decide and next").click()
    mo.wait_for_url("**/g/shoals/cases", wait_until="commit")

    said_twice(reader, "Whoever dredged that stretch is [✘] and the sand says so.")
    assert "flummoxer" not in reader.content()

    ada = visit("ada", "/notices")
    ada.get_by_role("link", name="Words cut: comment 1 on “The shoal has moved”").click()
    expect(ada.get_by_text("“a flummoxer,”")).to_be_visible()
    statement = ada.url
    ada.get_by_label("Ask the mods").fill("Which rule says that?")
    ada.get_by_role("button", name="Send").click()
    mo.goto(statement)
    mo.get_by_label("Answer").fill("Rule 1.")
    mo.get_by_role("button", name="Send").click()
    ada.reload()
    expect(ada.get_by_text("Rule 1.", exact=True)).to_be_visible()
    ada.get_by_label("Why should it not stand?").fill("It is the name of his trade.")
    ada.get_by_role("button", name="Appeal", exact=True).click()
    expect(ada.get_by_text("Somebody with no part in the ruling decides.").first).to_be_visible()
    ada.goto("/record")
    expect(ada.get_by_text("8 of 32 points")).to_be_visible()

    mo.goto("/g/shoals/cases?sort=appeals")
    expect(mo.locator(".queued")).to_have_count(0)  # he ruled: somebody else decides
    sol = visit("sol", "/g/shoals/cases?sort=appeals")
    sol.get_by_role("link", name="Appeal about comment 1").click()
    expect(sol.get_by_text("It is the name of his trade.")).to_be_visible()
    sol.get_by_label("Why").fill("So it is.")
    sol.get_by_role("button", name="Grant it").click()

    said_twice(reader, "is a flummoxer, and")
    assert reader.locator("main").inner_text() == before
    ada.goto("/record")
    expect(ada.get_by_text("8 of 32 points")).to_have_count(0)
    expect(ada.get_by_text("appeal granted")).to_be_visible()
    ada.goto("/notices")
    expect(ada.get_by_role("link", name="Your appeal on comment 1 on “The shoal has moved”")).to_be_visible()
