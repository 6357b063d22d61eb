"""`houserules kinds`: the catalogue for readers."""

import argparse
from collections.abc import Iterator

NAME, HELP = "kinds", "print the catalogue of kinds as Markdown"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which page."""
    parser.add_argument("--languages", action="store_true", help="print what is read in other languages instead")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """The page as one text."""
    from houserules.handbook import handbook
    from houserules.prose.foreign.page import page

    yield (page() if chosen.languages else handbook()).rstrip("\n")
