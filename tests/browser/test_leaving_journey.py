"""A member takes his own data with him, then has his account deleted; the discussion can be read afterwards."""

import json
import subprocess
import sys
import zipfile

import pytest
from playwright.sync_api import Page, expect

from parley.ops.demonstration.password import PASSWORD
from tests.browser.places import move_in
from tests.server import ROOT, parley, surroundings

pytestmark = pytest.mark.browser
MEMBER = f"""
from parley.people.services import create_person
person["lea"] = create_person(username="lea", email="lea@parley.example", password={PASSWORD!r})
groups.join(actor=person["lea"], group=group)
said = say("lea", "The dune walks a metre a year.")
say("kit", "Does it?", said.pk)
print(seed.url)
"""
A_WEEK_LATER = """
import os, django
from pathlib import Path
from parley.ops.machine import settle
os.environ["DJANGO_SETTINGS_MODULE"] = "parley.config.settings"
settle(Path(os.environ["PARLEY_HOME"]))
django.setup()
from django.utils import timezone
from parley.exchange import leaving
from parley.people.models import Leaving
Leaving.objects.update(due_at=timezone.now())
leaving.finish.call(Leaving.objects.get().pk)
"""


def confirm(page: Page) -> None:
    page.fill("[name=password]", PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.wait_for_load_state()


def test_an_account_is_exported_and_deleted(visit, demo, tmp_path):
    roles = (("kit", "member"),)
    place = move_in(demo.home, MEMBER, name="dunes", title="Dunes", headline="The dune has moved", roles=roles)
    page = visit("lea", place)
    page.locator(".my-name").click()
    page.get_by_role("link", name="your data").click()
    page.get_by_role("button", name="Put my archive together").click()
    if page.get_by_role("heading", name="Is it you?").count():
        confirm(page)
    expect(page.get_by_text("is being put together").first).to_be_visible()
    assert parley(demo.home, "work", "--once").returncode == 0
    page.goto("/own/data")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download your archive").click()
    path = tmp_path / waiting.value.suggested_filename
    waiting.value.save_as(path)
    with zipfile.ZipFile(path) as packed:
        (comment,) = [json.loads(line) for line in packed.read("comments.jsonl").splitlines()]
    assert comment["wordings"][0]["source"] == "The dune walks a metre a year."

    page.goto("/account/security")
    page.get_by_role("link", name="delete your account").click()
    expect(page.get_by_role("heading", name="What stays")).to_be_visible()
    page.fill("[name=name]", "lea")
    page.get_by_role("button", name="Delete my account").click()
    expect(page.get_by_text("Your account will be deleted")).to_be_visible()
    page.get_by_role("button", name="Stay here").click()
    expect(page.get_by_text("You stay.")).to_be_visible()
    page.get_by_role("link", name="delete your account").click()
    page.fill("[name=name]", "lea")
    page.get_by_role("button", name="Delete my account").click()

    later = [sys.executable, "-c", A_WEEK_LATER]
    done = subprocess.run(later, env=surroundings(demo.home), cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    page.goto("/record")
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    public = visit(None, place)
    expect(public.get_by_text("a former member")).to_have_count(2)
    expect(public.locator(".body", has_text="The dune walks a metre a year.")).to_have_count(1)
    expect(public.locator(".cite", has_text="The dune walks")).to_have_count(1)
    assert "lea" not in public.locator("#main").inner_text().replace("least", "").split()
    answer = public.goto("/m/lea")
    assert answer is not None
    assert answer.status == 404
