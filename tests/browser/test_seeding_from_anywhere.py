"""Seeding from another site's page: by what a share menu posts, and by the bookmarklet."""

import pytest
from playwright.sync_api import expect

from tests.article_site import printed

pytestmark = pytest.mark.browser
SHARES = """([action, text]) => {
  const form = document.createElement("form"), page = document.createElement("input"), words = document.createElement("textarea");
  Object.assign(form, { method: "post", enctype: "multipart/form-data", action });
  const files = new DataTransfer();
  files.items.add(new File([document.documentElement.outerHTML], "ferry.html", { type: "text/html" }));
  Object.assign(page, { type: "file", name: "page", files: files.files });
  Object.assign(words, { name: "text", value: text });
  form.append(page, words);
  document.body.append(form);
  form.submit();
}"""


def test_seeded_by_sharing_a_page_and_by_the_bookmarklet(visit, demo):
    """The other site is another one for cookies too (`localhost`): Chromium leaves ours out of what it posts, and nothing is lost."""
    with printed() as paper:
        page = visit("ada", "/seed/from-anywhere")
        bookmarklet = page.get_by_role("link", name="Seed this").get_attribute("href")
        article = paper.home.replace("127.0.0.1", "localhost") + "/ferry?id=7"
        page.goto(article)
        page.evaluate(SHARES, [f"{demo.address}/share", "We lose the last boat."])
        page.get_by_role("button", name="Then send it again").click()
        expect(page.get_by_label("Your remark")).to_have_value("We lose the last boat.")
        page.select_option("[name=group]", "astronomy")
        page.get_by_role("button", name="See what was read").click()
        expect(page.locator("[name=headline]")).to_have_value("Last call for the night ferry")
        page.get_by_role("button", name="Publish").click()
        expect(page.locator("h1")).to_have_text("Last call for the night ferry")
        expect(page.locator("main")).to_contain_text("We lose the last boat.")
        page.goto(article)
        page.evaluate("getSelection().selectAllChildren(document.querySelector('h1'))")
        with page.expect_popup() as opened:
            page.evaluate(bookmarklet.removeprefix("javascript:").replace("localhost", "127.0.0.1"))  # where ada is signed in
        expect(opened.value.locator("[name=url]")).to_have_value(article)
        expect(opened.value.get_by_label("Your remark")).to_have_value("Last call for the night ferry")
