"""Asks for pages as fast as they come: wrk with one thread, the same number of connections for everybody, each target in turn."""

import http.client
import json
import statistics
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bench.processes import CannotError

LONGEST = 16
"""Seconds of the longest run."""


@dataclass(frozen=True)
class Pace:
    """How pages are driven. `enough`: answers below which a run is repeated for longer. `warms`: a first round does not count."""

    connections: int = 16
    rounds: int = 3
    seconds: int = 4
    enough: int = 100
    warms: bool = True
REPORT = Path(__file__).with_name("load.lua")


@dataclass(frozen=True)
class Target:
    """A page to ask for. `holds`: words that stand in it once for each comment, so that an empty page is not taken for a fast one."""

    name: str
    address: str
    headers: Mapping[str, str] = field(default_factory=dict)
    holds: str = ""


class WrongPageError(CannotError):
    """What was answered is not what should be measured."""


def fetched(target: Target) -> tuple[Mapping[str, str], bytes]:
    """Headers by name in small letters, and the body as it was sent."""
    parts = urlsplit(target.address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)
    connection.request("GET", f"{parts.path}{'?' + parts.query if parts.query else ''}", headers=dict(target.headers))
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    if answer.status != 200:
        raise WrongPageError(f"{target.name}: answered {answer.status}")
    return {name.lower(): value for name, value in answer.getheaders()}, body


def comments_on(target: Target) -> int:
    """How many comments the page shows, without compression."""
    plain = Target(target.name, target.address, {**target.headers, "Accept-Encoding": "identity"})
    return fetched(plain)[1].decode().count(target.holds) if target.holds else 0


def drive(target: Target, pace: Pace, *, warms: bool) -> dict[str, Any]:
    """One run, longer where a page takes so long that hardly any was answered: few answers have no percentiles."""
    seconds, enough = (1, 1) if warms else (pace.seconds, pace.enough)
    found = _run(target, seconds, pace.connections)
    while found["requests"] < enough and seconds < LONGEST:
        seconds = min(seconds * 4, LONGEST)
        found = _run(target, seconds, pace.connections)
    return found


def _run(target: Target, seconds: int, connections: int) -> dict[str, Any]:
    """One, by wrk's own account."""
    headers = [word for name, value in target.headers.items() for word in ("-H", f"{name}: {value}")]
    words = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "60s", "-s", str(REPORT), *headers, target.address]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=seconds + 90, check=False)
    if ended.returncode:
        raise WrongPageError(f"{target.name}: wrk ended with {ended.stderr.strip()[-200:]}")
    found: dict[str, Any] = json.loads(ended.stdout.strip().splitlines()[-1])
    return found


def in_turn(targets: Sequence[Target], pace: Pace) -> dict[str, dict[str, Any]]:
    """Figures by name: medians of rounds, in each of which every target has its turn. One second each before that to warm up.

    A target that fails has `failed` with its reason instead.
    """
    runs: dict[str, list[dict[str, Any]]] = {target.name: [] for target in targets}
    failed: dict[str, dict[str, Any]] = {}
    for number in range(0 if pace.warms else 1, pace.rounds + 1):
        for target in targets:
            try:
                if target.name not in failed:
                    run = drive(target, pace, warms=not number)
                    fetched(target)  # stands behind those whom a slow server answers though they are gone: the next one has it quiet
                    runs[target.name] += [run] if number else []
            except CannotError as error:
                failed[target.name] = {"failed": str(error)}
        print(f"round {number} of {pace.rounds} …", file=sys.stderr, flush=True)
    return {target.name: failed.get(target.name) or _figures(target, runs[target.name]) for target in targets}


def _figures(target: Target, runs: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    rates = [run["requests"] / run["microseconds"] * 1e6 for run in runs]
    headers, body = fetched(target)
    comments, rate = comments_on(target), statistics.median(rates)
    if not comments:
        return {"failed": f"{target.name}: no comment stands on the page"}
    return {
        "requests/s": rate,
        "slowest and fastest round, requests/s": [min(rates), max(rates)],
        "comments": comments,
        "comments/s": rate * comments,
        "p50 ms": statistics.median(run["p50"] for run in runs) / 1000,
        "p99 ms": statistics.median(run["p99"] for run in runs) / 1000,
        "bytes": len(body),
        "encoding": headers.get("content-encoding", "identity"),
        "answers that were no page": sum(run["bad"] for run in runs),
        "broken requests": sum(run["broken"] for run in runs),
    }
