"""Posts as fast as it is answered: each client with a thread, a connection, and an account of its own."""

import statistics
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from typing import Any

from bench.visitor import NotDoneError
from bench.words import text


@dataclass(frozen=True)
class Client:
    """`post` posts a text, and raises `NotDoneError` where it does not stand afterwards."""

    post: Callable[[str], None]
    close: Callable[[], None]


CLIENTS, NUMBERS = 8, count()


def posted(clients: Sequence[Client], seconds: float) -> dict[str, Any]:
    """All clients at once for some seconds, after one post each to warm up."""
    for client in clients:
        client.post(fresh())
    times: list[float] = []
    refused: list[str] = []
    until = time.monotonic() + seconds
    threads = [threading.Thread(target=_keep_posting, args=(client, until, times, refused)) for client in clients]
    begun = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken = time.monotonic() - begun
    return {
        "clients": len(clients), "posts": len(times), "posts/s": len(times) / taken, "p50 ms": statistics.median(times or [0.0]),
        "p99 ms": statistics.quantiles(times, n=100)[98] if len(times) > 1 else 0.0, "most ms": max(times, default=0.0),
        "not posted": len(refused), "why not": refused[0] if refused else "",
    }  # fmt: skip


def fresh() -> str:
    """A text that was not posted before in this run."""
    return text(next(NUMBERS), "posting")


def _keep_posting(client: Client, until: float, times: list[float], refused: list[str]) -> None:
    while time.monotonic() < until:
        begun = time.perf_counter()
        try:
            client.post(fresh())
        except (NotDoneError, OSError) as error:
            refused.append(str(error))
            continue
        times.append((time.perf_counter() - begun) * 1000)
