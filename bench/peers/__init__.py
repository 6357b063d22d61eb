"""Whom we are measured beside. One file each, and `nginx.py` beside them: `running` gives what to ask for and how to post, or raises
`CannotError`.
"""

import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path

from bench.load import Target
from bench.posting import Client
from bench.processes import CannotError

CACHE = Path(__file__).resolve().parents[2] / "var" / "bench"
"""Environments of peers, kept from run to run."""
SERVER = ("--workers", "1", "--threads", "8", "--keep-alive", "75", "--no-control-socket", "--log-level", "warning")
"""How their gunicorn serves: one process, as ours."""


@dataclass(frozen=True)
class Running:
    """`pages`: as large as it has them, 200 comments at most. `poster(number)`: a client of its own for each number."""

    pages: Sequence[Target]
    poster: Callable[[int], Client]
    versions: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Peer:
    name: str
    packages: tuple[str, ...]
    running: Callable[[Path, Path], AbstractContextManager[Running]]
    """With the programs of its environment, and a folder of its own."""


def environment(peer: Peer) -> Path:
    """The folder of programs of the peer's own environment, made where it is not; raises `CannotError` with pip's reason."""
    home = CACHE / peer.name
    done = home / "installed"
    if not done.exists() or done.read_text() != " ".join(peer.packages):
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(home)], check=True, capture_output=True)
        words = [str(home / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check", *peer.packages]
        ended = subprocess.run(words, capture_output=True, text=True, check=False, timeout=600)
        if ended.returncode:
            said = [line for line in ended.stderr.splitlines() if line.startswith("ERROR")]
            raise CannotError(f"{peer.name} cannot be installed: {said[-1] if said else 'pip gave no reason'}")
        done.write_text(" ".join(peer.packages))
    return home / "bin"


def versions(programs: Path, packages: Sequence[str]) -> dict[str, str]:
    """Of a peer's packages, as installed in its environment."""
    asked = "import sys; from importlib.metadata import version; print(*map(version, sys.argv[1:]))"
    ended = subprocess.run([str(programs / "python"), "-c", asked, *packages], capture_output=True, text=True, check=False)
    return dict(zip(packages, ended.stdout.split(), strict=False))
