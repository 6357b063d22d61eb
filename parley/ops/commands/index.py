"""The index that searches look into: filling it without waiting for a worker, or anew."""

import argparse
import math
import os
from pathlib import Path

from parley.ops import machine

HELP = "fill the index of words that searches look into; a worker does so by itself after an upgrade"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--anew", action="store_true", help="empty it first; until it is full again, searches find less")


def run(args: argparse.Namespace) -> int:
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    machine.migrate()
    fill(anew=args.anew)
    print("The index holds everything.")
    return 0


def fill(*, anew: bool) -> None:
    """With lines of progress."""
    from parley.ops.generating.progress import Progress
    from parley.search import filling

    if anew:
        filling.anew()
    all_ = filling.left()
    told = Progress("seeds and comments in the index", all_)
    filling.fill(seconds=math.inf, tell=lambda left: told.at(all_ - left))
