"""A browser (Debian's Chromium) and the demo community, served as a newcomer has it."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from parley.ops.demonstration.password import PASSWORD
from tests.server import Site, demo_in, served


def pytest_itemcollected(item: pytest.Item) -> None:
    """In one process of a test run: one demo is served, and one browser started."""
    if "demo" in item.fixturenames:
        item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Iterator[Site]:
    home = tmp_path_factory.mktemp("browser") / "home"
    demo_in(home)
    with served(home, command="demo") as site:
        yield site


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    path = shutil.which("chromium")
    if path is None:
        pytest.fail("Browser tests need Chromium: sudo apt-get install chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-sync"],
        )
        yield browser
        browser.close()


@pytest.fixture
def visit(demo, chromium) -> Iterator[Callable[..., Page]]:
    """`visit("ada", path)`: a page of somebody's own browser; None is the public. What breaks the page's policy fails the test."""
    contexts, faults = [], []

    def open_page(who: str | None = None, path: str = "/", **options) -> Page:
        context = chromium.new_context(
            base_url=demo.address, **({"viewport": {"width": 1280, "height": 900}} | options)
        )
        contexts.append(context)
        page = context.new_page()
        page.on(
            "console",
            lambda message: faults.append(message.text) if "Content Security Policy" in message.text else None,
        )
        page.on("pageerror", lambda error: faults.append(str(error)))
        if who:
            page.goto("/account/login/")
            page.fill("[name=login]", who)
            page.fill("[name=password]", PASSWORD)
            page.press("[name=password]", "Enter")
            page.wait_for_load_state()
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert faults == []
