"""`houserules explain`: what was found in facts and why, what was not, and what people keep."""

import argparse
from collections.abc import Iterator

from houserules.explanation import explain
from houserules.shell import facts
from houserules.shell.terminal import as_json, indented

NAME, HELP = "explain", "say what was found in facts and why, and what people keep"
arguments = facts.arguments


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """Some sentences for each line of facts."""
    for number, explanation in facts.each(chosen, explain):
        if chosen.json:
            yield as_json(explanation.to_json())
            continue
        first, *rest = map(indented, explanation.sentences())
        yield "\n".join([f"{number}: {first}", *(f"  {sentence}" for sentence in rest)])
