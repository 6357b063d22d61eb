"""`houserules near`: what else a subject may be called."""

import argparse
from collections.abc import Iterator

from houserules.shell.files import ShellError
from houserules.shell.terminal import seen

NAME, HELP = "near", "list what else a subject may be called, for the author of a ban"


def arguments(parser: argparse.ArgumentParser) -> None:
    """The subject, and how long the list may be."""
    parser.add_argument("term", metavar="TERM")
    parser.add_argument("--count", type=int, default=12, help="how many at most (12)")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """One name a line."""
    from houserules.meaning import is_here
    from houserules.nearness import near_meanings

    if chosen.count < 1:
        raise ShellError(f"--count is how many at most, so 1 or more; {chosen.count} lists nothing")
    yield from map(seen, near_meanings(chosen.term, chosen.count) or ("Nothing is known near that.",))
    if not is_here():
        yield "(Words close by meaning are listed where the extra is installed: pip install 'parley[meaning]'.)"
