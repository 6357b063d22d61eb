"""How fast a draft is run over past comments: `python -m bench.replay [--count N] [--keep]`.

Makes comments by seed, replays a book of twelve lines and a draft that differs in two on two processes, is stopped in the
middle and goes on, and searches the same file for the banned words with plain `re` on as many processes. Needs no data.
"""

import argparse
import json
import os
import re
import resource
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from bench.judge import HERE, circumstances
from bench.replay_made import SEED, write
from houserules import Combined, combine
from houserules.replaying import Books, Cores, Done, Part, StoppedError, Tally, parts, replay_file
from houserules.shell.progress import state

RESULT = HERE / "docs" / "figures" / "replay.json"
COUNT, PROCESSES, SAME, WANTED = 1_000_000, 2, 10_000, 300
RULES = """No memes.
Don't reply to yourself.
Don't repeat comments.
No personal attacks.
No profanity.
No more than 3 links.
No Marlow, Nazi comparisons.
No shouting.
No spam.
No insulting public figures.
No comments under 3 words.
Write in English.
"""
DRAFT = RULES.replace("No more than 3 links.", "No more than 2 links.").replace("No Marlow,", "No Marlow, Pell,")
BANNED = re.compile(r"\b(?:marlow|marlow's|pell|pell's|nazis?|hitler)\b", re.IGNORECASE)


def book(prose: str) -> Combined:
    """With every clause confirmed, and those that may be judged so kept."""
    from bench.judge_speed import all_on

    return combine(None, all_on(prose), None)


def searched(part: Part) -> tuple[int, int]:
    """The baseline's work on a part: comments, and those that name what is banned."""
    lines = part.content.splitlines()
    return len(lines), sum(BANNED.search(json.loads(line)["facts"]["text"]) is not None for line in lines)


def baseline(path: Path) -> tuple[int, int]:
    """Comments, and those found, of the whole file on as many processes; at most some parts in memory."""
    total = found = 0
    with path.open("rb") as stream, ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        cut, waiting = parts(stream), deque[Any]()
        for part in cut:
            waiting.extend(pool.submit(searched, each) for each in (part, *islice(cut, 7)))
            while waiting:
                some, hits = waiting.popleft().result()
                total, found = total + some, found + hits
    return total, found


def timed(work: Callable[[], Any]) -> tuple[Any, float, float]:
    """The result, seconds of the clock, and seconds of processor time of this process and those it ended."""
    begun, used = time.monotonic(), sum(os.times()[:4])
    result = work()
    return result, time.monotonic() - begun, sum(os.times()[:4]) - used


def replayed(path: Path, checkpoint: Path, octets: int) -> Tally:
    """All of the file, stopped in the middle and taken up again by new processes."""
    books = Books.of(book(RULES), book(DRAFT))
    last, told, begun = Done(0, 0, 0), time.monotonic(), time.monotonic()

    def show(done: Done) -> None:
        nonlocal last, told
        last = done
        if time.monotonic() - told >= 10:
            told = time.monotonic()
            print(state(done, octets, told - begun), file=sys.stderr, flush=True)

    def is_half() -> bool:
        return last.octets >= octets / 2

    try:
        with path.open("rb") as stream:
            replay_file(
                stream, books, crew=Cores(PROCESSES), checkpoint=checkpoint, on_progress=show, is_cancelled=is_half
            )
    except StoppedError:
        print(f"stopped after {last.comments:,} comments, going on", file=sys.stderr)
        begun = time.monotonic()
    with path.open("rb") as stream:
        return replay_file(stream, books, crew=Cores(PROCESSES), checkpoint=checkpoint, on_progress=show)


def is_the_same(path: Path, folder: Path) -> bool:
    """Whether the first comments give the same tally in one process as they do on two, stopped in between."""
    few = folder / "few.jsonl"
    with path.open("rb") as whole, few.open("wb") as file:
        file.writelines(islice(whole, SAME))
    books = Books.of(book(RULES), book(DRAFT))
    with few.open("rb") as stream:
        return replay_file(stream, books) == replayed(few, folder / "few.checkpoint", few.stat().st_size)


def memory() -> dict[str, float]:
    """Megabytes at their highest: of this process, and of the largest worker."""
    largest = {"here": resource.RUSAGE_SELF, "worker": resource.RUSAGE_CHILDREN}
    return {f"peak MB, {name}": resource.getrusage(who).ru_maxrss / 1024 for name, who in largest.items()}


def measured(count: int) -> dict[str, Any]:
    """All figures by name."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "past.jsonl"
        _, making, _ = timed(lambda: write(path, count))
        octets = path.stat().st_size
        print(f"{count:,} comments, {octets / 1e6:,.0f} MB, made in {making:.0f} s", file=sys.stderr)
        tally, seconds, used = timed(lambda: replayed(path, folder / "past.checkpoint", octets))
        figures = {**_speed(tally, seconds, used), **memory(), "bytes a comment": octets / count}
        (total, hits), seconds, used = timed(lambda: baseline(path))
        figures |= {
            "rival: plain re, comments/s": total / seconds,
            "rival: plain re, processor s": used,
            "rival: plain re, found": hits,
        }
        figures["the same in one process, as far as compared"] = is_the_same(path, folder)
    return figures


def _speed(tally: Tally, seconds: float, used: float) -> dict[str, Any]:
    return {
        "comments": tally.judged,
        "clauses acting": [len(book(prose).acting) for prose in (RULES, DRAFT)],
        "found by the book in force": tally.now.found,
        "found by the draft": tally.draft.found,
        "judged differently": tally.differing,
        "failed": tally.failed,
        "processes": PROCESSES,
        "seconds": seconds,
        "comments/s": tally.judged / seconds,
        "processor s": used,
        "seconds if both cores were free": used / PROCESSES,
        "load of the machine": os.getloadavg()[0],
    }


def main() -> int:
    """0 when measured, and the same however it was judged."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--keep", action="store_true", help="write the result to docs/figures/replay.json")
    asked = parser.parse_args()
    figures = measured(asked.count)
    for name, value in figures.items():
        print(f"{name:<48} {f'{value:,.1f}' if isinstance(value, float) else value}")
    if asked.count == COUNT:
        print(f"{'wanted: seconds for a million on two free cores':<48} {WANTED}")
    if asked.keep:
        result = {"circumstances": {**circumstances(), "seed": SEED}, "figures": figures}
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULT.relative_to(HERE)}")
    return 0 if figures["the same in one process, as far as compared"] else 1


if __name__ == "__main__":
    raise SystemExit(main())
