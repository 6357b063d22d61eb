"""The public log from the shell: is it whole, what is its head, and emptying an entry."""

import argparse
import os
from pathlib import Path

from parley.ops import machine
from parley.ops.refusals import CannotRun

HELP = "check the public log, print its newest head or key, or empty an entry as the law may ask"


def add(parser: argparse.ArgumentParser) -> None:
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    verify = kinds.add_parser("verify", help="hash every entry again, and compare with every head that was signed")
    verify.add_argument("--head", type=Path, help="a head that you fetched earlier from /log/head and kept")
    kinds.add_parser("head", help="print the newest head")
    kinds.add_parser("key", help="print the public key, to be told to whoever wants to check")
    purge = kinds.add_parser("purge", help="empty an entry for law or privacy; its place and hash stay, and a new entry says why")
    purge.add_argument("entry", type=int)
    purge.add_argument("--because", required=True, help="stands in the log, for everybody")
    purge.add_argument("--by", default="operator", help="your name, for the log")


def run(args: argparse.Namespace) -> int:
    """0 where all holds, 1 where something does not. Raises `CannotRun`."""
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    machine.migrate()
    return {"verify": _verify, "head": _head, "key": _key, "purge": _purge}[args.what](args)


def _verify(args: argparse.Namespace) -> int:
    from parley.ledger import tree
    from parley.ledger.verifying import verify

    tree.grow()
    try:
        kept = args.head.read_bytes().decode() if args.head else None
    except (OSError, UnicodeDecodeError) as reason:
        raise CannotRun(f"cannot read {args.head}: {reason}") from None
    faults = 0
    for fault in verify(kept):
        faults += 1
        print(fault)
    newest = tree.head()
    print(f"{newest.size if newest else 0:,} entries; " + (f"{faults:,} faults." if faults else "all of it holds."))
    return 1 if faults else 0


def _head(_: argparse.Namespace) -> int:
    from parley.ledger import tree

    tree.grow()
    newest = tree.head()
    print(newest.note if newest else "Nothing has happened yet.\n", end="")
    return 0


def _key(_: argparse.Namespace) -> int:
    from parley.ledger import tree

    print(tree.public_key())
    return 0


def _purge(args: argparse.Namespace) -> int:
    from parley.base.refusals import Refusal
    from parley.ledger import queries, services

    entry = queries.entry_or_none(args.entry)
    if entry is None:
        raise CannotRun(f"there is no entry {args.entry}.")
    try:
        by = services.purge(entry, actor=args.by, decider="admin", reason=args.because)
    except Refusal as refusal:
        raise CannotRun(refusal.sentence) from None
    print(f"Entry {entry.pk:,} is empty; entry {by.pk:,} says why.")
    return 0
