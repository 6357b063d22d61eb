"""`parley work`, and the worker beside the server: there without being asked for, started anew when it dies, and never left over."""

import os
import signal
import sqlite3
import subprocess
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.server import PARLEY, ROOT, free_port, parley, served, surroundings, wait_for


def processes_on(home: Path) -> dict[int, str]:
    """Command lines of the processes whose environment names this home folder."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if f"PARLEY_HOME={home}\0".encode() in (folder / "environ").read_bytes():
                found[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except OSError:  # ended meanwhile
            continue
    return {pid: words for pid, words in found.items() if words}  # without words: ended, and nobody asked how


def workers_on(home: Path) -> list[int]:
    return [pid for pid, words in processes_on(home).items() if " work " in words and "--keep" not in words]


def waited_for(holds, seconds: float = 60) -> object:
    until = time.monotonic() + seconds
    while not (held := holds()):
        assert time.monotonic() < until
        time.sleep(0.1)
    return held


def jobs_done(home: Path) -> int:
    with closing(sqlite3.connect(home / "parley.sqlite3")) as database:
        query = "SELECT count(*) FROM django_tasks_database_dbtaskresult WHERE status = 'SUCCESSFUL'"
        return database.execute(query).fetchone()[0]


@pytest.fixture(scope="module")
def home(tmp_path_factory) -> Path:
    made = tmp_path_factory.mktemp("work") / "home"
    answer = parley(made, "demo", "--load-only")
    assert answer.returncode == 0, answer.stderr
    return made


def test_the_demo_has_a_worker_which_is_started_anew_and_none_is_left(home):
    with served(home, command="demo", worker=True):
        (first,) = waited_for(lambda: workers_on(home))
        waited_for(lambda: jobs_done(home))
        os.kill(first, signal.SIGKILL)
        (second,) = waited_for(lambda: [pid for pid in workers_on(home) if pid != first])
        assert second != first
    waited_for(lambda: not processes_on(home), seconds=10)


def test_a_server_that_is_killed_leaves_no_worker(home):
    port = free_port()
    log = home / "killed.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [PARLEY, "serve", "--port", str(port)], env=surroundings(home), cwd=ROOT, stdout=out, stderr=out
        )
    wait_for(f"http://127.0.0.1:{port}/", server, log)
    waited_for(lambda: workers_on(home))
    serving = [pid for pid, words in processes_on(home).items() if "granian" in words or "multiprocessing" in words]
    for pid in serving:
        os.kill(pid, signal.SIGKILL)
    server.wait(10)
    waited_for(lambda: not processes_on(home), seconds=10)


def test_without_a_worker_there_is_none(home):
    with served(home):
        time.sleep(3)
        assert not any(" work " in words for words in processes_on(home).values())


def test_work_ends_with_its_parent_only_when_asked(home):
    answer = parley(home, "work", "--once")
    assert (answer.returncode, answer.stderr) == (0, "")
    answer = parley(home, "work", "--beside", "1")
    assert answer.returncode == 0
