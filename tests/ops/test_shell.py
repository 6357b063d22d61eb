"""The command `parley`: clear errors, and the demo on a fresh machine."""

import json
import os
import re
import signal
import socket
import time

import httpx
import pytest

from tests.exchange.records import check
from tests.houserules.slowness import slowness
from tests.ops.processes import jobs_done, processes_on, waited_for, workers_on
from tests.server import ROOT, demo_in, parley, served


def test_help_names_every_command(tmp_path):
    answer = parley(tmp_path, "--help")
    assert answer.returncode == 0
    for name in ("demo", "serve", "extract", "generate", "ledger", "manage", "report", "work"):
        assert re.search(rf"^\s+{name}\s", answer.stdout, re.MULTILINE)


def test_a_port_in_use_is_said(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        answer = parley(tmp_path, "serve", "--port", str(port))
    assert answer.returncode == 2
    assert str(port) in answer.stderr
    assert "Traceback" not in answer.stderr


def test_the_secret_is_the_owners_alone(tmp_path):
    assert parley(tmp_path, "manage", "check").returncode == 0
    for name in ("secret_key", "log_key"):
        assert (tmp_path / name).stat().st_mode & 0o077 == 0


def test_texts_that_are_not_there_are_said(tmp_path):
    answer = parley(tmp_path, "demo", "--load-only", "--texts", str(tmp_path))
    assert answer.returncode == 2
    assert "--texts" in answer.stderr


@pytest.fixture(scope="module")
def demo_home(tmp_path_factory):
    home = tmp_path_factory.mktemp("demo") / "home"
    return home, demo_in(home)


def test_the_demo_says_who_lives_there(demo_home):
    _, said = demo_home
    for words in ("http://localhost:8000", "ada", "mo", "password"):
        assert words in said


@pytest.mark.alone
@pytest.mark.parametrize("make", [True, False], ids=["make", "parley"])
def test_a_second_start_takes_under_five_seconds(demo_home, make):
    home, _ = demo_home
    bound = 5 * slowness()
    started = time.monotonic()
    with served(home, command="demo", worker=True, make=make):
        assert time.monotonic() - started < bound
        assert not workers_on(home)


def test_the_demo_has_a_worker_which_is_started_anew_and_none_is_left(demo_home):
    home, _ = demo_home
    with served(home, command="demo", worker=True):
        (first,) = waited_for(lambda: workers_on(home))
        waited_for(lambda: jobs_done(home))
        os.kill(first, signal.SIGKILL)
        (second,) = waited_for(lambda: [pid for pid in workers_on(home) if pid != first])
        assert second != first
    waited_for(lambda: not processes_on(home), seconds=10)


def test_every_ruling_of_the_demo_is_in_the_report(demo_home):
    home, _ = demo_home
    ask = (
        "from parley.moderation.models import Ruling; "
        "print(*Ruling.objects.filter(seed__group__visibility='public').order_by('pk').values_list('pk', flat=True))"
    )
    keys = parley(home, "manage", "shell", "--verbosity", "0", "-c", ask).stdout.split()
    answer = parley(home, "report", "--from", "2020-01-01", "--to", "2100-12-31", "--format", "jsonl")
    assert answer.returncode == 0, answer.stderr
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [each["puid"] for each in found] == [f"ruling-{key}" for key in keys]
    assert len(found) > 5
    for record in found:
        check(record)
    table = parley(home, "report", "--from", "2020-01-01", "--to", "2100-12-31", "--group", "astronomy").stdout
    assert 1 < len(table.splitlines()) <= len(found) + 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--from", "soon", "--to", "2026-01-01"), "Give a day as year, month, and day"),
        (("--from", "2026-01-02", "--to", "2026-01-01"), "Turn them round"),
        (("--from", "2026-01-01", "--to", "2026-01-02", "--group", "nowhere"), "there is no group “nowhere”"),
    ],
)
def test_a_report_that_cannot_be_made_says_why(demo_home, words, said):
    answer = parley(demo_home[0], "report", *words)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert said in answer.stderr
    assert "Traceback" not in answer.stderr


def test_every_seed_of_the_demo_opens(demo_home):
    home, _ = demo_home
    with served(home, command="demo") as site:
        seeds = set(re.findall(r'href="(/s/\d+/[^"#?]+)"', httpx.get(site.address).text))
        assert len(seeds) >= 6
        for address in seeds:
            assert httpx.get(site.address + address).status_code == 200


def test_no_text_of_the_demo_names_this_machine():
    for file in (ROOT / "demo").rglob("*.toml"):
        assert not re.search(r"/(home|root|work|tmp)/", file.read_text())
