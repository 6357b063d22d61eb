"""Joining with a passkey that a virtual device keeps, with the code from a real mail; and signing in at a provider nearby."""

import json
import re
import time

import pytest
from playwright.sync_api import Page, expect

from tests.inbox import smtp_server
from tests.people import provider
from tests.server import served

pytestmark = pytest.mark.browser
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True,
    "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    with smtp_server.serving() as post, provider.serving() as lantern:
        settings = {
            "PARLEY_MAIL": f"smtp://127.0.0.1:{post.server_address[1]}",
            "PARLEY_EMAIL_VERIFICATION": "mandatory",
            "PARLEY_OIDC": json.dumps([lantern.app]),
        }
        with served(tmp_path_factory.mktemp("accounts") / "home", **settings) as here:
            yield here.address.replace("127.0.0.1", "localhost"), post, lantern


@pytest.fixture
def browser_at(site, chromium):
    """A window of its own at http://localhost. What breaks the pages' policy fails the test."""
    contexts, faults = [], []

    def window() -> Page:
        contexts.append(context := chromium.new_context(base_url=site[0]))
        page = context.new_page()
        page.on("console", lambda said: faults.append(said.text) if "Content Security Policy" in said.text else None)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield window
    for context in contexts:
        context.close()
    assert faults == []


def code_for(post, address: str) -> str:
    until = time.monotonic() + 20
    while not (mails := [each for each in post.mails if each["To"] == address]) and time.monotonic() < until:
        time.sleep(0.1)
    return re.search(r"^([A-Z0-9-]{6,9})\s*$", mails[0].get_body().get_content(), re.MULTILINE)[1]


def confirm(page: Page, post, address: str) -> None:
    expect(page.locator("h1")).to_have_text("Confirm your e-mail")
    page.fill("[name=code]", code_for(post, address))
    page.get_by_role("button", name="Confirm", exact=True).click()


def test_joining_with_a_passkey_and_coming_back_by_it(site, browser_at):
    _, post, _ = site
    page = browser_at()
    wire = page.context.new_cdp_session(page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    page.goto("/account/signup/")
    page.get_by_role("link", name="Join with a passkey").click()
    page.fill("[name=username]", "nora")
    page.fill("[name=email]", "nora@parley.example")
    page.get_by_role("button", name="Go on").click()
    confirm(page, post, "nora@parley.example")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.locator("h1")).to_have_text("Recovery codes")
    expect(page.locator(".codes li")).to_have_count(10)
    page.get_by_role("button", name="Sign out").click()
    page.goto("/account/login/?next=/g")
    page.get_by_role("button", name="Sign in by passkey").click()
    expect(page.locator(".my-name")).to_contain_text("nora")
    assert page.url.endswith("/g")
    page.goto("/account/2fa/webauthn/add/")
    page.get_by_role("button", name="Make a passkey").click()
    expect(page.locator("[data-problem]")).to_contain_text("has a passkey for your account already")


def test_joining_and_signing_in_at_a_provider(site, browser_at):
    _, post, lantern = site
    lantern.person |= {"email": "mira@parley.example", "preferred_username": "mira"}
    page = browser_at()
    page.goto("/account/login/")
    page.get_by_role("button", name="Go on with The Lantern").click()
    expect(page.locator("[name=username]")).to_have_value("mira")
    page.get_by_role("button", name="Join").last.click()
    confirm(page, post, "mira@parley.example")
    expect(page.locator(".my-name")).to_contain_text("mira")
    other = browser_at()
    other.goto("/account/login/?next=/g")
    other.get_by_role("button", name="Go on with The Lantern").click()
    expect(other.locator(".my-name")).to_contain_text("mira")
    other.goto("/account/sessions")
    expect(other.locator(".ways > li")).to_have_count(2)
    other.get_by_role("button", name="Sign out everywhere else").click()
    expect(other.locator(".ways > li")).to_have_count(1)
    page.goto("/g")
    expect(page.locator(".my-name")).to_have_text("Sign in")
