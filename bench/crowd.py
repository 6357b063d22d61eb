"""Whether pages stay as fast when a community grows a hundredfold: `python -m bench.crowd [--small 0.01] [--large 1.0] [--keep]`.

Makes a community of each size with `parley generate`, on SQLite and, where PARLEY_TEST_POSTGRES answers, on PostgreSQL; asks Django
for the same pages of both in turn, in processes of their own, with nothing remembered between requests; compares medians.
`--homes FOLDER` keeps the communities and uses those that are there: PostgreSQL's as databases of that server.
"""

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, Any

from bench.judge import HERE, circumstances

RESULT = HERE / "docs" / "figures" / "crowd.json"
RUNS, WANTED = 41, 1.2
NOISE_MS = 1.0
"""Where the medians differ by less, the ratio of two small figures is no growth."""


class Community:
    """A process that answers with a page's milliseconds."""

    def __init__(self, surroundings: Mapping[str, str]) -> None:
        command = [sys.executable, "-m", "bench.crowd_pages"]
        self._process = subprocess.Popen(
            command, env={**os.environ, **surroundings}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE
        )

    def ask(self, line: str) -> Any:
        print(line, file=self._pipe(self._process.stdin), flush=True)
        return json.loads(self._pipe(self._process.stdout).readline())

    def end(self) -> None:
        self._pipe(self._process.stdin).close()
        self._process.wait(20)

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        assert pipe is not None  # noqa: S101 -- both were asked for
        return pipe


@contextmanager
def communities(made: Mapping[float, Mapping[str, str]]) -> Iterator[dict[float, Community]]:
    """By scale."""
    found = {scale: Community(surroundings) for scale, surroundings in made.items()}
    try:
        yield found
    finally:
        for each in found.values():
            each.end()


def measured(small: Community, large: Community, runs: int) -> dict[str, dict[str, float]]:
    """Medians of interleaved runs by page; the first of each is not counted."""
    names = small.ask("pages")
    times: dict[str, tuple[list[float], list[float]]] = {name: ([], []) for name in names}
    for run in range(runs + 1):
        for name in random.sample(names, len(names)):
            for place, community in random.sample([(0, small), (1, large)], 2):
                spent = community.ask(name)
                if run:
                    times[name][place].append(spent)
    return {name: _compared(*each) for name, each in times.items()}


def _compared(small: list[float], large: list[float]) -> dict[str, float]:
    first, second = statistics.median(small), statistics.median(large)
    return {"small, ms": first, "large, ms": second, "ratio": second / first}


def grew(figures: Mapping[str, float]) -> bool:
    return figures["ratio"] > WANTED and figures["large, ms"] - figures["small, ms"] > NOISE_MS


def filled(home: Path, scale: float, database: str | None) -> dict[str, str]:
    """The community of that size, made where it is not there yet; what its processes find it by."""
    surroundings = {"PARLEY_HOME": str(home), "PARLEY_EMAIL_VERIFICATION": "optional"}
    surroundings |= {"PARLEY_DATABASE": database} if database else {}
    surroundings |= {"PARLEY_SECRET_KEY_FILE": str(home / "secret_key"), "PARLEY_LOG_KEY_FILE": str(home / "log_key")}
    done = home / "is_filled"
    if not done.exists():
        home.mkdir(parents=True, exist_ok=True)
        kept = {name: value for name, value in {**os.environ, **surroundings}.items() if not name.endswith("_KEY_FILE")}
        words = [str(Path(sys.executable).with_name("parley")), "generate", "--without-index", "--scale", str(scale)]
        subprocess.run(words, env=kept, check=True)
        done.touch()
    return surroundings


def fresh_on_postgres(server: str, home: Path, scale: float) -> str:
    """The address of a database for that size, made empty unless its community was kept."""
    import psycopg

    name = f"parley_crowd_{scale:g}".replace(".", "_")
    if not (home / "is_filled").exists():
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {name}")
            connection.execute(f"CREATE DATABASE {name}")
    return f"{server.rpartition('/')[0]}/{name}"


def servers() -> dict[str, str | None]:
    """SQLite, and PostgreSQL where one answers."""
    server = os.environ.get("PARLEY_TEST_POSTGRES")
    if server is None:
        return {"sqlite": None}
    answers = subprocess.run([sys.executable, HERE / "scripts" / "postgres_reachable.py"], check=False).returncode == 0
    return {"sqlite": None, "postgresql": server} if answers else {"sqlite": None}


def compared(folder: Path, asked: argparse.Namespace, vendor: str, server: str | None) -> dict[str, Any]:
    made = {}
    for scale in (asked.small, asked.large):
        home = folder / f"{vendor}-{scale:g}"
        made[scale] = filled(home, scale, fresh_on_postgres(server, home, scale) if server else None)
    with communities(made) as found:
        return measured(found[asked.small], found[asked.large], asked.runs)


def tell(vendor: str, pages: Mapping[str, Mapping[str, float]]) -> None:
    print(f"{vendor:<46} {'small ms':>9} {'large ms':>9} {'ratio':>7}")
    for name, each in pages.items():
        print(f"{name:<46} {each['small, ms']:>9.2f} {each['large, ms']:>9.2f} {each['ratio']:>7.2f}{'  GREW' if grew(each) else ''}")


def main() -> int:
    """0 where no page grew by more than is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--small", type=float, default=0.01)
    parser.add_argument("--large", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--homes", type=Path, help="folder that keeps the communities")
    parser.add_argument("--only", choices=["sqlite", "postgresql"], help="one database alone")
    parser.add_argument("--keep", action="store_true", help="write the result to docs/figures/crowd.json")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = asked.homes or Path(stack.enter_context(tempfile.TemporaryDirectory()))
        wanted = {vendor: server for vendor, server in servers().items() if asked.only in {None, vendor}}
        figures = {vendor: compared(folder, asked, vendor, server) for vendor, server in wanted.items()}
    for vendor, pages in figures.items():
        tell(vendor, pages)
    print(f"wanted: a ratio of at most {WANTED}; less than {NOISE_MS} ms apart is noise")
    if asked.keep:
        result = {"circumstances": circumstances(), "scales": [asked.small, asked.large], "runs": asked.runs, "figures": figures}
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULT.relative_to(HERE)}")
    return any(grew(each) for pages in figures.values() for each in pages.values())


if __name__ == "__main__":
    raise SystemExit(main())
