"""`parley ledger` on a community with a past."""

import shutil
import sqlite3

import pytest

import parley_verify
from tests.server import demo_in, parley


@pytest.fixture(scope="module")
def loaded(tmp_path_factory):
    home = tmp_path_factory.mktemp("ledger") / "home"
    demo_in(home)
    return home


@pytest.fixture
def home(loaded, tmp_path):
    """Of each test its own."""
    return shutil.copytree(loaded, tmp_path / "home")


def test_the_log_is_whole_and_a_head_can_be_kept(home, tmp_path):
    head, key = (parley(home, "ledger", what).stdout for what in ("head", "key"))
    kept = tmp_path / "head.txt"
    kept.write_text(head)
    size = parley_verify.head_in(head, key).size
    found = parley(home, "ledger", "verify", "--head", str(kept))
    assert (found.returncode, found.stdout) == (0, f"{size:,} entries; all of it holds.\n")


def test_what_was_changed_is_said(home, tmp_path):
    with sqlite3.connect(home / "parley.sqlite3") as database:
        database.execute("DROP TRIGGER ledger_entry_kept")
        database.execute("UPDATE ledger_entry SET subject = 'comment 77' WHERE id = 3")
    found = parley(home, "ledger", "verify")
    assert found.returncode == 1
    assert "Entry 3 says something else than when it was written." in found.stdout
    assert "1 faults." in found.stdout


def test_purging(home):
    done = parley(home, "ledger", "purge", "2", "--because", "A court asked for it.")
    assert done.returncode == 0
    assert done.stdout.startswith("Entry 2 is empty; entry ")
    again = parley(home, "ledger", "purge", "2", "--because", "Again.")
    assert (again.returncode, again.stderr) == (2, "parley ledger: Entry 2 was purged before.\n")
    assert parley(home, "ledger", "purge", "99999", "--because", "x").returncode == 2
    assert "Entry 2 " not in parley(home, "ledger", "verify").stdout


def test_a_head_that_cannot_be_read_is_said(home, tmp_path):
    assert parley(home, "ledger", "verify", "--head", str(tmp_path / "nowhere")).returncode == 2
    (tmp_path / "head").write_text("nothing like a head\n")
    found = parley(home, "ledger", "verify", "--head", str(tmp_path / "head"))
    assert found.returncode == 1
    assert "The head you kept does not hold." in found.stdout
