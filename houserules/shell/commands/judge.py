"""`houserules judge`: verdicts on facts by rules, every clause confirmed."""

import argparse
from collections.abc import Iterator

from houserules.engine import judge
from houserules.shell import facts
from houserules.shell.terminal import as_json, seen
from houserules.verdict import Verdict

NAME, HELP = "judge", "judge facts by rules, every clause confirmed"
arguments = facts.arguments


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """A verdict for each line of facts."""
    for number, verdict in facts.each(chosen, judge):
        yield as_json(verdict.to_json()) if chosen.json else _told(number, verdict)


def _told(number: int, verdict: Verdict) -> str:
    if verdict.keeping is None:
        return f"{number}: nothing found"
    notes = (f"     {found.keeping:<8}{found.kind}: {seen(found.note)}" for found in verdict.findings)
    return "\n".join([f"{number}: {verdict.keeping}", *notes])
