"""What a post asks of the database: `python -m bench.locks FILE COUNT COMMENT`, in the home folder that the settings name.

The same request as a browser's, in this process: queries are counted where Django sends them, and the write lock is timed from
the answer to BEGIN IMMEDIATE to the end of the commit, which waits for the disk.
"""

import json
import os
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from bench.visitor import said_on
from bench.words import text

WARM, SOME = 5, 25
NOTICES = "/account/logout/"
"""A light page that shows notices, asked for after some posts: each leaves one in a cookie for the next page."""


class Watch:
    """Counts what passes, and times the lock."""

    def __init__(self, connection: Any) -> None:
        self.queries: Counter[str] = Counter()
        self.held: list[float] = []
        self._since = 0.0
        connection._commit, connection._rollback = map(self._ending, (connection._commit, connection._rollback))  # noqa: SLF001

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        found = execute(sql, params, many, context)
        kind = sql.split(maxsplit=1)[0].upper()
        if kind == "BEGIN":
            self._since = time.perf_counter()
        self.queries[kind] += 1
        return found

    def _ending(self, end: Callable[[], None]) -> Callable[[], None]:
        def ended() -> None:
            end()
            if self._since:
                self.held.append((time.perf_counter() - self._since) * 1000)
            self._since = 0.0

        return ended


def timed(module: Any, name: str) -> list[float]:
    """Milliseconds of each call of a module's function from now on."""
    function, times = getattr(module, name), list[float]()

    def watched(*args: Any, **named: Any) -> Any:
        begun = time.perf_counter()
        try:
            return function(*args, **named)
        finally:
            times.append((time.perf_counter() - begun) * 1000)

    setattr(module, name, watched)
    return times


NO_QUERIES = frozenset({"BEGIN", "SAVEPOINT", "RELEASE", "ROLLBACK"})


@dataclass(frozen=True)
class Post:
    """One that was answered: its queries, milliseconds, and for how long each of its transactions had the write lock."""

    queries: int
    took: float
    held: list[float]


def posts(count: int, comment: int, watch: Watch) -> list[Post]:
    """One member answers a comment again and again."""
    from django.test import Client

    from parley.people.models import Person

    client, found = Client(headers={"host": "127.0.0.1"}), []
    client.force_login(Person.objects.get(username="member1"))
    for number in range(count):
        if number % SOME == 0:
            client.get(NOTICES)
        watch.queries, watch.held = Counter(), []
        begun = time.perf_counter()
        answer = client.post(f"/c/{comment}/reply", {"text": text(number, "locks"), "token": str(uuid4())})
        took = (time.perf_counter() - begun) * 1000
        if answer.status_code == 422:  # the rules ask about it: two texts by seed may say the same
            continue
        if answer.status_code != 302:
            raise SystemExit(f"not posted: {answer.status_code} {said_on(answer.content)}")
        queries = sum(many for kind, many in watch.queries.items() if kind not in NO_QUERIES)
        found.append(Post(queries, took, watch.held))
    return found


def measured(count: int, comment: int) -> dict[str, Any]:
    """Medians over posts, without the first ones."""
    from django.db import connection

    from parley.posting import services

    judging, watch = timed(services, "judge"), Watch(connection)
    with connection.execute_wrapper(watch):
        found = posts(WARM + count, comment, watch)[WARM:]
    whole = [sum(each.held) for each in found]
    return {
        "posts": len(found), "queries per post": statistics.median(each.queries for each in found),
        "most queries for a post": max(each.queries for each in found),
        "a post in one process without a server, median ms": statistics.median(each.took for each in found),
        "judging of that, median ms": statistics.median(judging[WARM:]),
        "transactions per post": statistics.median(len(each.held) for each in found),
        "write lock per post, median ms": statistics.median(whole),
        "write lock per post, p99 ms": statistics.quantiles(whole, n=100)[98],
        "write lock of its longest transaction, median ms": statistics.median(max(each.held, default=0.0) for each in found),
    }  # fmt: skip


def main() -> int:
    file, count, comment = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
    os.environ.setdefault("PARLEY_ADDRESS", "http://127.0.0.1")
    import django

    from parley.ops import machine

    machine.settle(Path(os.environ["PARLEY_HOME"]))
    django.setup()
    file.write_text(json.dumps(measured(count, comment)), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
