"""What is wanted of the figures of `bench.serve`, and whether it is reached."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Wanted:
    """`most`: the wanted value is the greatest allowed; else it is the least."""

    name: str
    value: float
    wanted: float
    unit: str = ""
    most: bool = False

    @property
    def is_reached(self) -> bool:
        return self.value <= self.wanted if self.most else self.value >= self.wanted

    def row(self) -> dict[str, Any]:
        return {**asdict(self), "reached": self.is_reached}


def ratio(reading: Mapping[str, Any], encoding: str) -> float:
    """Our requests a second for one of nginx."""
    beside: float = reading[f"nginx, {encoding}"]["requests/s"]
    return float(reading[f"ours, {encoding}"]["requests/s"]) / beside


def per_page(growth: Mapping[str, Any]) -> float:
    """The largest discussion's page beside that of the smallest that fills a page."""
    full = [each["median ms"] for each in growth.values() if each["comments"] == 200] or [0.0]
    return float(full[-1] / full[0]) if full[0] else 0.0


def per_comment(growth: Mapping[str, Any]) -> float:
    """The cost of a comment shown in the largest discussion beside the smallest."""
    costs = [each["median ms"] / each["comments"] for each in growth.values()]
    return float(costs[-1] / costs[0])


def judged(figures: Mapping[str, Any]) -> Sequence[Wanted]:
    """In the order of the issue."""
    reading, growth, ours = figures["reading"], figures["growth"], figures["posting"]["ours"]
    sizes = list(growth)
    least, most = f"{int(sizes[0]):,}", f"{int(sizes[-1]):,}"
    full = [size for size in sizes if growth[size]["comments"] == 200][:1] or sizes[:1]
    signed_in = max(reading[f"ours, signed in, {each}"]["comments/s"] for each in ("gzip", "zstd", "identity"))
    return (
        Wanted("finished page, gzip, requests a second for one of nginx", ratio(reading, "gzip"), 0.5),
        Wanted("finished page, identity, requests a second for one of nginx", ratio(reading, "identity"), 0.5),
        Wanted("finished page, identity, comments/s", reading["ours, identity"]["comments/s"], 1_000_000),
        Wanted("signed-in page, comments/s", signed_in, 100_000),
        Wanted(f"cost of a page, {int(full[0]):,} to {most} comments", per_page(growth), 1.15, "×", most=True),
        Wanted(f"cost of a comment shown, {least} to {most} comments", per_comment(growth), 1.15, "×", most=True),
        Wanted("posting, 8 clients, posts/s", ours["together"]["posts/s"], 250),
        Wanted("posting, one alone, median", ours["alone"]["p50 ms"], 5, "ms", most=True),
        Wanted("posting, one alone, p99", ours["alone"]["p99 ms"], 100, "ms", most=True),
        Wanted("memory of the server, reading and posting done", figures["memory"]["after all of it"]["serving process MB"], 400,
               "MB", most=True),
        Wanted("memory of the serving process for each open stream", figures["streams"]["kB each"], 60, "kB", most=True),
        Wanted("start to the first answer", figures["start, s"], 3, "s", most=True),
    )  # fmt: skip
