"""Django's own commands."""

import argparse
import os
from pathlib import Path

from parley.ops import machine

HELP = "run one of Django's own commands, for instance: parley manage createsuperuser"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("words", nargs=argparse.REMAINDER)


def run(args: argparse.Namespace) -> int:
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    from django.core.management import execute_from_command_line

    execute_from_command_line(["parley manage", *args.words])
    return 0
