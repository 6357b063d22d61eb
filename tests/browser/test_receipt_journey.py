"""A member fetches his receipt, the key, and the program, and checks the one with the others; the program asks no site."""

import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def fetched(page: Page, name: str, folder) -> str:
    """A link's file, as the browser keeps it."""
    with page.expect_download() as waiting:
        page.get_by_role("link", name=name).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return str(path)


def test_a_receipt_is_checked_by_the_program_alone(visit, tmp_path):
    page = visit("sam", "/record")
    page.get_by_role("link", name="comment 2.2").first.click()
    receipt = fetched(page, "Receipt", tmp_path)
    program = fetched(page, "a small program", tmp_path)
    page.get_by_role("link", name="our key").click()
    key = page.locator("body").inner_text().strip()
    words = [sys.executable, "-I", program, "receipt", receipt, "--key", key]
    found = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert found.returncode == 0, found.stderr
    assert found.stdout.startswith("The receipt holds: comment ")
    Path(receipt).write_bytes(Path(receipt).read_bytes().replace(b"group", b"groop", 1))
    assert subprocess.run(words, capture_output=True, text=True, timeout=60, check=False).returncode == 1
