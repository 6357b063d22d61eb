"""A mail leaves while a replay runs."""

import threading

import pytest
from django.db import connections

from parley.base import jobs
from parley.trials import replays
from parley.trials.models import Replay
from tests.errands.workers import workers as workers  # noqa: PLC0414 -- a fixture

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.database]


@pytest.fixture
def working(workers):
    """A worker's loop beside the test."""
    until = threading.Event()

    def work():
        jobs.work(until)
        connections.close_all()

    loop = threading.Thread(target=work, daemon=True)
    yield loop.start
    until.set()
    loop.join(20)


def test_a_mail_leaves_while_a_replay_runs(workers, working, group, comment, cut, people, as_, mailoutbox, monkeypatch):
    begun, mail_has_left, to_the_end = threading.Event(), threading.Event(), replays._Run.to_the_end

    def takes_long(run):
        begun.set()
        assert mail_has_left.wait(60)
        to_the_end(run)

    monkeypatch.setattr(replays._Run, "to_the_end", takes_long)
    said = comment("The mayor!")
    address = f"{said.seed.group.url}/rules/edit"
    as_(people.olga).post(address, {"prose": "No talk of the mayor.", "version": "1", "replay": "1", "days": "0"})
    working()
    assert begun.wait(60)
    cut(said, None)
    workers.wait_until(lambda: mailoutbox)
    assert mailoutbox[0].to == ["ada@parley.example"]
    assert jobs.is_live(Replay.objects.get().job)
    mail_has_left.set()
    workers.wait_until(lambda: Replay.objects.get().state == "done")
