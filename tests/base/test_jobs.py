"""Jobs in processes of their own, killed, stopped, and kept waiting; and in process, as other tests run them."""

import os
import signal
import threading
import time
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from parley.base import jobs
from parley.base.jobs import clock, lease
from tests.errands import jobs as errands

pytestmark = pytest.mark.database
IN_PROCESSES = pytest.mark.django_db(transaction=True)


@pytest.fixture
def notes(tmp_path):
    path = tmp_path / "notes"
    path.touch()
    return path


def row(result) -> DBTaskResult:
    return DBTaskResult.objects.get(pk=result.id)


def lines(path) -> list[str]:
    return path.read_text().splitlines()


# In process


@pytest.mark.django_db
def test_what_is_due_runs_and_tells_how_many(notes):
    first, second = errands.add.enqueue(str(notes), 1), errands.add.enqueue(str(notes), number=2)
    later = errands.add.using(run_after=timezone.now() + timedelta(hours=1)).enqueue(str(notes), 3)
    assert jobs.run_due() == 2
    assert lines(notes) == ["1", "2"]
    assert [row(each).status for each in (first, second, later)] == ["SUCCESSFUL", "SUCCESSFUL", "READY"]
    assert row(second).return_value == 4


@pytest.mark.django_db
def test_rollback_takes_the_job_along(notes):
    with transaction.atomic():
        errands.add.enqueue(str(notes), 1)
        transaction.set_rollback(True)
    assert jobs.run_due() == 0
    assert lines(notes) == []


@pytest.mark.django_db
def test_attempts_are_bounded_with_growing_delay_and_the_reason_is_kept(notes, settings):
    settings.JOB_ATTEMPTS, settings.JOB_DELAY = 3, 10
    failing, delays = errands.fail.enqueue(str(notes)), []
    for _ in range(3):
        assert jobs.run_due() == 1
        delays.append(round((row(failing).run_after - timezone.now()).total_seconds()))
        DBTaskResult.objects.filter(status="READY").update(run_after=timezone.now())
    assert jobs.run_due() == 0
    assert delays[:2] == [10, 40]
    ended = row(failing)
    assert (ended.status, len(ended.worker_ids), ended.exception_class_path) == ("FAILED", 3, "builtins.ValueError")
    assert "the ferry does not sail" in ended.traceback


@pytest.mark.django_db
def test_a_job_whose_function_went_has_failed_with_the_reason(settings):
    settings.JOB_ATTEMPTS = 1
    gone = errands.count_types.enqueue()
    DBTaskResult.objects.update(task_path="tests.errands.jobs.went")
    assert jobs.run_due() == 1
    assert "went" in row(gone).traceback


@pytest.mark.django_db
def test_who_lost_the_lease_learns_it_and_changes_nothing(notes, settings):
    queued = errands.add.enqueue(str(notes), 1)
    first = lease.claim("first")
    DBTaskResult.objects.update(run_after=timezone.now())
    lease.take_back_lapsed()
    DBTaskResult.objects.update(run_after=timezone.now())
    second = lease.claim("second")
    lease.run(first)
    assert row(queued).status == "RUNNING"
    token = lease._running.set(first)
    with pytest.raises(jobs.LeaseLost):
        jobs.heartbeat()
    lease._running.reset(token)
    lease.run(second)
    assert (row(queued).status, row(queued).worker_ids) == ("SUCCESSFUL", ["first", "second"])


@pytest.mark.django_db
def test_a_heartbeat_holds_the_lease_and_outside_of_a_job_does_nothing(notes):
    jobs.heartbeat()
    errands.add.enqueue(str(notes), 1)
    held = lease.claim("first")
    DBTaskResult.objects.update(run_after=timezone.now())
    token = lease._running.set(held)
    jobs.heartbeat()
    lease._running.reset(token)
    assert jobs.run_due() == 0
    assert DBTaskResult.objects.get().status == "RUNNING"


@pytest.mark.django_db
def test_recurring_work_waits_once_and_is_queued_anew_when_it_ended(monkeypatch):
    path = errands.ring.module_path
    monkeypatch.setattr(clock, "_intervals", {path: timedelta(hours=1)})
    for _ in range(3):
        jobs.tick()
    assert jobs.run_due() == 1
    jobs.tick()
    jobs.tick()
    assert jobs.run_due() == 0
    done, waiting = DBTaskResult.objects.filter(task_path=path).order_by("enqueued_at")
    assert waiting.run_after == done.started_at + timedelta(hours=1)


@pytest.mark.django_db
def test_two_who_see_the_same_last_run_queue_one_next():
    for _ in range(2):
        clock._queue_next(errands.ring.module_path, timedelta(hours=1), None)
    assert DBTaskResult.objects.count() == 1


@pytest.mark.django_db
def test_rows_of_finished_jobs_are_forgotten_some_later(notes, settings):
    settings.JOB_ATTEMPTS = 1
    for _ in range(2):
        errands.add.enqueue(str(notes), 1)
        errands.fail.enqueue(str(notes))
    jobs.run_due()
    for status, days in (("SUCCESSFUL", 2), ("FAILED", 31)):
        old = DBTaskResult.objects.filter(status=status).first()
        DBTaskResult.objects.filter(pk=old.pk).update(finished_at=timezone.now() - timedelta(days=days))
    clock.forget_finished.func()
    assert sorted(DBTaskResult.objects.values_list("status", flat=True)) == ["FAILED", "SUCCESSFUL"]


# In processes


@IN_PROCESSES
def test_once_runs_what_is_due_and_ends(workers, notes):
    queued, counted = errands.add.enqueue(str(notes), 7), errands.count_types.enqueue()
    workers.environment["ERRANDS_BELL"] = str(notes)
    workers.once()
    assert sorted(lines(notes)) == ["7", "rings"]
    assert row(queued).return_value == 14
    assert row(counted).return_value > 0


@IN_PROCESSES
@pytest.mark.parametrize("walk", [errands.walk, errands.stroll])
def test_a_killed_workers_job_is_taken_up_by_another(workers, notes, walk):
    queued = walk.enqueue(str(notes), 45)
    first = workers.start()
    workers.wait_until(lambda: len(lines(notes)) == 1)
    second = workers.start()
    time.sleep(2.5)  # longer than the lease, which the first holds on to
    assert len(lines(notes)) == 1
    os.killpg(first.pid, signal.SIGKILL)
    workers.wait_until(lambda: row(queued).status == "SUCCESSFUL")
    assert lines(notes) == [f"begins {first.pid}", f"begins {second.pid}", f"ends {second.pid}"]
    assert (row(queued).return_value, len(row(queued).worker_ids)) == (45, 2)


@IN_PROCESSES
def test_a_job_that_kills_its_workers_has_failed_after_so_many(workers, notes):
    queued = errands.die.enqueue(str(notes))
    for _ in range(2):
        assert workers.start().wait(60) == -signal.SIGKILL
    workers.start()
    workers.wait_until(lambda: row(queued).status == "FAILED")
    assert lines(notes) == ["dies"] * 2
    assert row(queued).exception_class_path.endswith("LeaseLost")


@IN_PROCESSES
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("walk", [errands.walk, errands.stroll])
def test_a_worker_lets_its_job_finish_and_ends(workers, notes, number, walk):
    queued, after = walk.enqueue(str(notes), 15), walk.enqueue(str(notes), 1)
    worker = workers.start()
    workers.wait_until(lambda: len(lines(notes)) == 1)
    worker.send_signal(number)
    assert worker.wait(10) == 0
    assert (row(queued).status, row(after).status) == ("SUCCESSFUL", "READY")


@IN_PROCESSES
@pytest.mark.parametrize("walk", [errands.walk, errands.stroll])
def test_a_job_that_does_not_finish_is_left_within_ten_seconds(workers, notes, walk):
    queued = walk.enqueue(str(notes), 300)
    worker = workers.start()
    workers.wait_until(lambda: len(lines(notes)) == 1)
    worker.terminate()
    assert worker.wait(10) == 1
    assert row(queued).status == "RUNNING"
    time.sleep(2.1)
    lease.take_back_lapsed()
    assert row(queued).status == "READY"


@IN_PROCESSES
def test_a_slow_job_holds_up_no_other_but_slow_ones(workers, notes):
    slow = [errands.stroll.enqueue(str(notes), 300) for _ in range(2)]
    workers.start()
    workers.wait_until(lambda: len(lines(notes)) == 1)
    quick = [errands.add.enqueue(str(notes), number) for number in range(3)]
    workers.wait_until(lambda: {row(each).status for each in quick} == {"SUCCESSFUL"})
    assert sorted(row(each).status for each in slow) == ["READY", "RUNNING"]


@IN_PROCESSES
def test_a_slow_job_that_no_worker_survives_ends_the_worker(workers, notes):
    queued = errands.leave.enqueue(str(notes))
    assert workers.start().wait(60) == 3
    assert row(queued).status == "RUNNING"  # until its lease ends


@pytest.mark.django_db
def test_slow_jobs_are_run_last_where_one_process_runs_all(notes):
    errands.stroll.enqueue(str(notes), 1)
    errands.add.enqueue(str(notes), 7)
    assert jobs.run_due() == 2
    assert lines(notes)[0] == "7"


@IN_PROCESSES
def test_two_workers_never_run_one_job_at_once(workers, notes):
    workers.environment["ERRANDS_LEASE"] = "60"  # a machine under load may stand still for longer than two seconds
    both = [workers.start().pid for _ in range(2)]
    with transaction.atomic():
        meetings = [errands.meet.enqueue(f"{notes}-of-starting", len(both)).id for _ in both]
        queued = [errands.add.enqueue(str(notes), number).id for number in range(150)]
    everything = [*meetings, *queued]
    workers.wait_until(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").filter(pk__in=everything).exists())
    assert sorted(int(line) for line in lines(notes)) == list(range(150))
    rows = {str(each.pk): each.worker_ids for each in DBTaskResult.objects.filter(pk__in=everything)}
    assert {len(names) for names in rows.values()} == {1}
    # Neither can finish a meeting without the other; how they share the rest is the machine's affair.
    assert all(any(f"-{worker}-" in rows[each][0] for each in meetings) for worker in both)


@IN_PROCESSES
def test_a_long_lock_does_not_end_the_worker(workers, notes):
    worker = workers.start()
    errands.add.enqueue(str(notes), 1)
    workers.wait_until(lambda: lines(notes) == ["1"])
    workers.wait_until(lambda: not DBTaskResult.objects.filter(status="RUNNING").exists())
    locked = threading.Event()
    with transaction.atomic():
        if connection.vendor != "sqlite":
            connection.cursor().execute("LOCK TABLE django_tasks_database_dbtaskresult IN ACCESS EXCLUSIVE MODE")
        errands.add.enqueue(str(notes), 2)
        locked.wait(2)  # many times what the worker's connection waits for on SQLite
    workers.wait_until(lambda: lines(notes) == ["1", "2"])
    assert worker.poll() is None


@IN_PROCESSES
@pytest.mark.skipif("connection.vendor == 'sqlite'")
def test_a_lost_connection_does_not_end_the_worker(workers, notes):
    worker = workers.start()
    errands.add.enqueue(str(notes), 1)
    workers.wait_until(lambda: lines(notes) == ["1"])
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
    errands.add.enqueue(str(notes), 2)
    workers.wait_until(lambda: lines(notes) == ["1", "2"])
    assert worker.poll() is None
