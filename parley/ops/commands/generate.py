"""A made-up community of any size, for measuring."""

import argparse
import os
import time
from pathlib import Path

from parley.ops import machine

HELP = "fill an empty database with a made-up community, for measuring"
SEED = 20_261


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scale", type=_share, default=1.0, help="1.0: 20,000 members, 40,000 seeds, 2,000,000 comments")
    for name in ("members", "seeds", "comments"):
        parser.add_argument(f"--{name}", type=_count, help=f"so many {name}, whatever the scale")
    parser.add_argument("--without-index", action="store_true", help="searches find nothing until `parley index --anew`")
    parser.add_argument("--seed", type=int, default=SEED, help="of the random numbers; the same makes the same community")


def _share(word: str) -> float:
    if not 0 < (found := float(word)) <= 100:
        raise argparse.ArgumentTypeError("use a number above 0, up to 100")
    return found


def _count(word: str) -> int:
    if not 12 <= (found := int(word.replace(",", ""))) <= 100_000_000:
        raise argparse.ArgumentTypeError("use a number from 12 to 100,000,000")
    return found


def run(args: argparse.Namespace) -> int:
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    machine.migrate()
    from django.utils import timezone

    from parley.ops.commands import index
    from parley.ops.generating import community
    from parley.ops.generating.size import Size, scaled

    size, begun = scaled(args.scale), time.monotonic()
    size = Size(args.members or size.members, args.seeds or size.seeds, args.comments or size.comments)
    community.generate(size, seed=args.seed, now=timezone.now())
    if not args.without_index:
        index.fill(anew=True)
    print(
        f"{size.members:,} members in {size.groups:,} groups, {size.seeds:,} seeds, {size.comments:,} comments,"
        f" made in {time.monotonic() - begun:,.0f} s. Nobody has a password: `parley manage changepassword runs_it` gives one."
    )
    return 0
