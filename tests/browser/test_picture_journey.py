"""A picture from a phone: posted, seen, cut by a mod, and gone from its address."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.places import move_in
from tests.pictures import from_phone

pytestmark = pytest.mark.browser
PHONE = {"viewport": {"width": 390, "height": 844}}
SHOWS = "The new bar at low water, seen from the lighthouse"
PLACE = """
groups.change_settings(actor=person["admin"], group=group, allows_pictures=True)
print(seed.url)
"""


@pytest.fixture(scope="module")
def seed(demo) -> str:
    """Address of a discussion without comments."""
    return move_in(
        demo.home, PLACE, name="sandbar", title="Sandbar", headline="A bar has risen", roles=(("mo", "mod"), ("ada", "member"))
    )


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_posted_from_a_phone_seen_cut_and_gone(seed, visit):
    ada = visit("ada", seed, **PHONE)
    ada.get_by_text("Add pictures").click()
    first = ada.get_by_role("group", name="Picture 1")
    first.get_by_label("File").set_input_files({"name": "IMG_1.JPG", "mimeType": "image/jpeg", "buffer": from_phone()})
    ada.get_by_label("Your comment").fill("It was not there in May.")
    ada.get_by_role("button", name="Post comment").click()

    expect(first.get_by_text("Say in a few words what picture 1 shows")).to_be_visible()
    expect(first.locator("img")).to_be_visible()  # nobody is asked for the file again
    fits(ada)
    first.get_by_label("What it shows").fill(SHOWS)
    ada.get_by_role("button", name="Post comment").click()
    expect(ada.get_by_text("This shows or links to a picture, which may be a meme.")).to_be_visible()
    ada.get_by_role("button", name="Post it anyway").click()

    shown = ada.get_by_role("img", name=SHOWS)
    expect(shown).to_be_visible()
    assert shown.evaluate("image => image.decode().then(() => [image.naturalWidth, image.naturalHeight])") == [300, 400]
    fits(ada)
    reader = visit(None, seed)
    reader.get_by_role("img", name=SHOWS).click()
    reader.wait_for_url("**/p/*", wait_until="commit")
    address = reader.url
    assert reader.request.get(address).status == 200

    mo = visit("mo", seed)
    mo.locator(".comment", has_text="It was not there in May.").get_by_role("link", name="Cut").click()
    mo.get_by_role("checkbox", name=SHOWS).check()
    mo.get_by_label("Cut the marked words").check()
    mo.get_by_label("No memes.").check()
    mo.locator("form[data-case] [value=decide]").click()
    mo.wait_for_url("**/s/**", wait_until="commit")  # under load Chromium once never said that it had loaded

    for way in ("", "/small"):
        assert reader.request.get(address + way).status == 404
    for page in (visit(None, seed), ada):
        page.goto(seed)
        expect(page.locator(".comment .body")).to_contain_text("[✘]")
        assert SHOWS not in page.content()
        expect(page.locator(".picture")).to_have_count(0)
