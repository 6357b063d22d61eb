"""The same tally whoever judges, whoever is lost, and wherever a replay was stopped."""

import json
import os
import signal
import sys
from contextlib import contextmanager

import pytest

from houserules import Combined
from houserules.records import RecordError
from houserules.replaying import Alone, Books, Cluster, Cores, ReplayError, StoppedError, Tally, replay, replay_file
from houserules.shell import main
from tests.houserules.replays import BOOKS, DRAFT, DRAFT_PROSE, NOW, NOW_PROSE, records, stream

pytestmark = pytest.mark.xdist_group("crews")  # they start processes enough by themselves

COUNT = 1000  # two parts
LOOPBACK = "127.0.0.1"


@pytest.fixture(scope="module")
def whole():
    return text(replay(records(COUNT), NOW, DRAFT))


@pytest.fixture
def small(monkeypatch):
    """Parts of some thirty comments, and a checkpoint after each."""
    monkeypatch.setattr("houserules.replaying.cutting.BYTES", 1 << 14)
    monkeypatch.setattr("houserules.replaying.checkpoint.SECONDS", 0)


@contextmanager
def cluster(workers=2):
    """Real processes on this machine. What it starts is told to close; sockets that close late are no fault of ours."""
    from distributed import LocalCluster

    with LocalCluster(
        n_workers=workers, threads_per_worker=1, processes=True, host=LOOPBACK, dashboard_address=f"{LOOPBACK}:0", silence_logs=50
    ) as started:
        yield started


def text(tally):
    return json.dumps(tally.to_json())


def killer(pid):
    """A progress that ends a process by force, once."""
    killed = []

    def told(done):
        if not killed:
            killed.append(pid())
            os.kill(killed[0], signal.SIGKILL)

    return killed, told


@pytest.mark.parametrize("crew", [Alone, lambda: Cores(2)], ids=["alone", "cores"])
def test_the_same_in_one_process_and_in_two(crew, whole):
    assert text(replay_file(stream(COUNT), BOOKS, crew=crew())) == whole


def test_a_process_that_is_killed_costs_no_comment(whole, small):
    crew = Cores(2)
    killed, told = killer(lambda: next(iter(crew._pool._processes)))
    assert text(replay_file(stream(COUNT), BOOKS, crew=crew, on_progress=told)) == whole
    assert killed


def test_the_same_on_a_cluster_and_after_one_of_its_workers_is_killed(whole, small, tmp_path, capsys):
    with cluster() as started:
        assert text(replay_file(stream(COUNT), BOOKS, crew=Cluster(started.scheduler_address))) == whole
        killed, told = killer(lambda: next(iter(started.workers.values())).process.pid)
        crew = Cluster(started.scheduler_address)
        assert text(replay_file(stream(COUNT), BOOKS, crew=crew, on_progress=told)) == whole
        assert killed
        assert text(Tally.from_json(at_the_shell(started.scheduler_address, tmp_path, capsys))) == whole
        with pytest.raises(RecordError, match=r"^line 7: not JSON"):
            replay_file(stream(COUNT, bad={7: b"{"}), BOOKS, crew=Cluster(started.scheduler_address))


def at_the_shell(address, folder, capsys):
    for name, content in (("draft", DRAFT_PROSE), ("now", NOW_PROSE), ("past", stream(COUNT).getvalue().decode())):
        (folder / name).write_text(content)
    draft, now, past = (str(folder / name) for name in ("draft", "now", "past"))
    assert main(["replay", draft, past, "--against", now, "--scheduler", address, "--json", "--quiet"]) == 0
    return json.loads(capsys.readouterr().out)


def test_a_cluster_that_is_not_there_is_told(monkeypatch):
    monkeypatch.setattr("houserules.replaying.cluster.SECONDS", 1)
    with pytest.raises(ReplayError, match=r"^No scheduler answers at tcp://127\.0\.0\.1:9"):
        Cluster(f"tcp://{LOOPBACK}:9")
    with pytest.raises(ReplayError, match=r"^No scheduler answers at nonsense"):
        Cluster("nonsense://x")
    with cluster(workers=0) as started, pytest.raises(ReplayError, match="has no workers"):
        Cluster(started.scheduler_address)
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(ReplayError, match=r"pip install 'parley\[cluster\]'"):
        Cluster(f"tcp://{LOOPBACK}:9")


class Losing(Alone):
    """Loses every part of a file."""

    lost = (ConnectionError,)

    def submit(self, books, part):
        future = super().submit(books, part)
        future._exception = ConnectionError()
        return future


def test_a_part_that_ends_every_worker_ends_the_replay():
    with pytest.raises(ReplayError, match=r"^Workers were lost 5 times while they judged lines 1 to \d+"):
        replay_file(stream(COUNT), BOOKS, crew=Losing())


def test_workers_of_another_engine_are_refused():
    other = Books(BOOKS.text, "houserules-1+00000000+words")
    with pytest.raises(ReplayError, match="install the same"):
        replay_file(stream(1), other)


@pytest.mark.parametrize("crew", [Alone, lambda: Cores(2)], ids=["alone", "cores"])
def test_the_first_bad_line_is_told(crew, small):
    bad = {700: b"{", 40: b'{"id": "a", "facts": {"author": "ada", "text": 3}}', 41: b"[]"}
    with pytest.raises(RecordError, match=r"^line 40: facts\.text: should be text"):
        replay_file(stream(COUNT, bad=bad), BOOKS, crew=crew())


# Stopped and resumed


def stopped_after(steps):
    told = []
    return told, lambda: len(told) >= steps


@pytest.mark.parametrize("steps", [1, 5, 20])
def test_stopped_and_resumed_is_as_if_never_stopped(steps, whole, small, tmp_path):
    path = tmp_path / "past.checkpoint"
    told, enough = stopped_after(steps)
    with pytest.raises(StoppedError):
        replay_file(stream(COUNT), BOOKS, checkpoint=path, on_progress=told.append, is_cancelled=enough)
    done = told[-1].comments
    assert 0 < done < COUNT
    told.clear()
    assert text(replay_file(stream(COUNT), BOOKS, crew=Cores(2), checkpoint=path, on_progress=told.append)) == whole
    assert {each.resumed for each in told} == {done}
    assert (told[-1].comments, told[-1].octets) == (COUNT, len(stream(COUNT).getvalue()))
    assert list(tmp_path.iterdir()) == [path]


def test_an_interrupt_keeps_what_is_done(whole, small, tmp_path):
    def interrupt(done):
        if done.comments > 100:
            raise KeyboardInterrupt

    path = tmp_path / "past.checkpoint"
    with pytest.raises(KeyboardInterrupt):
        replay_file(stream(COUNT), BOOKS, crew=Cores(2), checkpoint=path, on_progress=interrupt)
    assert json.loads(path.read_text())["tally"]["judged"] > 100
    assert text(replay_file(stream(COUNT), BOOKS, checkpoint=path)) == whole


@pytest.fixture
def half(small, tmp_path):
    path = tmp_path / "past.checkpoint"
    told, enough = stopped_after(8)
    with pytest.raises(StoppedError):
        replay_file(stream(COUNT), BOOKS, checkpoint=path, on_progress=told.append, is_cancelled=enough)
    return path


def test_other_rules_or_another_engine_are_refused(half):
    for other in (Books.of(NOW, NOW), Books.of(Combined(), DRAFT), Books(BOOKS.text, "houserules-1")):
        with pytest.raises(ReplayError, match="is of other rules, or of another engine"):
            replay_file(stream(COUNT), other, checkpoint=half)


def test_other_comments_are_refused(half):
    with pytest.raises(ReplayError, match="is of other comments: they changed before line"):
        replay_file(stream(COUNT, bad={3: b"{}"}), BOOKS, checkpoint=half)
    with pytest.raises(ReplayError, match="is of other comments: there were more of them"):
        replay_file(cut_at_a_part(), BOOKS, checkpoint=half)


def cut_at_a_part():
    """A file that ends after its second part."""
    from io import BytesIO
    from itertools import islice

    from houserules.replaying import parts

    return BytesIO(b"".join(part.content for part in islice(parts(stream(COUNT)), 2)))


@pytest.mark.parametrize("content", ["", "{}", "[1]", '{"books": 3}', '{"version": 99, "books": "x"}'])
def test_a_file_that_is_no_checkpoint_is_refused_and_left_as_it_is(content, tmp_path):
    path = tmp_path / "thesis.txt"
    path.write_text(content)
    with pytest.raises(ReplayError, match="name another file"):
        replay_file(stream(3), BOOKS, checkpoint=path)
    assert path.read_text() == content


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(ReplayError, match="cannot be written: No such file"):
        replay_file(stream(3), BOOKS, checkpoint=tmp_path / "none" / "past.checkpoint")
