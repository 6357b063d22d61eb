"""`houserules kinds`: the catalogue for readers."""

import argparse
from collections.abc import Iterator

NAME, HELP = "kinds", "print the catalogue of kinds as Markdown"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Which page."""
    parser.add_argument("--languages", action="store_true", help="print what is read in other languages instead")
    parser.add_argument("--expressions", action="store_true", help="print what experts' expressions can name instead")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """The page as one text."""
    from houserules.expressions import page as expressions
    from houserules.handbook import handbook
    from houserules.prose.foreign.page import page

    made = page if chosen.languages else expressions.page if chosen.expressions else handbook
    yield made().rstrip("\n")
