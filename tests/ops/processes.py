"""Which processes of a site are there, and what its jobs did."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path


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
