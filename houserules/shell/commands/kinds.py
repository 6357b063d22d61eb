"""`houserules kinds`: the catalogue for readers."""

import argparse
from collections.abc import Iterator

NAME, HELP = "kinds", "print the catalogue of kinds as Markdown"


def arguments(_parser: argparse.ArgumentParser) -> None:
    """None."""


def run(_chosen: argparse.Namespace) -> Iterator[str]:
    """The page as one text."""
    from houserules.handbook import handbook

    yield handbook().rstrip("\n")
