"""The demo community, served."""

import argparse
import os
import time
from pathlib import Path

from parley.ops import machine
from parley.ops.refusals import CannotRun

HELP = "serve a made-up community, loaded at the first start"


def add(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--texts", type=Path, default=Path("demo"), help="folder with the community's texts")
    parser.add_argument("--load-only", action="store_true", help="load the community and do not serve it")
    parser.add_argument("--no-worker", action="store_true", help="leave background jobs to `parley work` elsewhere")


def run(args: argparse.Namespace) -> int:
    if not (args.texts / "people.toml").is_file():
        raise CannotRun(
            f"there are no texts in “{args.texts}”. Start it in the project's folder, or name them with --texts."
        )
    if not args.load_only:
        machine.check_port(args.host, args.port)
    name = "localhost" if args.host == "127.0.0.1" else args.host  # a name: passkeys cannot belong to an address of digits
    os.environ.setdefault("PARLEY_ADDRESS", f"http://{name}:{args.port}")
    os.environ.setdefault("PARLEY_EMAIL_VERIFICATION", "optional")
    machine.settle(Path(os.environ.get("PARLEY_HOME", "var/demo")))
    started = time.monotonic()
    print("Preparing the database …", flush=True)
    machine.migrate()
    from parley.ops.demonstration import loading

    loaded = loading.load(args.texts, say=lambda line: print(line, flush=True))
    if loaded:
        print(f"The community moved in within {time.monotonic() - started:.0f} s.", flush=True)
    print(loading.welcome(args.texts, os.environ["PARLEY_ADDRESS"]), flush=True)
    if not args.load_only:
        machine.serve(args.host, args.port, worker=not args.no_worker)
    return 0
