"""Without the front all works, only slower: the main journey over plain WSGI, with and without JavaScript; all of them with ALL=1."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.server import ROOT

pytestmark = pytest.mark.browser
HERE = Path(__file__).parent
MAIN = ("test_from_a_saved_page_to_a_cut_and_back", "test_the_same_path_without_javascript")
NEED_MORE = {"test_live_journey.py", "test_rules_journey.py"}
"""The front's own events, and a worker beside the server."""


def test_the_journeys_go_over_plain_wsgi():
    if os.environ.get("PARLEY_TEST_PLAIN"):
        pytest.skip("this is that test")
    journeys = sorted(each for each in HERE.glob("test_*journey.py") if each.name not in NEED_MORE)
    chosen = journeys if os.environ.get("ALL") else [HERE / f"test_journey.py::{name}" for name in MAIN]
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *map(str, chosen)],
        env=kept | {"PARLEY_TEST_PLAIN": "1"}, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 0, ended.stdout[-5000:] + ended.stderr[-1000:]
    assert " passed" in ended.stdout
