"""`houserules replay`: what it prints, how it ends, and how it goes on."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from houserules.replaying import Tally, replay
from houserules.shell import main
from tests.houserules.replays import DRAFT, DRAFT_PROSE, NOW, NOW_PROSE, records, stream

COUNT = 300


@pytest.fixture
def files(tmp_path):
    for name, content in (("now.txt", NOW_PROSE), ("draft.txt", DRAFT_PROSE)):
        (tmp_path / name).write_text(content)
    (tmp_path / "past.jsonl").write_bytes(stream(COUNT).getvalue())
    return tmp_path


@pytest.fixture
def asked(files, capsys):
    def ask(*more, status=0):
        given = [str(files / each) if each.endswith((".txt", ".jsonl", ".checkpoint")) else each for each in more]
        assert main(["replay", *given]) == status
        return capsys.readouterr()

    return ask


ALONE = ("draft.txt", "past.jsonl", "--against", "now.txt", "--processes", "1")


def test_as_json(asked):
    told = asked(*ALONE, "--json", "--quiet")
    assert Tally.from_json(json.loads(told.out)) == replay(records(COUNT), NOW, DRAFT)
    assert told.err == ""


def test_as_tables(asked):
    told = asked(*ALONE)
    found = replay(records(COUNT), NOW, DRAFT)
    lines = told.out.splitlines()
    assert lines[0] == "300 comments judged."
    assert lines[1].split() == ["in", "force", "draft"]
    assert (
        f"{found.newly:,} newly found, {found.no_longer:,} no longer found; {found.differing:,} judged differently."
        in lines
    )
    assert any(
        line.split() == ["clause", "1.1", str(found.now.by_clause["1.1"]), str(found.draft.by_clause.get("1.1", 0))]
        for line in lines
    )
    assert f"… and {found.differing - 20:,} more comments (--json has more)" in lines
    assert told.err.startswith("300 comments, all, ")


def test_without_rules_in_force_everything_found_is_new(asked):
    found = Tally.from_json(json.loads(asked("draft.txt", "past.jsonl", "--processes", "1", "--json").out))
    assert (found.now.found, found.newly) == (0, found.draft.found)


def test_comments_from_standard_input(asked, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stream(5).getvalue())))
    assert asked("draft.txt", "-", "--processes", "1").out.startswith("5 comments judged.")


@pytest.mark.parametrize(("line", "why"), [
    (b"{", "line 2: not JSON: Expecting property name enclosed in double quotes at column 2"),
    (b"[]", "line 2: not an object with named fields"),
    (b'{"facts": {"author": "ada"}}', "line 2: id: is missing"),
    (b'{"id": "a", "facts": {"author": "ada"}, "ruled": 1}', "line 2: ruled: should be true or false, not a whole number"),
    (b'{"id": "a", "facts": {"author": "ada", "event": "vote"}}',
     "line 2: voted_author: a vote needs the author of the item voted for"),
    (b'{"id": "a", "facts": {"author": "ada", "cited": ' + b"[" * 700 + b"]" * 700 + b"}}", "line 2: nested too deeply"),
    (b'{"id": "a\xff"}', "line 2: not UTF-8, at byte 9"),
])  # fmt: skip
def test_a_bad_line_is_told_by_its_number(line, why, files, asked):
    (files / "past.jsonl").write_bytes(stream(3, bad={2: line}).getvalue())
    told = asked(*ALONE, "--quiet", status=2)
    assert told.out == ""
    assert told.err == f"houserules: {files / 'past.jsonl'}, {why}\n"


@pytest.mark.parametrize(("given", "why"), [
    (("none.txt", "past.jsonl"), "No such file"),
    (("draft.txt", "none.jsonl"), "No such file"),
    (("-", "-"), "only one of rules and comments can come from standard input"),
    (("draft.txt", "past.jsonl", "--processes", "0"), "--processes is 1 or more, not 0"),
    (("draft.txt", "past.jsonl", "--scheduler", "nonsense"), "No scheduler answers at nonsense"),
])  # fmt: skip
def test_what_cannot_be_used_is_told_in_one_line(given, why, asked, monkeypatch):
    monkeypatch.setattr("houserules.replaying.cluster.SECONDS", 1)
    told = asked(*given, status=2)
    assert told.out == ""
    assert why in told.err
    assert told.err.count("\n") == 1


def test_a_checkpoint_of_other_rules_is_refused(asked):
    asked(*ALONE, "--checkpoint", "a.checkpoint")
    told = asked("now.txt", *ALONE[1:], "--checkpoint", "a.checkpoint", "--quiet", status=2)
    assert "is of other rules, or of another engine; name another file" in told.err


def test_an_interrupt_ends_in_order_and_the_same_command_goes_on(files):
    (files / "past.jsonl").write_bytes(stream(12_000).getvalue())
    command = [sys.executable, "-m", "houserules.shell", "replay", "draft.txt", "past.jsonl", "--against", "now.txt"]
    command = [*command, "--processes", "2", "--checkpoint", "a.checkpoint", "--json"]
    environment = {"PYTHONPATH": str(Path(__file__).resolve().parents[2])}
    with subprocess.Popen(
        command,
        cwd=files,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as begun:
        until = time.monotonic() + 60
        while not (files / "a.checkpoint").exists() and begun.poll() is None and time.monotonic() < until:
            time.sleep(0.05)
        os.killpg(begun.pid, signal.SIGINT)  # as a terminal does: to all of its processes
        out, error = begun.communicate(timeout=60)
    assert (begun.returncode, out) == (2, "")
    assert error == "houserules: stopped; the same command again goes on from a.checkpoint\n"
    assert json.loads((files / "a.checkpoint").read_text())["tally"]["judged"] < 12_000
    again = subprocess.run(command, cwd=files, env=environment, capture_output=True, text=True, check=True, timeout=120)
    assert json.loads(again.stdout)["judged"] == 12_000
