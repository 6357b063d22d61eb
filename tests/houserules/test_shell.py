"""The command: what it prints, and that it never ends with a traceback."""

import io
import json
import signal
import subprocess
import sys

import pytest

from houserules import RuleBook, Verdict, read
from houserules.handbook import handbook
from houserules.shell import main

RULES = "No Trump, memes.\nOld members who troll risk removal. (open)\n"


@pytest.fixture
def rules(tmp_path):
    path = tmp_path / "rules.txt"
    path.write_text(RULES, encoding="utf-8")
    return str(path)


@pytest.fixture
def facts(tmp_path):
    def write(*lines):
        path = tmp_path / "facts.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        return str(path)

    return write


def test_near_lists_at_least_one_name(capsys):
    assert main(["near", "Trump", "--count", "0"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert "--count is how many at most" in told.err
    assert main(["near", "Trump", "--count", "1"]) == 0


def test_read_as_a_table(rules, capsys):
    assert main(["read", rules]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "  1  No Trump, memes.",
        "     1.1   “Trump”: topic-ban, trump (asked before posting)",
        "     1.2   “memes”: memes, memes (asked before posting)",
        "  2  Old members who troll risk removal.  (open)",
        "     2.1   “troll”: trolling (people decide)",
        "     costs “risk removal”",
        "     people“Old”",
    ]


def test_read_as_json_from_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(RULES.encode())))
    assert main(["read", "-", "--json"]) == 0
    assert RuleBook.from_json(json.loads(capsys.readouterr().out)) == read(RULES)


def test_judge_gives_one_verdict_per_line(rules, facts, capsys):
    lines = facts('{"author": "ada", "text": "Tr*mp \\ud800"}', "", '{"author": "ada", "text": "fine"}')
    assert main(["judge", "--rules", rules, "--facts", lines, "--json"]) == 0
    verdicts = [Verdict.from_json(json.loads(line)) for line in capsys.readouterr().out.splitlines()]
    assert [verdict.keeping for verdict in verdicts] == ["ask", None]
    assert main(["judge", "--rules", rules, "--facts", lines]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "1: ask",
        "     ask     topic-ban: “Tr*mp” stands for “trump”, which this line asks to leave out.",
        "3: nothing found",
    ]


def test_kinds_prints_the_page(capsys):
    assert main(["kinds"]) == 0
    assert capsys.readouterr().out == handbook().rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 2: not JSON: Expecting property name enclosed in double quotes at column 2"),
        ("[]", "line 2: not an object with named fields"),
        ('{"author": "a", "colour": 1}', "line 2: colour: no such field"),
        ('{"author": "a", "text": NaN}', "line 2: text: should be text, not a number"),
        ("1" * 5000, "line 2: not JSON that can be read"),
        ('\ufeff{"author": "a"}', "line 2: not JSON: "),
        ("[" * 100_000, "line 2: nested too deeply"),
    ],
)
def test_a_wrong_line_of_facts_is_named(line, message, rules, facts, capsys):
    assert main(["judge", "--rules", rules, "--facts", facts('{"author": "a"}', line)]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize("command", ["judge", "explain"])
def test_facts_are_read_as_texts_are(command, rules, tmp_path, capsys, monkeypatch):
    """A mark before the first line is no part of it, no line is without end, and bytes are named as for labels."""
    monkeypatch.setattr("houserules.records.MOST_BYTES", 1 << 20)
    path = tmp_path / "facts.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"author": "ada", "text": "fine"}\n \n' + b'{"author": "caf\xe9"}\n')
    assert main([command, "--rules", rules, "--facts", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out.startswith("1: ")
    assert told.err == f"houserules: {path}, line 3: not UTF-8, at byte 15\n"
    path.write_bytes(b" " * ((1 << 20) + 1))
    assert main([command, "--rules", rules, "--facts", str(path)]) == 2
    assert capsys.readouterr().err == f"houserules: {path}, line 1: longer than 1 MB\n"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [("missing", None, "No such file"), ("latin", b"caf\xe9", "not UTF-8, at byte 3"), ("a\0b", None, "null")],
)
def test_a_file_that_cannot_be_read(name, content, message, tmp_path, capsys):
    if content is not None:
        (tmp_path / name).write_bytes(content)
    assert main(["read", str(tmp_path / name)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("houserules: ")
    assert message in error
    assert error.count("\n") == 1


def test_wrong_arguments_end_with_2(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["judge"])
    assert ended.value.code == 2
    assert main(["judge", "--rules", "-", "--facts", "-"]) == 2
    assert "both" in capsys.readouterr().err


def test_terminals_are_not_obeyed(tmp_path, capsys):
    (tmp_path / "rules").write_text("No \x1b[31mmemes\u202e", encoding="utf-8")
    main(["read", str(tmp_path / "rules")])
    assert "\x1b" not in capsys.readouterr().out


def alone(program):
    """What a fresh interpreter prints."""
    return subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip()


def test_importing_pulls_nothing_of_the_site():
    program = "import sys, houserules; print(sorted({name.split('.')[0] for name in sys.modules} & set(%r)))"
    assert alone(program % (["django", "parley", "httpx", "jinja2", "trafilatura", "rapidfuzz"],)) == "[]"


def test_importing_is_fast():
    program = "import time; begin = time.process_time(); import houserules; print(time.process_time() - begin)"
    assert min(float(alone(program)) for _ in range(3)) < 0.2


def test_a_caller_keeps_its_signals(rules, capsys):
    before = signal.getsignal(signal.SIGPIPE)
    assert main(["read", rules]) == 0
    assert signal.getsignal(signal.SIGPIPE) is before
