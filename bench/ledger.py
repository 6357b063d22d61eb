"""How fast the public log grows and proves: `python -m bench.ledger [--count N] [--keep]`.

Fills a log in a database of its own (SQLite in a folder that goes; with PARLEY_DATABASE an empty one of yours), then appends,
proves, and checks one by one, each append with the transactions that make it last; beside it the same rows without a tree, as any
log has them.
"""

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from bench.judge import HERE, circumstances

RESULT = HERE / "docs" / "figures" / "ledger.json"
COUNT, SAMPLES, WANTED = 1_000_000, 1000, 5.0
AT_ONCE = 5000


def fields(number: int) -> dict[str, Any]:
    """Of an entry as rulings make them."""
    from parley.ledger.models import Told

    return {
        "act": Told.TEXT_REDACTED, "actor": f"mod{number % 40}", "decider": "group mod", "group_id": number % 200 or None,
        "subject": f"comment {number % 900}.{number % 7}", "address": f"/c/{number}",
        "because": {
            "number": 3, "text": "No Marlow, memes, source dissing.", "kind": "topic-ban", "book": 7, "version": 2, "clause": "a1b2",
        },
        "body": {"note": "", "evidence": "", "involved": False, "seed": number % 5000, "basis": "judged"},
    }  # fmt: skip


def filled(count: int) -> float:
    """Seconds that `count` entries took with their places and heads."""
    from parley.ledger import services, tree

    begun = told = time.monotonic()
    for start in range(0, count, AT_ONCE):
        services.note_all([fields(number) for number in range(start, min(start + AT_ONCE, count))])
        tree.grow()
        if time.monotonic() - told >= 10:
            told = time.monotonic()
            print(f"{start:,} entries, {start / (told - begun):,.0f}/s", file=sys.stderr, flush=True)
    return time.monotonic() - begun


def milliseconds(work: Callable[[int], object], name: str) -> dict[str, float]:
    """Median and 99th percentile of `SAMPLES` calls."""
    found = []
    for number in range(SAMPLES):
        begun = time.perf_counter()
        work(number)
        found.append((time.perf_counter() - begun) * 1000)
    return {f"{name}, median ms": statistics.median(found), f"{name}, 99th percentile ms": statistics.quantiles(found, n=100)[98]}


def measured(count: int) -> dict[str, Any]:
    """All figures by name."""
    from django.db import connection

    import parley_verify
    from parley.ledger import queries, services, tree
    from parley.ledger.models import Entry, Head, Place

    seconds = filled(count)
    chance, newest, key = Random(20_261), Entry.objects.latest("pk").pk, tree.public_key()  # noqa: S311 -- a sample by seed
    sample = [Entry.objects.get(pk=chance.randint(newest - count + 1, newest)) for _ in range(SAMPLES)]
    sizes = list(Head.objects.values_list("size", flat=True))
    some = [(chance.choice(sizes), sizes[-1]) for _ in range(SAMPLES)]
    proofs = [queries.proof_of(entry) for entry in sample]
    figures = {
        "entries": count, "database": connection.vendor, "filled, entries/s": count / seconds,
        **milliseconds(lambda number: services.note(**fields(number)), "append, place, and head"),
        **milliseconds(lambda number: bare(fields(number)), "the same row without a tree"),
        **milliseconds(lambda number: queries.proof_of(sample[number]), "proof of an entry"),
        **milliseconds(lambda number: tree.consistency_of(*some[number]), "proof of an earlier head"),
        **milliseconds(lambda number: parley_verify.check_entry(proofs[number], key), "checking a proof"),
        "hashes in the longest proof": max(len(each["proof"]) for each in proofs),
    }  # fmt: skip
    assert not Place.objects.filter(index=None).exists()  # noqa: S101 -- every append was measured with its place
    return figures


def bare(values: dict[str, Any]) -> None:
    """A row and its commit, as a log without a tree has it."""
    from django.contrib.sessions.models import Session
    from django.utils import timezone

    key = os.urandom(16).hex()
    Session.objects.create(session_key=key, session_data=json.dumps(values), expire_date=timezone.now())


def main() -> int:
    """0 where medians and 99th percentiles of append and proof stay below what is wanted."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--keep", action="store_true", help="write the result to docs/figures/ledger.json")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        from parley.ops import machine

        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
        os.environ["PARLEY_HOME"] = folder
        machine.settle(Path(folder))
        machine.migrate()
        figures = measured(asked.count)
    for name, value in figures.items():
        print(f"{name:<48} {f'{value:,.2f}' if isinstance(value, float) else value}")
    print(f"{'wanted: ms for append and for proof':<48} {WANTED}")
    if asked.keep:
        result = {"circumstances": circumstances(), "figures": figures}
        RESULT.write_text(json.dumps(result, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        print(f"kept in {RESULT.relative_to(HERE)}")
    timed = [value for name, value in figures.items() if name.startswith(("append", "proof")) and name.endswith("ms")]
    return 0 if max(timed) < WANTED else 1


if __name__ == "__main__":
    raise SystemExit(main())
