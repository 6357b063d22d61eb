"""Background jobs: django-tasks' queue in the database, with a lease, bounded attempts, and a clock (docs/decisions/0014-jobs.md).

    @job
    def send_notice(notice_id: int) -> None: ...

    send_notice.enqueue(notice.pk)      # in the transaction of what caused it: rollback takes the job along

A job is a function at the top of a module, takes ids (JSON), and may run twice: it looks again at what is to be done. Between two
calls of `heartbeat` it takes less than `JOB_LEASE` seconds. What may take minutes is a `slow_job`: these wait for each other, and
nothing else waits for them. Recurring jobs stand in `jobs.py` of an app, where workers find them:

    @every(timedelta(hours=1))
    def forget_old_notices() -> None: ...
"""

from functools import partial

from django_tasks import task

from parley.base.jobs.clock import every, tick
from parley.base.jobs.lease import SLOW, LeaseLost, heartbeat, is_live
from parley.base.jobs.worker import run_due, work

__all__ = ["LeaseLost", "every", "heartbeat", "is_live", "job", "run_due", "slow_job", "tick", "work"]

job = task
slow_job = partial(task, queue_name=SLOW)
