"""Workers as they are started, on the database that a test looks into."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection, connections

from tests.server import PARLEY, ROOT, surroundings


def surroundings_of_workers(home: Path) -> dict[str, str]:
    return surroundings(home) | {"PYTHONPATH": str(ROOT), "DJANGO_SETTINGS_MODULE": "tests.errands.settings"}


class Workers:
    def __init__(self, home: Path, database: str) -> None:
        self.environment = surroundings_of_workers(home) | {"PARLEY_DATABASE": database}
        self.log = home / "workers.log"
        self.started: list[subprocess.Popen] = []

    def start(self, *words: str) -> subprocess.Popen:
        with self.log.open("ab") as out:
            process = subprocess.Popen(
                [PARLEY, "work", *words], env=self.environment, cwd=ROOT, stdout=out, stderr=out, start_new_session=True
            )
        self.started.append(process)
        return process

    def once(self) -> None:
        assert self.start("--once").wait(60) == 0, self.log.read_text()

    def end(self) -> None:
        for process in self.started:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)

    def wait_until(self, holds: Callable[[], bool], seconds: float = 60) -> None:
        until = time.monotonic() + seconds
        while not holds():
            said = self.log.read_text() if self.log.exists() else ""
            assert time.monotonic() < until, f"still waiting; the workers say:\n{said[-3000:]}"
            time.sleep(0.05)


@pytest.fixture
def workers(transactional_db, monkeypatch, tmp_path: Path) -> Iterator[Workers]:
    """Starts workers on the test's database; where SQLite keeps it in memory, the test itself moves to a file."""
    if connection.vendor == "sqlite":
        path = tmp_path / "parley.sqlite3"
        with connection.cursor() as cursor:
            cursor.execute("VACUUM INTO %s", [str(path)])
        monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(path))
        before, connections["default"] = connections["default"], connections.create_connection("default")
        made = Workers(tmp_path, f"sqlite:///{path}")
    else:
        before, named = connections["default"], connection.settings_dict
        made = Workers(tmp_path, "postgresql://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**named))
    yield made
    made.end()
    if connections["default"] is not before:
        connections["default"].close()
        connections["default"] = before
