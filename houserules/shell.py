"""The command `houserules`: read rules, remark on them, judge comments by them, and explain it, without any site around."""

import argparse
import gc
import json
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import Any, TypeVar

from houserules.asides.likeness import has_meaning, learned
from houserules.book import RuleBook, RuleBookError, how_kept
from houserules.engine import judge
from houserules.explanation import explain
from houserules.facts import Facts
from houserules.handbook import handbook
from houserules.labels import labels
from houserules.linting import lint
from houserules.linting.page import page as linting_page
from houserules.meaning import is_here
from houserules.nearness import near_meanings
from houserules.plain import Span
from houserules.prose import read
from houserules.prose.foreign.telling import about
from houserules.records import RecordError, texts
from houserules.verdict import Verdict

OKAY, WRONG = 0, 2
Answer = TypeVar("Answer")


class ShellError(Exception):
    """What was given cannot be used; the message is for the person at the shell."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 with one line on standard error when it did not."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        for line in chosen.run(chosen):
            print(line)
    except ShellError as wrong:
        print(f"houserules: {wrong}", file=sys.stderr)
        return WRONG
    return OKAY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="houserules", description="House rules in plain prose, read and judged.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    reading = commands.add_parser("read", help="show what rules in a file were understood to ask")
    reading.add_argument("file", metavar="FILE", help="prose in UTF-8, or JSON Lines; - for standard input")
    reading.add_argument(
        "--labels", action="store_true", help="FILE is JSON Lines with a text each; print the labels of each as JSON"
    )
    reading.set_defaults(run=_read)
    judging = commands.add_parser("judge", help="judge facts by rules, every clause confirmed")
    judging.add_argument("--rules", metavar="FILE", required=True, help="prose in UTF-8; - for standard input")
    judging.add_argument("--facts", metavar="FILE", required=True, help="JSON Lines, one object per line; - likewise")
    judging.set_defaults(run=_judge)
    explaining = commands.add_parser("explain", help="say what was found in facts and why, and what people keep")
    explaining.add_argument("--rules", metavar="FILE", required=True, help="prose in UTF-8; - for standard input")
    explaining.add_argument(
        "--facts", metavar="FILE", required=True, help="JSON Lines, one object per line; - likewise"
    )
    explaining.set_defaults(run=_explain)
    linting = commands.add_parser("lint", help="remark on what rules in a file may lack")
    linting.add_argument("file", metavar="FILE", nargs="?", help="prose in UTF-8; - for standard input")
    linting.add_argument("--list", action="store_true", help="print the list of remarks as Markdown instead")
    linting.set_defaults(run=_lint)
    for command in (judging, explaining):
        command.add_argument(
            "--choose",
            metavar="KEY:NAME=VALUE",
            action="append",
            default=[],
            help="a parameter of a clause that its author chooses, such as 1.1:near='potus|the donald'",
        )
    for command in (reading, judging, explaining, linting):
        command.add_argument("--json", action="store_true", help="JSON for programs")
    nearing = commands.add_parser("near", help="list what else a subject may be called, for the author of a ban")
    nearing.add_argument("term", metavar="TERM")
    nearing.add_argument("--count", type=int, default=12, help="how many at most (12)")
    nearing.set_defaults(run=_near)
    listing = commands.add_parser("kinds", help="print the catalogue of kinds as Markdown")
    listing.set_defaults(run=lambda _: iter([handbook().rstrip("\n")]))
    return parser


def _read(chosen: argparse.Namespace) -> Iterator[str]:
    if chosen.labels:
        yield from _labels(chosen.file)
        return
    book = read(_text(chosen.file))
    yield _json(book.to_json()) if chosen.json else _table(book)


def _labels(name: str) -> Iterator[str]:
    """One line for each text, told as soon as it is read, so that no file is too long."""
    if not has_meaning():
        print(
            "houserules: meaning is not installed (pip install 'parley[meaning]'); words alone decide.", file=sys.stderr
        )
    learned()
    gc.freeze()  # what was learned stays, and need not be looked through again and again
    try:
        with nullcontext(sys.stdin.buffer) if name == "-" else Path(name).open("rb") as stream:
            for text in texts(stream):
                yield _json({"labels": list(labels(read(text)))})
    except RecordError as wrong:
        raise ShellError(f"{name}, {wrong}") from wrong
    except (OSError, ValueError) as wrong:
        raise ShellError(f"{name}: {getattr(wrong, 'strerror', None) or wrong}") from wrong


def _near(chosen: argparse.Namespace) -> Iterator[str]:
    yield from near_meanings(chosen.term, chosen.count) or ("Nothing is known near that.",)
    if not is_here():
        yield "(Words close by meaning are listed where the extra is installed: pip install 'parley[meaning]'.)"


def _with_choices(book: RuleBook, choices: Sequence[str]) -> RuleBook:
    for choice in choices:
        key, _, rest = choice.partition(":")
        name, equals, value = rest.partition("=")
        if not equals:
            raise ShellError(f"{choice}: a choice is KEY:NAME=VALUE")
        try:
            book = book.with_params({key: {name: value}})
        except RuleBookError as wrong:
            raise ShellError(str(wrong)) from wrong
    return book


def _judge(chosen: argparse.Namespace) -> Iterator[str]:
    for number, verdict in _each(chosen, judge):
        yield _json(verdict.to_json()) if chosen.json else _told(number, verdict)


def _explain(chosen: argparse.Namespace) -> Iterator[str]:
    for number, explanation in _each(chosen, explain):
        if chosen.json:
            yield _json(explanation.to_json())
            continue
        first, *rest = (_indented(sentence) for sentence in explanation.sentences())
        yield "\n".join([f"{number}: {first}", *(f"  {sentence}" for sentence in rest)])


def _each(chosen: argparse.Namespace, asked: Callable[[Facts, RuleBook], Answer]) -> Iterator[tuple[int, Answer]]:
    """The answer for every line of facts, with the number of the line."""
    if chosen.rules == chosen.facts == "-":
        raise ShellError("rules and facts cannot both come from standard input")
    book = _with_choices(read(_text(chosen.rules)), chosen.choose).all_confirmed()
    for number, line in enumerate(_text(chosen.facts).split("\n"), 1):
        if not line.strip():
            continue
        try:
            answer = asked(Facts.from_json(json.loads(line)), book)
        except (ValueError, RecursionError) as wrong:
            raise ShellError(f"{chosen.facts}, line {number}: {_why(wrong)}") from wrong
        yield number, answer


def _lint(chosen: argparse.Namespace) -> Iterator[str]:
    if chosen.list:
        yield linting_page().rstrip("\n")
        return
    if chosen.file is None:
        raise ShellError("lint needs a file of rules, or --list")
    remarks = lint(read(_text(chosen.file)))
    if chosen.json:
        yield json.dumps([remark.to_json() for remark in remarks], ensure_ascii=True)
        return
    if not remarks:
        yield "No remarks."
    for remark in remarks:
        numbers = ", ".join(map(str, remark.lines))
        yield f"{'line' if len(remark.lines) == 1 else 'lines'} {numbers} ({remark.name}): {_seen(remark.sentence)}"


def _why(wrong: Exception) -> str:
    if isinstance(wrong, json.JSONDecodeError):
        return f"not JSON: {wrong.msg} at column {wrong.colno}"
    return "nested too deeply" if isinstance(wrong, RecursionError) else str(wrong)


def _text(name: str) -> str:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as wrong:
        reason = getattr(wrong, "strerror", None) or str(wrong)
        raise ShellError(f"{name}: {reason}") from wrong
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        raise ShellError(f"{name}: not UTF-8, at byte {wrong.start}") from wrong


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=True)


def _table(book: RuleBook) -> str:
    rows = []
    for line in book.lines:
        marks = "" if line.standing.value == "unmarked" else f"  ({line.standing})"
        rows.append(f"{line.number:>3}  {_seen(line.text)}{marks}")
        if line.language:
            rows.append(f"     {about(line.language)}")
        for clause in line.clauses:
            params = "".join(f", {name}: {value}" for name, value in clause.params.items())
            kept = how_kept(clause, once_confirmed=True)
            rows.append(f"     {clause.key:<6}“{_seen(clause.words)}”: {clause.kind}{_seen(params)} ({kept})")
        rows.extend(_rest("costs", book.prose, line.sanction))
        rows.extend(_rest("people", book.prose, line.unread))
    return "\n".join(rows) if rows else "No lines."


def _seen(text: str) -> str:
    """Text that a terminal shows and does not obey."""
    return "".join(character if character.isprintable() else "�" for character in " ".join(text.split()))


def _indented(text: str) -> str:
    """The same, with the spaces that the text begins with."""
    return " " * (len(text) - len(text.lstrip(" "))) + _seen(text)


def _rest(name: str, prose: str, spans: Sequence[Span]) -> Iterator[str]:
    for start, end in spans:
        yield f"     {name:<6}“{_seen(prose[start:end])}”"


def _told(number: int, verdict: Verdict) -> str:
    if verdict.keeping is None:
        return f"{number}: nothing found"
    notes = (f"     {found.keeping:<8}{found.kind}: {_seen(found.note)}" for found in verdict.findings)
    return "\n".join([f"{number}: {verdict.keeping}", *notes])
