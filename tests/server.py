"""The site as it is served: `parley` commands in processes of their own, on a home folder and a port of their own."""

import contextlib
import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.processes import end, free_port

ROOT = Path(__file__).resolve().parents[1]
PARLEY = str(Path(sys.executable).with_name("parley"))
ALONE = tempfile.TemporaryDirectory(prefix="parley-tests-")
"""Where homes are made when pytest runs by itself."""


@dataclass(frozen=True)
class Site:
    address: str
    home: Path
    log: Path


def surroundings(home: Path, **settings: str) -> dict[str, str]:
    """The environment of a fresh machine: nothing of the tests' own settings, but those that are given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DJANGO_"))}
    return kept | {"PARLEY_HOME": str(home), "PARLEY_EMAIL_VERIFICATION": "optional", **settings}


def parley(home: Path, *words: str, **options) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [PARLEY, *words],
        env=surroundings(home),
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
        **options,
    )


def demo_in(home: Path) -> str:
    """Moves the demo community in; what its command said."""
    return _copied(home, "demo", "demo", "--load-only")


def empty_in(home: Path) -> None:
    """A database with tables and nothing in them."""
    _copied(home, "empty", "manage", "migrate")


def _copied(home: Path, name: str, *words: str) -> str:
    """What a command makes in half a minute is made once for a whole test run (scripts/test names the folder), and copied."""
    shared = Path(os.environ.get("PARLEY_TEST_SHARED") or ALONE.name)
    said = shared / f"{name}.txt"
    with (shared / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            shutil.rmtree(shared / name, ignore_errors=True)  # whoever made it was ended
            made = parley(shared / name, *words)
            assert made.returncode == 0, made.stderr
            said.write_text(made.stdout)
    shutil.copytree(shared / name, home, dirs_exist_ok=True)
    return said.read_text()


@contextlib.contextmanager
def served(home: Path, *, command: str = "serve", worker: bool = False, make: bool = False, **settings: str) -> Iterator[Site]:
    """The site answering; its standard output and errors go to `log`. Ends with the block. Background jobs only with `worker`.

    With `make`, as the README has it: always with a worker. Without its front where PARLEY_TEST_PLAIN says so.
    """
    port, log = free_port(), home / "server.log"
    home.mkdir(parents=True, exist_ok=True)
    if "PARLEY_DATABASE" not in settings and not (home / "parley.sqlite3").exists():
        empty_in(home)
    words = [PARLEY, command, "--port", str(port), *([] if worker else ["--no-worker"])]
    if os.environ.get("PARLEY_TEST_PLAIN"):
        words = [sys.executable, "-m", "tests.plain_server", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(
            ["make", command, f"PORT={port}"] if make else words,
            env=surroundings(home, **settings),
            cwd=ROOT,
            stdout=out,
            stderr=out,
            start_new_session=True,
        )
        try:
            wait_for(f"http://127.0.0.1:{port}/", process, log)
            yield Site(f"http://127.0.0.1:{port}", home, log)
        finally:
            end(process)


def wait_for(address: str, process: subprocess.Popen, log: Path, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):  # noqa: S310 -- the server we just started
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(f"the site did not answer:\n{log.read_text()[-3000:]}")


if __name__ == "__main__":  # both, while tests that need neither run (scripts/test)
    with tempfile.TemporaryDirectory() as aside:
        empty_in(Path(aside) / "empty")
        demo_in(Path(aside) / "demo")
