"""The command `houserules`, without any site around: one file a command in `commands/`, found by folder.

A command's file has `NAME`, `HELP`, `arguments(parser)`, and `run(chosen)`, which yields the lines to print.
"""

import argparse
import signal
import sys
from collections.abc import Sequence

from houserules.found import modules
from houserules.shell import commands
from houserules.shell.files import ShellError
from houserules.shell.terminal import seen

OKAY, WRONG = 0, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when it worked, 2 with one line on standard error when it did not."""
    if arguments is None and hasattr(signal, "SIGPIPE"):  # as a program of its own; a caller's processes keep their signals
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    try:
        for line in chosen.run(chosen):
            print(line)
    except ShellError as wrong:
        print(f"houserules: {seen(str(wrong))}", file=sys.stderr)
        return WRONG
    return OKAY


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="houserules", description="House rules in plain prose, read and judged.")
    offered = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in modules(commands):
        own = offered.add_parser(command.NAME, help=command.HELP)
        command.arguments(own)
        own.set_defaults(run=command.run)
    return parser
