"""The command `parley`. One file per command in `commands/`: `HELP`, `add(parser)`, `run(args) -> exit status`."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pkgutil import iter_modules

from parley.ops import commands
from parley.ops.refusals import CannotRun


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; what went wrong for a reason a person can mend is one sentence on stderr and status 2."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "parley.config.settings")
    parser = argparse.ArgumentParser(
        prog="parley", description="A place to discuss the news in which the house rules hold."
    )
    chosen = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in sorted(module.name for module in iter_modules(commands.__path__)):
        command = import_module(f"{commands.__name__}.{name}")
        sub = chosen.add_parser(name, help=command.HELP, description=command.HELP)
        command.add(sub)
        sub.set_defaults(run=command.run)
    args = parser.parse_args(argv)
    try:
        return int(args.run(args))
    except CannotRun as reason:
        print(f"parley {args.command}: {reason}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 1
