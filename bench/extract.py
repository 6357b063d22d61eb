"""How well articles are extracted, measured anew at each call: `python -m bench.extract [--train] [--data FOLDER]`.

Prints four figures of ours and plain trafilatura's beside them, with the number of strings or records behind each:
body F over strings that must and must not be in the text, and the shares of titles, authors and days that are equal
after dropping everything but letters and digits. The data is described in its SOURCE.md; it is not part of this repository.
"""

import argparse
import gzip
import json
import os
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import trafilatura

from parley.seeds.extraction import Article, NotExtractable, extract

HERE = Path(__file__).resolve().parent.parent
FOLDER = "article-extraction"
FIELDS = ("title", "author", "date")
LEAST = {"body": 0.94, "title": 0.90, "author": 0.80, "date": 0.90}
Row = dict[str, Any]


@dataclass
class Tally:
    """Counts of one extractor over all pages."""

    hits: int = 0
    misses: int = 0
    intruders: int = 0
    right: dict[str, int] | None = None
    asked: dict[str, int] | None = None

    def figures(self) -> dict[str, tuple[float, int]]:
        """Name of the figure to (value, n)."""
        found = {
            "body": (
                2 * self.hits / ((2 * self.hits + self.misses + self.intruders) or 1),
                self.hits + self.misses + self.intruders,
            )
        }
        for field in FIELDS:
            n = (self.asked or {}).get(field, 0)
            found[field] = ((self.right or {}).get(field, 0) / (n or 1), n)
        return found


def data_folder(given: str | None = None) -> Path:
    """Where the pages are: given, or below PARLEY_DATA, or beside the repository."""
    return Path(given) if given else Path(os.environ.get("PARLEY_DATA", HERE.parent / "shared" / "data")) / FOLDER


def ours(html: bytes, url: str) -> Row:
    """Our reading in the data's fields."""
    try:
        article = extract(html, url)
    except NotExtractable:
        article = Article()
    return {"title": article.title, "author": list(article.bylines), "date": article.published, "text": article.text}


def plain(html: bytes, url: str) -> Row:
    """Trafilatura's reading, as it comes, without readers' comments."""
    try:
        found = trafilatura.bare_extraction(html, url=url, with_metadata=True, include_comments=False)
    except Exception:  # noqa: BLE001  (what it raises counts as nothing found)
        found = None
    row = found if isinstance(found, dict) else found.as_dict() if found else {}
    return {name: row.get(name) for name in (*FIELDS, "text")}


def tally(rows: Sequence[Row], readings: Sequence[Row]) -> Tally:
    """Counts over all pages; empty strings in the data are passed over."""
    total = Tally(right=dict.fromkeys(FIELDS, 0), asked=dict.fromkeys(FIELDS, 0))
    for row, reading in zip(rows, readings, strict=True):
        body = _spaced(reading["text"])
        wanted = [_spaced(text) in body for text in row["with_text"] if text.strip()]
        total.hits += sum(wanted)
        total.misses += len(wanted) - sum(wanted)
        total.intruders += sum(_spaced(text) in body for text in row["without_text"] + row["comments"] if text.strip())
        for field in filter(row.get, FIELDS):
            total.asked[field] += 1  # type: ignore[index]
            total.right[field] += _same(field, row[field], reading[field])  # type: ignore[index]
    return total


def measure(folder: Path, name: str, most: int | None = None, workers: int | None = None) -> tuple[Tally, Tally]:
    """Ours and trafilatura's counts on the first `most` pages of `name` ("train", "test")."""
    lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()[:most]
    rows = [json.loads(line) for line in lines]
    with Pool(workers or os.cpu_count()) as pool:
        pairs = pool.map(partial(_read_both, folder), rows, chunksize=4)
    return tally(rows, [pair[0] for pair in pairs]), tally(rows, [pair[1] for pair in pairs])


def main(arguments: Sequence[str] | None = None) -> int:
    """0 when every figure is reached, 1 when one is not, 2 when the data is absent."""
    parser = argparse.ArgumentParser(prog="bench.extract", description="Measure article extraction.")
    parser.add_argument("--train", action="store_true", help="the development pages instead of the test pages")
    parser.add_argument("--data", help="folder with train.jsonl, test.jsonl, html/")
    options = parser.parse_args(arguments)
    folder, name = data_folder(options.data), "train" if options.train else "test"
    if not (folder / f"{name}.jsonl").is_file():
        print(
            f"NOT MEASURED: {name}.jsonl is not in {folder.name}/.\n"
            "Its pages are those of trafilatura's own evaluation: github.com/adbar/trafilatura, tests/evaldata.json, tests/cache.\n"
            f"Put them below $PARLEY_DATA/{FOLDER}, or name the folder with --data.",
            file=sys.stderr,
        )
        return 2
    began = time.monotonic()
    mine, theirs = (counts.figures() for counts in measure(folder, name))
    print(f"{name:8}{'ours':>8}{'trafilatura':>14}{'wanted':>9}{'n':>7}")
    for figure, least in LEAST.items():
        print(f"{figure:8}{mine[figure][0]:8.3f}{theirs[figure][0]:14.3f}{least:9.2f}{mine[figure][1]:7}")
    print(f"{time.monotonic() - began:.0f} s")
    return 0 if all(mine[figure][0] >= least for figure, least in LEAST.items()) else 1


def _read_both(folder: Path, row: Row) -> tuple[Row, Row]:
    with gzip.open(folder / "html" / f"{row['id']}.html.gz") as file:
        html = file.read()
    return ours(html, row["url"]), plain(html, row["url"])


def _same(field: str, wanted: Any, found: Any) -> bool:
    if field == "date":
        return str(found or "")[:10] == str(wanted)[:10]
    return _letters(found) == _letters(wanted)


def _letters(value: Any) -> str:
    text = "".join(map(str, value)) if isinstance(value, list) else str(value or "")
    return "".join(filter(str.isalnum, text)).casefold()


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")


if __name__ == "__main__":
    sys.exit(main())
