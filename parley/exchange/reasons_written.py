"""Records of rulings as a file: CSV for tables, or JSON Lines for programs. Both are written line by line."""

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator

from parley.exchange.reasons import Record, Wanted, records

STARTS_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What spreadsheets may run when they open a file, ASCII or wide."""


class _Line:
    """Stands where `csv` expects a file; what was written last is what it returns."""

    def write(self, text: str) -> str:
        return text


def as_csv(found: Iterable[Record], fields: tuple[str, ...]) -> Iterator[str]:
    """Lists are JSON, as in the database's own dumps. Its first line names the fields."""
    writer = csv.writer(_Line())
    yield str(writer.writerow(fields))
    for record in found:
        yield str(writer.writerow([cell(record[name]) for name in fields]))


def as_jsonl(found: Iterable[Record], fields: tuple[str, ...]) -> Iterator[str]:
    """One object a line, as the database's interface takes it, without the fields that are empty."""
    for record in found:
        said = {name: record[name] for name in fields if record[name]}
        yield json.dumps(said, ensure_ascii=False) + "\n"


def cell(value: str | list[str]) -> str:
    """An apostrophe before what a spreadsheet would run."""
    text = json.dumps(value) if isinstance(value, list) else value
    return f"'{text}" if STARTS_FORMULA.match(text) else text


Writer = Callable[[Iterable[Record], tuple[str, ...]], Iterator[str]]
FORMATS: dict[str, tuple[Writer, str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "jsonl": (as_jsonl, "application/jsonl; charset=utf-8"),
}
"""How to write it, and its media type."""


def written(wanted: Wanted, format_: str) -> Iterator[str]:
    """`format_`: a key of `FORMATS`."""
    return FORMATS[format_][0](records(wanted), wanted.fields)
