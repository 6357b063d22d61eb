"""The daily mail, opened from a real mail server's box, is ended by its link; and a browser is made to hear of notices."""

import re
import subprocess

import pytest
from playwright.sync_api import expect

from tests.inbox.push_server import serving as push_service
from tests.inbox.smtp_server import serving
from tests.server import PARLEY, ROOT, demo_in, served, surroundings

pytestmark = pytest.mark.browser
SEND = (
    "from parley.people.models import Person; from parley.inbox.models import Hour; from parley.inbox.jobs import send_digests;"
    "Hour.objects.create(person=Person.objects.get(username='ada'), hour=0); send_digests.call()"
)


def run(home, settings, *words):
    env = surroundings(home, **settings)
    done = subprocess.run([PARLEY, *words], env=env, cwd=ROOT, timeout=180, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()[-2000:]


@pytest.fixture
def site(tmp_path):
    home = tmp_path / "home"
    demo_in(home)
    with serving() as post:
        host, port = post.server_address
        settings = {"PARLEY_MAIL": f"smtp://{host}:{port}", "PARLEY_ADDRESS": "http://news.example"}
        with served(home, command="demo", **settings) as made:
            yield made, post, lambda *words: run(home, settings, *words)


def test_the_daily_mail_is_ended_by_its_link(site, chromium):
    made, post, command = site
    command("manage", "shell", "-c", SEND)
    command("work", "--once")
    (mail,) = [each for each in post.mails if each["To"] == "ada@parley.example" and "since the last mail" in text_of(each)]
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert re.search(r"\* \w+ replied to your comment ", text_of(mail))
    path = re.search(r"No more mails like this one: http://news\.example(/\S+)", text_of(mail))[1]
    context = chromium.new_context(base_url=made.address)
    page = context.new_page()
    page.goto(path)
    expect(page.get_by_role("heading", name="End mails?")).to_be_visible()
    page.get_by_role("button", name="End them").click()
    expect(page.locator("main")).to_contain_text("Ended: the daily mail.")
    assert context.cookies() == []
    page.get_by_role("link", name="Choose again").click()
    page.fill("[name=login]", "ada")
    page.fill("[name=password]", "red box, blue links")
    page.press("[name=password]", "Enter")
    expect(page.get_by_label("Replies to my comments")).to_have_value("none")
    expect(page.get_by_label("Answers to my flags")).to_have_value("at-once")
    context.close()


def text_of(mail) -> str:
    return mail.get_body().get_content()


STATE = "navigator.serviceWorker.getRegistration('/').then((one) => one.active.state)"
BROWSER = """
PushManager.prototype.subscribe = async (options) => ({ toJSON: () => ({ endpoint: %r, keys: { p256dh: %r, auth: %r } }),
  key: options.applicationServerKey });
"""


def test_a_browser_hears_of_notices(visit):
    """The push service of Chromium's maker is not asked: what it would give the browser is made up, all else is real."""
    with push_service() as service:
        given = service.subscription() | {"endpoint": "https://push.example/ada"}
        page = visit("ada", "/notices/settings")
        page.add_init_script(BROWSER % (given["endpoint"], given["p256dh"], given["auth"]))
        page.goto("/notices/settings")
        page.get_by_role("button", name="Notices on this browser").click()
        devices = page.locator(".devices")
        expect(devices).to_contain_text("Chrome on")
        assert page.evaluate(STATE) == "activated"
        devices.get_by_role("button", name="Stop").click()
        expect(page.locator(".devices")).to_have_count(0)
        expect(page.locator("main")).to_contain_text("That browser hears no more.")
