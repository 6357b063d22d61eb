"""`houserules lint`: what rules may lack."""

import argparse
from collections.abc import Iterator

from houserules.shell.files import ShellError, text
from houserules.shell.terminal import as_json, seen

NAME, HELP = "lint", "remark on what rules in a file may lack"


def arguments(parser: argparse.ArgumentParser) -> None:
    """A file of rules, or `--list`."""
    parser.add_argument("file", metavar="FILE", nargs="?", help="prose in UTF-8; - for standard input")
    parser.add_argument("--list", action="store_true", help="print the list of remarks as Markdown instead")
    parser.add_argument("--json", action="store_true", help="JSON for programs")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """One remark a line."""
    from houserules.linting import lint
    from houserules.linting.page import page
    from houserules.prose import read

    if chosen.list:
        yield page().rstrip("\n")
        return
    if chosen.file is None:
        raise ShellError("lint needs a file of rules, or --list")
    remarks = lint(read(text(chosen.file)))
    if chosen.json:
        yield as_json([remark.to_json() for remark in remarks])
        return
    if not remarks:
        yield "No remarks."
    for remark in remarks:
        numbers = ", ".join(map(str, remark.lines))
        yield f"{'line' if len(remark.lines) == 1 else 'lines'} {numbers} ({remark.name}): {seen(remark.sentence)}"
