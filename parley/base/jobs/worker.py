"""Who runs the jobs: a loop that asks the queue twice a second, or a caller that runs what is due and goes on."""

import logging
import os
import socket
import time
from secrets import token_hex
from threading import Event, Thread

from django.conf import settings
from django.db import Error, connections

from parley.base.jobs.clock import tick
from parley.base.jobs.lease import claim, run, take_back_lapsed

PAUSE, PAUSE_AFTER_FAULT = 0.5, 3.0
logger = logging.getLogger(__name__)


def run_due() -> int:
    """Run what is due, also what becomes due meanwhile, in this process, slow jobs last; how many ran. For tests and cron.

    What a job raises is noted and logged as in any worker; what is put off is not waited for.
    """
    take_back_lapsed()
    name, ran = _name(), 0
    while (held := claim(name) or claim(name, slow=True)) is not None:
        run(held)
        ran += 1
    return ran


def work(until: Event) -> None:
    """Run jobs and the clock until `until` is set; what runs then is finished first. Slow jobs have a thread of their own.

    Waits for a database that cannot be had. A job that ran meanwhile comes back when its lease has ended. Raises what ended the
    thread of the slow jobs, if anything did, so that the whole worker is started anew.
    """
    faults: list[BaseException] = []
    slowly = Thread(target=_work_slowly, args=(until, faults), daemon=True)  # it does not keep a process whose other half died
    slowly.start()
    _work(until, slow=False)
    slowly.join()
    for fault in faults:
        raise fault


def _work_slowly(until: Event, faults: list[BaseException]) -> None:
    try:
        _work(until, slow=True)
    except BaseException as fault:  # noqa: BLE001 -- raised again by the thread that started this one
        faults.append(fault)
        until.set()
    finally:
        connections.close_all()  # those of this thread


def _work(until: Event, *, slow: bool) -> None:
    """Only the thread of the quick jobs looks at the clock and at leases: it is the one that has time."""
    name, looks_round_at = _name(), 0.0
    while not until.is_set():
        try:
            if not slow and time.monotonic() >= looks_round_at:
                tick()
                take_back_lapsed()
                looks_round_at = time.monotonic() + settings.JOB_LEASE / 6
            held = claim(name, slow=slow)
            if held is None:
                until.wait(PAUSE)
            else:
                run(held)
        except Error:  # for instance “database is locked”, or PostgreSQL started anew
            logger.warning("The database cannot be had; trying again", exc_info=True)
            connections.close_all()
            until.wait(PAUSE_AFTER_FAULT)


def _name() -> str:
    return f"{socket.gethostname()[:32]}-{os.getpid()}-{token_hex(4)}"
