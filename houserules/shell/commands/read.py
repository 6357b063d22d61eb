"""`houserules read`: what rules were understood to ask, or the labels of many texts."""

import argparse
import gc
import sys
from collections.abc import Iterator, Sequence

from houserules import spoken
from houserules.book import RuleBook, how_kept
from houserules.plain import Span
from houserules.prose import read
from houserules.shell.facts import choosing, with_choices
from houserules.shell.files import ShellError, opened, text
from houserules.shell.terminal import as_json, seen

NAME, HELP = "read", "show what rules in a file were understood to ask"


def arguments(parser: argparse.ArgumentParser) -> None:
    """A file, and what to print of it."""
    parser.add_argument("file", metavar="FILE", help="prose in UTF-8, or JSON Lines; - for standard input")
    parser.add_argument(
        "--labels", action="store_true", help="FILE is JSON Lines with a text each; print the labels of each as JSON"
    )
    choosing(parser)
    parser.add_argument("--json", action="store_true", help="JSON for programs")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """A table, a book as JSON, or one line of labels for each text."""
    if chosen.labels:
        yield from _labels(chosen.file)
        return
    book = with_choices(read(text(chosen.file)), chosen.choose)
    yield as_json(book.to_json()) if chosen.json else _table(book)


def _labels(name: str) -> Iterator[str]:
    """One line for each text, told as soon as it is read, so that no file is too long."""
    from houserules.asides.likeness import has_meaning, learned
    from houserules.labels import labels
    from houserules.records import RecordError, texts

    if not has_meaning():
        print(
            "houserules: meaning is not installed (pip install 'parley[meaning]'); words alone decide.", file=sys.stderr
        )
    learned()
    gc.freeze()  # what was learned stays, and need not be looked through again and again
    try:
        with opened(name) as stream:
            for each in texts(stream):
                yield as_json({"labels": list(labels(read(each)))})
    except RecordError as wrong:
        raise ShellError(f"{name}, {wrong}") from wrong


def _table(book: RuleBook) -> str:
    from houserules.prose.foreign.telling import about

    rows = []
    for line in book.lines:
        marks = "" if line.standing.value == "unmarked" else f"  ({line.standing})"
        rows.append(f"{line.number:>3}  {seen(line.text)}{marks}")
        if line.language:
            rows.append(f"     {about(line.language)}")
        for clause in line.clauses:
            params = f", {told}" if (told := spoken.parameters(clause.params)) else ""
            kept = how_kept(clause, once_confirmed=True)
            rows.append(f"     {clause.key:<6}“{seen(clause.words)}”: {clause.kind}{seen(params)} ({kept})")
        rows.extend(_rest("costs", book.prose, line.sanction))
        rows.extend(_rest("people", book.prose, line.unread))
    return "\n".join(rows) if rows else "No lines."


def _rest(name: str, prose: str, spans: Sequence[Span]) -> Iterator[str]:
    for start, end in spans:
        yield f"     {name:<6}“{seen(prose[start:end])}”"
