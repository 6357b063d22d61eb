"""Recurring work: for each function one row waits in the queue, and the next is made when that one has ended."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid5

from django.utils import timezone
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS, task
from django_tasks.base import Task
from django_tasks_db.models import DBTaskResult

QUEUE = "clock"
ROWS = UUID("6f0c2d0e-4f0b-4c3b-9a55-0d8f4a1f7c14")
_intervals: dict[str, timedelta] = {}

DAYS_OF_DONE, DAYS_OF_FAILED = 1, 30


def every(interval: timedelta) -> Callable[[Callable[[], None]], Task[[], None]]:
    """A job without arguments that runs every `interval`, first at once, however many workers there are.

    Workers look at the clock every `JOB_LEASE / 6` seconds, so shorter intervals are not kept.
    """

    def register(function: Callable[[], None]) -> Task[[], None]:
        made = task(function)
        _intervals[made.module_path] = interval
        return made

    return register


def tick() -> None:
    """Queue the recurring jobs that are not queued."""
    for path, interval in _intervals.items():
        last = DBTaskResult.objects.filter(queue_name=QUEUE, task_path=path).order_by("-enqueued_at").first()
        if last is None or last.finished_at is not None:
            _queue_next(path, interval, last)


def _queue_next(path: str, interval: timedelta, last: DBTaskResult[Any, Any] | None) -> None:
    """The id follows from the row before, so that of two workers who see the same one makes a row and the other nothing."""
    due = last.started_at + interval if last and last.started_at else timezone.now()
    row: DBTaskResult[Any, Any] = DBTaskResult(
        id=uuid5(ROWS, f"{path} {last.id if last else ''}"),
        task_path=path,
        queue_name=QUEUE,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        args_kwargs={"args": [], "kwargs": {}},
        run_after=due,
    )
    DBTaskResult.objects.bulk_create([row], ignore_conflicts=True)


@every(timedelta(hours=1))
def forget_finished() -> None:
    """Rows of jobs that are done go after a day, of those that failed after thirty."""
    now, rows = timezone.now(), DBTaskResult.objects
    rows.successful().filter(finished_at__lte=now - timedelta(days=DAYS_OF_DONE)).delete()
    rows.failed().filter(finished_at__lte=now - timedelta(days=DAYS_OF_FAILED)).delete()
