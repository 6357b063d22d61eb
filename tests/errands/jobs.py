"""Jobs that tests have run by workers in processes of their own; each writes a line into a file where it begins and ends."""

import os
import time
from datetime import timedelta
from pathlib import Path

from django.contrib.contenttypes.models import ContentType

from parley.base.jobs import every, heartbeat, job, slow_job


def note(path: str, line: str) -> None:
    with Path(path).open("a") as file:  # short lines that are appended do not mix
        file.write(f"{line}\n")


@job
def add(path: str, number: int) -> int:
    note(path, f"{number}")
    return number * 2


@job
def walk(path: str, steps: int) -> int:
    """Takes a tenth of a second a step, holding the lease at each."""
    note(path, f"begins {os.getpid()}")
    for _ in range(steps):
        time.sleep(0.1)
        heartbeat()
    note(path, f"ends {os.getpid()}")
    return steps


@slow_job
def stroll(path: str, steps: int) -> int:
    """The same at leisure."""
    return walk.call(path, steps)


@slow_job
def leave(path: str) -> None:
    """What no worker survives, without a signal."""
    note(path, "leaves")
    raise SystemExit(3)


@job
def meet(path: str, workers: int) -> None:
    """Ends when so many workers are at it at once."""
    note(path, "here")
    while len(Path(path).read_text().splitlines()) < workers:
        time.sleep(0.05)
        heartbeat()


@job
def fail(path: str) -> None:
    note(path, "fails")
    raise ValueError("the ferry does not sail")


@job
def die(path: str) -> None:
    note(path, "dies")
    os.kill(os.getpid(), 9)


@job
def count_types() -> int:
    return ContentType.objects.count()


@every(timedelta(seconds=1))
def ring() -> None:
    if "ERRANDS_BELL" in os.environ:
        note(os.environ["ERRANDS_BELL"], "rings")
