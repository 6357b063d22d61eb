"""Threads that compute take turns; who waits for something elsewhere keeps nobody, and who forgets to say so not for long."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby

import pytest
from django.db import OperationalError, connection, transaction

from parley.base import turns
from parley.base.sqlite3 import base as sqlite3


def test_one_at_a_time_and_all_come():
    taken, inside, most = turns.Turns(1), [], []

    def work(number: int) -> int:
        with taken.taken():
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.005)
            inside.remove(number)
        return number

    with ThreadPoolExecutor(8) as threads:
        assert sorted(threads.map(work, range(16))) == list(range(16))
    assert max(most) == 1
    assert taken.free == 1


def test_a_turn_goes_to_who_waits_longest():
    taken, came = turns.Turns(1), []

    def work(who: str) -> None:
        for _ in range(20):
            with taken.taken():
                came.append(who)
                time.sleep(0.002)

    with ThreadPoolExecutor(3) as threads:
        list(threads.map(work, "abc"))
    runs = [len(list(run)) for _, run in groupby(came[6:-6])]
    assert max(runs) < 8, came  # who takes it again and again before others wake has all twenty


@pytest.mark.parametrize("says_so", [True, False])
def test_who_waits_elsewhere_keeps_nobody_for_long(says_so):
    taken, begun, over = turns.Turns(1), threading.Event(), threading.Event()

    def waits():
        with taken.taken():
            begun.set()
            if says_so:
                with turns.elsewhere():
                    over.wait(10)
            else:
                over.wait(10)

    with ThreadPoolExecutor(2) as threads:
        waiting = threads.submit(waits)
        begun.wait(10)
        since = time.monotonic()
        for _ in range(2):
            with taken.taken():
                waited = time.monotonic() - since
        over.set()
        waiting.result(10)
    assert waited < (turns.PATIENCE / 2 if says_so else 10 * turns.PATIENCE)
    assert taken.free == 1


def test_elsewhere_is_nothing_where_no_turns_are_taken():
    with turns.elsewhere():
        pass


@pytest.mark.skipif(connection.vendor != "sqlite", reason="writers of PostgreSQL wait there")
@pytest.mark.django_db(transaction=True)
def test_a_writer_who_fails_lets_the_next_one_write(monkeypatch):
    @transaction.atomic
    def write(fault=None):
        assert sqlite3.WRITING.locked()
        if fault:
            raise fault

    for fault in (ValueError, OperationalError):
        with pytest.raises(fault):
            write(fault)
        assert not sqlite3.WRITING.locked()
    with transaction.atomic():
        connection.close()
    assert not sqlite3.WRITING.locked()
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "timeout", 0.01)
    with sqlite3.WRITING, pytest.raises(OperationalError, match="locked"):
        write()
    write()
    assert not sqlite3.WRITING.locked()
