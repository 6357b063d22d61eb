"""`parley work`, and the worker beside the server, of which none is left over."""

import os
import signal
import subprocess
import time

from tests.ops.processes import processes_on, waited_for, workers_on
from tests.server import PARLEY, ROOT, empty_in, free_port, parley, served, surroundings, wait_for


def test_a_server_that_is_killed_leaves_no_worker(tmp_path):
    port = free_port()
    log = tmp_path / "killed.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [PARLEY, "serve", "--port", str(port)], env=surroundings(tmp_path), cwd=ROOT, stdout=out, stderr=out
        )
    wait_for(f"http://127.0.0.1:{port}/", server, log, seconds=150)  # it makes its database first
    waited_for(lambda: workers_on(tmp_path))
    serving = [pid for pid, words in processes_on(tmp_path).items() if "granian" in words or "multiprocessing" in words]
    for pid in serving:
        os.kill(pid, signal.SIGKILL)
    server.wait(10)
    waited_for(lambda: not processes_on(tmp_path), seconds=10)


def test_without_a_worker_there_is_none(tmp_path):
    with served(tmp_path):
        time.sleep(1)
        assert not any(" work " in words for words in processes_on(tmp_path).values())


def test_work_ends_with_its_parent_only_when_asked(tmp_path):
    empty_in(tmp_path)
    answer = parley(tmp_path, "work", "--once")
    assert (answer.returncode, answer.stderr) == (0, "")
    answer = parley(tmp_path, "work", "--beside", "1")
    assert answer.returncode == 0
