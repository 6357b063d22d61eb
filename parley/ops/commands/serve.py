"""Serve the site."""

import argparse
import os
from pathlib import Path

from parley.ops import machine

HELP = "migrate the database and serve the site"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--no-worker", action="store_true", help="leave background jobs to `parley work` elsewhere")


def run(args: argparse.Namespace) -> int:
    machine.check_port(args.host, args.port)
    os.environ.setdefault("PARLEY_ADDRESS", f"http://{args.host}:{args.port}")
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var")))
    machine.migrate()
    machine.serve(args.host, args.port, worker=not args.no_worker)
    return 0
