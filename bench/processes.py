"""Servers under test: each a process group of its own on a free port, ended with the block; what they need of the machine."""

import contextlib
import http.client
import os
import re
import signal
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path


class CannotError(Exception):
    """Something cannot be measured; one sentence."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(
    words: Sequence[str], *, port: int, log: Path, environment: Mapping[str, str], folder: Path, path: str = "/"
) -> Iterator[tuple[int, float]]:
    """Key of the process, and seconds until it answered. Raises `CannotError` with the end of its log."""
    with log.open("ab") as out:
        begun = time.monotonic()
        process = subprocess.Popen(words, env=dict(environment), cwd=folder, stdout=out, stderr=out, start_new_session=True)
        try:
            _wait(process, port, path, log)
            yield process.pid, time.monotonic() - begun
        finally:
            end(process)


def _wait(process: "subprocess.Popen[bytes]", port: int, path: str, log: Path, seconds: float = 60) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until and process.poll() is None:
        link = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            link.request("GET", path)
            if link.getresponse().status < 500:
                return
        except OSError:
            time.sleep(0.01)
        finally:
            link.close()
    said = log.read_text(errors="replace").strip().splitlines()
    raise CannotError(f"{log.stem} did not answer: {said[-1] if said else 'it said nothing'}")


def end(process: "subprocess.Popen[bytes]") -> None:
    """With all that it started: kindly, and after ten seconds by force."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def family(pid: int) -> list[int]:
    """The process and all below it."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            parents[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    found = [pid]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def resident(pid: int) -> float:
    """Megabytes of memory that a process holds now."""
    kept = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(kept[1]) / 1024 if kept else 0.0


def said_by(*words: str) -> str:
    """What a program says about its version, in one line."""
    ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    return next((line.strip() for line in (ended.stdout + ended.stderr).splitlines() if line.strip()), "")


def version_of(*words: str) -> str:
    """The first number with dots of that line, and what hangs on it."""
    found = re.search(r"\d+(?:\.\d+)+[\w.+-]*", said := said_by(*words))
    return found[0] if found else said


def as_served(home: Path) -> dict[str, str]:
    """The environment of a fresh machine, with a home folder of its own."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PARLEY_", "DJANGO_", "PYTHONDONT"))}
    return kept | {"PARLEY_HOME": str(home)}
