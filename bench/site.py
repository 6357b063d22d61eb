"""Our own server as `parley serve` starts it, on a home folder of its own."""

import contextlib
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.community import PASSWORD
from bench.judge import HERE
from bench.load import Target
from bench.posting import Client
from bench.processes import CannotError, as_served, family, free_port, resident, running
from bench.visitor import NotDoneError, Visitor

PARLEY = str(Path(sys.executable).with_name("parley"))
HOLDS = '<article class="comment '


@dataclass(frozen=True)
class Site:
    address: str
    pid: int
    made: Mapping[str, Any]
    """As `bench.community` said."""

    def page(self, name: str, path: str, **headers: str) -> Target:
        return Target(name, self.address + path, headers, HOLDS)

    def visitor(self, number: int) -> Visitor:
        """A member who signed in."""
        visitor = Visitor(self.address)
        visitor.sign_in("/account/login/", {"login": f"member{number}", "password": PASSWORD})
        return visitor

    def poster(self, number: int) -> Client:
        """A member who answers a comment of his own choice, with the form's fields and its opening quoted as the form does."""
        visitor, path = self.visitor(number), f"/c/{self.made['answered'][number]}/reply"
        fields = {name: value for name, value in visitor.form(path).items() if name in {"csrfmiddlewaretoken", "revision"}}

        def post(said: str) -> None:
            place = visitor.send(path, fields | {"text": said, "token": str(uuid4())})
            if not place.startswith("/c/"):
                raise NotDoneError(f"the comment went to {place}")

        return Client(post, visitor.close)

    def memory(self) -> dict[str, float]:
        """Resident megabytes: of the largest of its processes, which is the one that serves, and of all together."""
        held = [resident(pid) for pid in family(self.pid)]
        return {"serving process MB": max(held), "all its processes MB": sum(held), "processes": len(held)}


def filled(home: Path, sizes: Sequence[int]) -> dict[str, Any]:
    """Moves the community in; says where it is."""
    file = home.with_suffix(".json")
    words = [sys.executable, "-m", "bench.community", str(file), *map(str, sizes)]
    ended = subprocess.run(words, cwd=HERE, env=as_served(home), check=False)
    if ended.returncode:
        raise CannotError("the community could not be moved in")
    found: dict[str, Any] = json.loads(file.read_text())
    return found


@contextlib.contextmanager
def serving(home: Path, made: Mapping[str, Any]) -> Iterator[tuple[Site, float]]:
    """The site, and seconds from the start of its process to the first answer."""
    port = free_port()
    words = [PARLEY, "serve", "--port", str(port), "--no-worker"]
    with running(words, port=port, log=home / "server.log", environment=as_served(home), folder=HERE) as (pid, seconds):
        yield Site(f"http://127.0.0.1:{port}", pid, made), seconds


def starts(home: Path, made: Mapping[str, Any], times: int) -> list[float]:
    """Seconds of each start on a home folder that is there already."""
    found = []
    for _ in range(times):
        with serving(home, made) as (_, seconds):
            found.append(seconds)
    return found


def growth(site: Site, sizes: Sequence[int], rounds: int) -> dict[str, dict[str, float]]:
    """Milliseconds of the first page of each discussion for one signed-in reader, in turn; by size."""
    visitor = site.visitor(0)
    times: dict[int, list[float]] = {size: [] for size in sizes}
    shown = {size: min(size, 200) for size in sizes}
    for number in range(rounds + 2):
        for size in sizes:
            begun = time.perf_counter()
            status, _, content = visitor.ask("GET", site.made["pages"][str(size)])
            taken = (time.perf_counter() - begun) * 1000
            if status != 200 or content.decode().count(HOLDS) != shown[size]:
                raise CannotError(f"the page of {size:,} comments was answered with {status} and without its comments")
            if number >= 2:  # the first ones warm up
                times[size].append(taken)
    visitor.close()
    return {
        str(size): {"median ms": statistics.median(each), "fastest ms": min(each), "comments": shown[size]}
        for size, each in times.items()
    }  # fmt: skip
