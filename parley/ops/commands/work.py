"""Run background jobs."""

import argparse
import os
from pathlib import Path

from parley.ops import beside, machine

HELP = "run background jobs until told to end; `serve` and `demo` start one such worker themselves"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="run what is due and end")
    parser.add_argument("--beside", type=int, metavar="PID", help="end with this process, which started the worker")
    parser.add_argument("--keep", nargs=2, metavar=("HOST", "PORT"), help=argparse.SUPPRESS)


def run(args: argparse.Namespace) -> int:
    if args.keep:
        host, port = args.keep
        beside.keep_worker(args.beside, host, int(port))
        return 0
    until = beside.told_to_end(parent=args.beside, grace=beside.GRACE)
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    import django

    django.setup()
    from django.utils.module_loading import autodiscover_modules

    from parley.base import jobs

    autodiscover_modules("jobs")  # of every app: the recurring ones

    if args.once:
        jobs.tick()
        jobs.run_due()
    else:
        jobs.work(until)
    return 0
