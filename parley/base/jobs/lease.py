"""A running job is held by one worker until its lease ends, which `run_after` says; the library reads that of waiting jobs only."""

import logging
from contextvars import ContextVar
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from django_tasks_db.compat import TaskResultStatus, normalize_json
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, retry

SLOW = "slow"
"""The queue of jobs that may take minutes."""
logger = logging.getLogger(__name__)
_running: ContextVar[DBTaskResult[Any, Any] | None] = ContextVar("_running", default=None)


class LeaseLost(Exception):  # noqa: N818 -- what happened, as all our exceptions are named
    """The job was given to another worker, because its lease had ended; or its worker was not heard of again."""


def heartbeat() -> None:
    """Hold the running job for another lease. Does nothing outside of a job.

    Raises `LeaseLost` when another worker has it by now: whatever is left to do is that one's.
    """
    held = _running.get()
    if held is not None and not _note(held, run_after=_lease_end()):
        raise LeaseLost(f"job {held.id} is another worker's by now")


def claim(worker: str, *, slow: bool = False) -> DBTaskResult[Any, Any] | None:
    """The next job that is due, of the slow ones or of all others, held for `worker`; None when there is none."""
    ready = DBTaskResult.objects.ready()
    due = ready.filter(queue_name=SLOW) if slow else ready.exclude(queue_name=SLOW)
    if not due.exists():  # asked first, because claiming takes SQLite's write lock
        return None
    with exclusive_transaction():
        found = due.get_locked()
        if found is not None:
            found.claim(worker)
            found.run_after = _lease_end()
            found.save(update_fields=["run_after"])
    return found


def run(held: DBTaskResult[Any, Any]) -> None:
    """Run a claimed job and note how it ended, unless it has become another worker's."""
    before = _running.set(held)
    try:
        words = held.args_kwargs
        value = normalize_json(held.task.call(*words["args"], **words["kwargs"]))
    except Exception as error:  # noqa: BLE001 -- whatever a job raises is its own failure, not the worker's
        _put_off(held, error)
    else:
        _note(held, status=TaskResultStatus.SUCCESSFUL, finished_at=timezone.now(), return_value=value, **_reason(None))
    finally:
        _running.reset(before)


def take_back_lapsed() -> None:
    """Jobs whose worker let the lease end wait for another one, or have failed."""
    lapsed = DBTaskResult.objects.running().filter(run_after__lte=timezone.now())
    if not lapsed.exists():
        return
    with exclusive_transaction():
        for held in lapsed.select_for_update(skip_locked=True):  # locked: its worker is just about to hold it on
            _put_off(held, LeaseLost(f"worker {held.worker_ids[-1]} ended, or was silent for longer than the lease"))


def _put_off(held: DBTaskResult[Any, Any], error: Exception) -> None:
    attempt = len(held.worker_ids)
    is_last = attempt >= settings.JOB_ATTEMPTS
    level = logging.ERROR if is_last else logging.WARNING
    logger.log(level, "%s, attempt %d of %d", held.task_path, attempt, settings.JOB_ATTEMPTS, exc_info=error)
    if is_last:
        _note(held, status=TaskResultStatus.FAILED, finished_at=timezone.now(), **_reason(error))
    else:
        wait = timedelta(seconds=settings.JOB_DELAY * 4 ** (attempt - 1))
        _note(held, status=TaskResultStatus.READY, run_after=timezone.now() + wait, **_reason(error))


@retry()
def _note(held: DBTaskResult[Any, Any], **fields: Any) -> bool:
    """Whether the job was still held, and `fields` are written. Every claim adds a name to `worker_ids`, so they tell whose it is."""
    mine = DBTaskResult.objects.running().filter(pk=held.pk, worker_ids=held.worker_ids)
    return bool(mine.update(**fields))


def _reason(error: Exception | None) -> dict[str, str]:
    if error is None:
        return {"exception_class_path": "", "traceback": ""}
    kind = type(error)
    return {
        "exception_class_path": f"{kind.__module__}.{kind.__qualname__}",
        "traceback": "".join(format_exception(error)),
    }


def _lease_end() -> datetime:
    return timezone.now() + timedelta(seconds=settings.JOB_LEASE)


def is_live(job_id: UUID) -> bool:
    """Whether the job waits or runs."""
    return DBTaskResult.objects.filter(pk=job_id).exclude(finished_at__isnull=False).exists()
