"""`houserules replay`: a draft of rules over past comments, beside the rules in force."""

import argparse
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from houserules.shell.files import ShellError, opened, text
from houserules.shell.terminal import as_json

if TYPE_CHECKING:
    from houserules.combined import Combined
    from houserules.replaying import Crew, Tally

NAME, HELP = "replay", "run a draft of rules over past comments, beside the rules in force"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Rules, comments, and who judges them."""
    parser.add_argument("rules", metavar="RULES", help="the draft: prose in UTF-8; - for standard input")
    parser.add_argument("comments", metavar="COMMENTS", help="JSON Lines: id, facts, and ruled where people did")
    parser.add_argument("--against", metavar="FILE", help="the rules in force; none where not given")
    crew = parser.add_mutually_exclusive_group()
    crew.add_argument("--processes", metavar="N", type=int, help="so many at once (as many as there are cores)")
    crew.add_argument("--scheduler", metavar="ADDRESS", help="of a Dask cluster, such as tcp://127.0.0.1:8786")
    parser.add_argument(
        "--checkpoint", metavar="FILE", type=Path, help="keeps what is done; given again, goes on there"
    )
    parser.add_argument("--quiet", action="store_true", help="no progress on standard error")
    parser.add_argument("--json", action="store_true", help="JSON for programs")


def run(chosen: argparse.Namespace) -> Iterator[str]:
    """The tally as a table or as one line of JSON."""
    from houserules.shell.tables import tally_lines

    if chosen.processes is not None and chosen.processes < 1:
        raise ShellError(f"--processes is 1 or more, not {chosen.processes}")
    tally = _tally(chosen)
    if chosen.json:
        yield as_json(tally.to_json())
    else:
        yield from tally_lines(tally)


def _tally(chosen: argparse.Namespace) -> "Tally":
    from houserules.records import RecordError
    from houserules.replaying import Books, ReplayError, replay_file
    from houserules.shell.progress import Line

    given = [name for name in (chosen.rules, chosen.against, chosen.comments) if name == "-"]
    if len(given) > 1:
        raise ShellError("only one of rules and comments can come from standard input")
    books = Books.of(now=_rules(chosen.against), draft=_rules(chosen.rules))
    with opened(chosen.comments) as stream, _broken_pipes_are_errors(), Line(stream, quiet=chosen.quiet) as line:
        try:
            return replay_file(stream, books, crew=_crew(chosen), checkpoint=chosen.checkpoint, on_progress=line.show)
        except RecordError as wrong:
            raise ShellError(f"{chosen.comments}, {wrong}") from wrong
        except ReplayError as wrong:
            raise ShellError(str(wrong)) from wrong
        except KeyboardInterrupt:
            raise ShellError(_stopped(chosen.checkpoint)) from None


def _rules(name: str | None) -> "Combined":
    from houserules.combined import Combined, combine
    from houserules.prose import read

    return Combined() if name is None else combine(None, read(text(name)).all_confirmed(), None)


def _crew(chosen: argparse.Namespace) -> "Crew":
    from houserules.replaying import Alone, Cluster, Cores

    if chosen.scheduler:
        return Cluster(chosen.scheduler)
    processes = chosen.processes or os.cpu_count() or 1
    return Cores(processes) if processes > 1 else Alone()


def _stopped(checkpoint: Path | None) -> str:
    if checkpoint is None:
        return "stopped; nothing is kept (with --checkpoint FILE the next replay goes on where one was stopped)"
    return f"stopped; the same command again goes on from {checkpoint}"


@contextmanager
def _broken_pipes_are_errors() -> Iterator[None]:
    """A lost worker closes its end of a connection, which must not end this program as `| head` may."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)
