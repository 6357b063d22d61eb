"""How fast the site answers, beside nginx and other sites: `python -m bench.serve [--keep] [--short]`.

Starts our server as `parley serve` does on a made-up community, an nginx that serves our own finished page as a file, and other
sites with the same texts, each by itself in the same run; drives all of them in turn, and says which of the wanted figures are not
reached. `--keep` writes docs/figures/serve.json and the figures of docs/performance.md; nothing is ever read from there.
"""

import argparse
import contextlib
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import load, site
from bench.judge import HERE, circumstances, installed
from bench.load import Pace, Target
from bench.peers import CACHE, Peer, Running, environment, isso, nginx, spirit
from bench.posting import CLIENTS, posted
from bench.processes import CannotError, as_served, said_by, version_of
from bench.streams import streams
from bench.visitor import NotDoneError
from bench.wanted import judged
from bench.words import SEED

RESULT = HERE / "docs" / "figures" / "serve.json"
PEERS = (spirit.PEER, isso.PEER)
BY_PACKAGE = ("Django", "granian", "uvloop", "jinja2", "zstandard", "brotli", "parley")
GZIP, ZSTD, PLAIN = {"Accept-Encoding": "gzip"}, {"Accept-Encoding": "zstd"}, {"Accept-Encoding": "identity"}


@dataclass(frozen=True)
class Size:
    """How much is measured."""

    discussions: tuple[int, ...] = (100, 1_000, 10_000, 100_000)
    pace: Pace = field(default_factory=Pace)
    views: int = 40
    posting: float = 8
    locks: int = 200
    starts: int = 3
    streams: int = 5000


WHOLE = Size()
SHORT = Size((100, 300, 600), Pace(4, rounds=1, seconds=1, enough=10), views=3, posting=1, locks=10, starts=1, streams=20)


def needed() -> None:
    """Raises `CannotError` where a program is missing without which there is nothing to say."""
    nginx.program()
    if shutil.which("wrk") is None:
        raise CannotError("wrk is not installed, and without it nothing can be driven: apt-get install wrk")


BEGUN = time.monotonic()


def tell(said: str) -> None:
    """What is done now, with the seconds since the beginning."""
    print(f"{time.monotonic() - BEGUN:4.0f} s  {said}", file=sys.stderr, flush=True)


@contextlib.contextmanager
def started(peers: Sequence[Peer], folder: Path) -> Iterator[tuple[dict[str, Running], dict[str, str]]]:
    """Peers that answer, by name; and why the others do not."""
    found: dict[str, Running] = {}
    failed: dict[str, str] = {}
    with contextlib.ExitStack() as stack:
        for peer in peers:
            tell(f"{peer.name} …")
            own = folder / peer.name
            own.mkdir()
            try:
                found[peer.name] = stack.enter_context(peer.running(environment(peer), own))
            except (CannotError, NotDoneError, OSError, subprocess.SubprocessError) as error:
                failed[peer.name] = " ".join(str(error).split())
                tell(f"FAILED: {failed[peer.name]}")
        yield found, failed


def reading(here: site.Site, others: dict[str, Running], folder: Path, size: Size) -> dict[str, dict[str, Any]]:
    """All pages in turn, ours and nginx's from the same bytes."""
    tell("reading …")
    page = here.made["page"]
    reader = here.visitor(0)
    reader.close()
    cookie = reader.cookie
    ours = [
        here.page("ours, gzip", page, **GZIP), here.page("ours, identity", page, **PLAIN),
        here.page("ours, signed in, gzip", page, Cookie=cookie, **GZIP),
        here.page("ours, signed in, zstd", page, Cookie=cookie, **ZSTD),
        here.page("ours, signed in, identity", page, Cookie=cookie, **PLAIN),
    ]  # fmt: skip
    plain = load.fetched(ours[1])[1]
    headers, packed = load.fetched(ours[0])
    if headers.get("content-encoding") != "gzip":
        packed = gzip.compress(packed)
    with nginx.serving(folder / "nginx", plain, packed) as file:
        beside = [Target("nginx, gzip", file, GZIP, site.HOLDS), Target("nginx, identity", file, PLAIN, site.HOLDS)]
        pages = [page for each in others.values() for page in each.pages]
        found = load.in_turn([*ours, *beside, *pages], size.pace)
    for each in (*ours, *beside):
        if "failed" in found[each.name]:
            raise CannotError(found[each.name]["failed"])
    return found


def posting(here: site.Site, others: dict[str, Running], size: Size) -> dict[str, Any]:
    """Clients at once, then one alone; each site in turn."""
    found: dict[str, Any] = {}
    for name, poster in {"ours": here.poster, **{name: each.poster for name, each in others.items()}}.items():
        tell(f"posting: {name}")
        try:
            clients = [poster(number) for number in range(1, CLIENTS + 1)]
            found[name] = {"together": posted(clients, size.posting), "alone": posted(clients[:1], size.posting)}
            for client in clients:
                client.close()
        except (NotDoneError, OSError) as error:
            if name == "ours":
                raise CannotError(f"nothing can be posted: {error}") from error
            found[name] = {"failed": str(error)}
    return found


def locks(home: Path, made: dict[str, Any], size: Size) -> dict[str, Any]:
    """Measured in a process of its own, when the server has ended."""
    file = home.with_name("locks.json")
    words = [sys.executable, "-m", "bench.locks", str(file), str(size.locks), str(made["answered"][0])]
    if subprocess.run(words, cwd=HERE, env=as_served(home), check=False).returncode:
        raise CannotError("queries and locks could not be measured")
    found: dict[str, Any] = json.loads(file.read_text())
    return found


def sync_ms(folder: Path) -> float:
    """Median of a write that waits for the disk on which all of this happens."""
    times = []
    with (folder / "sync").open("wb", buffering=0) as file:
        for _ in range(100):
            begun = time.perf_counter()
            file.write(b"0" * 4096)
            os.fsync(file.fileno())
            times.append((time.perf_counter() - begun) * 1000)
    return statistics.median(times)


def measured(size: Size, peers: Sequence[Peer] = PEERS) -> dict[str, Any]:
    """All figures by name. Raises `CannotError`."""
    needed()
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        folder = Path(name)
        home = folder / "home"
        home.mkdir()
        tell("a community moves in …")
        made = site.filled(home, size.discussions)
        tell("starts …")
        starting = site.starts(home, made, size.starts - 1)
        with started(peers, folder) as (others, failed), site.serving(home, made) as (here, seconds):
            starting.append(seconds)
            at_first = here.memory()
            figures = {
                "reading": reading(here, others, folder, size),
                "growth": site.growth(here, size.discussions, size.views),
                "posting": posting(here, others, size),
                "memory": {"at first": at_first, "after all of it": here.memory()},
                "streams": streams(here, many=size.streams),
            }
        tell("one post at a time …")
        return figures | {
            "failed peers": failed, "post": locks(home, made, size), "start, s": statistics.median(starting),
            "starts, s": starting, "write that waits for the disk, median ms": sync_ms(folder),
            "versions": {name: each.versions for name, each in others.items()},
        }  # fmt: skip


def around(size: Size) -> dict[str, Any]:
    """What somebody needs to measure the same again."""
    changed = subprocess.run(["git", "status", "--porcelain", "-uno"], capture_output=True, text=True, check=False, cwd=HERE)
    import sqlite3

    versions: dict[str, str | None] = {name: installed(name) for name in BY_PACKAGE}
    versions |= {"SQLite": sqlite3.sqlite_version, "nginx": version_of(nginx.program(), "-v"), "wrk": version_of("wrk", "-v")}
    return {
        **circumstances(), "seed": SEED, "versions": versions, "cores": os.cpu_count(), "system": said_by("uname", "-sr"),
        "changed since the commit": bool(changed.stdout.strip()), "connections": size.pace.connections,
        "on": time.strftime("%Y-%m-%d"), "load of the machine before": os.getloadavg()[0],
    }  # fmt: skip


def main() -> int:
    """0 when all was measured and reached; 1 where a wanted figure is not, or a peer failed; 2 where nothing could be measured."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--keep", action="store_true", help="write docs/figures/serve.json and the figures of docs/performance.md")
    parser.add_argument("--short", action="store_true", help="seconds and small sizes: whether it works, not how fast")
    asked = parser.parse_args()
    try:
        needed()
        size = SHORT if asked.short else WHOLE
        before = around(size)
        figures = measured(size)
    except CannotError as error:
        print(f"bench: {error}", file=sys.stderr)
        return 2
    from bench import tables

    wanted = judged(figures)
    print(tables.printed(figures, wanted))
    if asked.keep and asked.short:
        print("a short run is not kept")
    elif asked.keep:
        result = {"circumstances": before, "figures": figures, "wanted": [each.row() for each in wanted]}
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        tables.write(result)
        print(f"kept in {RESULT.relative_to(HERE)} and docs/performance.md")
    return 0 if all(each.is_reached for each in wanted) and not figures["failed peers"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
