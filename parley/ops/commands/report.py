"""Rulings with the fields of the Digital Services Act, for the database of the European Commission or for a table."""

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from parley.ops import machine
from parley.ops.refusals import CannotRun

if TYPE_CHECKING:
    from parley.groups.models import Group

HELP = "print every ruling of a period with the fields that the Digital Services Act asks for"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="first", required=True, metavar="DATE", help="the first day: 2026-01-01")
    parser.add_argument("--to", dest="last", required=True, metavar="DATE", help="the last day")
    parser.add_argument("--group", metavar="NAME", help="only this group, also a private one; otherwise all public ones")
    parser.add_argument("--format", choices=["csv", "jsonl"], default="csv")
    parser.add_argument("--restrictions", action="store_true", help="only what the Commission’s database takes")


def run(args: argparse.Namespace) -> int:
    """Print them. Raises `CannotRun`."""
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    import django

    django.setup()
    from parley.base.refusals import Refusal
    from parley.exchange.reasons import Wanted, period
    from parley.exchange.reasons_written import written

    try:
        first, last = period(args.first, args.last)
    except Refusal as refusal:
        raise CannotRun(refusal.sentence) from None
    group = _group(args.group) if args.group else None
    wanted = Wanted(first=first, last=last, group=group, restrictions_only=args.restrictions)
    sys.stdout.reconfigure(encoding="utf-8", newline="")  # type: ignore[union-attr] # CSV brings its own ends of lines
    sys.stdout.writelines(written(wanted, args.format))
    sys.stdout.flush()
    return 0


def _group(name: str) -> "Group":
    from parley.groups.models import Group

    found = Group.objects.filter(name=name).first()
    if found is None:
        raise CannotRun(f"there is no group “{name}”.")
    return found
