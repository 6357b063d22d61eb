"""`houserules read --labels`: JSON Lines in, one line of labels out for each, and clear words about what is wrong."""

import io
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from houserules import kinds, read
from houserules.asides.likeness import has_meaning, learned, likeness
from houserules.labels import OTHER
from houserules.shell import main
from houserules.weights.train_labels import examples

ROOT = Path(__file__).resolve().parents[2]


def lines_of(capsys):
    return [json.loads(line)["labels"] for line in capsys.readouterr().out.splitlines()]


@pytest.fixture
def labelled(tmp_path, capsys):
    """Runs the command on a file of these bytes; what it prints, line by line."""

    def run(content: bytes):
        path = tmp_path / "texts.jsonl"
        path.write_bytes(content)
        assert main(["read", "--labels", str(path)]) == 0
        return lines_of(capsys)

    return run


def test_each_text_gets_its_labels_in_order(labelled):
    content = b'{"text": "No memes.", "labels": ["ignored"], "id": 1}\n{"text": "Stay on topic."}\n'
    assert labelled(content) == [["no-memes"], ["on-topic"]]


def test_a_parameter_stands_behind_its_label(labelled):
    assert labelled(b'{"text": "At most three links per comment."}\n') == [["link-limit:3"]]


def test_standard_input(capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"text": "No spam."}')))
    assert main(["read", "--labels", "-"]) == 0
    assert lines_of(capsys) == [["no-spam"]]


@pytest.mark.parametrize(
    "content",
    [
        b'\xef\xbb\xbf{"text": "No spam."}\n',
        b'\n  \n{"text": "No spam."}\n\n\n',
        b'{"text": "No spam."}\r\n',
        b'{"text": "\\ud800 No spam."}\n',
        b'{"text": "No\\u0000 spam."}\n',
        '{"text": "No spam. 🚫"}'.encode(),
    ],
    ids=["mark", "blank lines", "carriage returns", "half a pair", "zero", "picture"],
)
def test_odd_input_is_read_all_the_same(content, labelled):
    assert [found[0] for found in labelled(content)] == ["no-spam"]


@pytest.mark.parametrize("text", ["", "   ", "🙂🙂", "…", "\ud83d"])
def test_a_text_without_words_fits_no_label(text, labelled):
    assert labelled(json.dumps({"text": text}).encode()) == [["other"]]


def test_a_file_without_texts_gives_nothing(labelled):
    assert labelled(b"") == []


def test_a_text_of_a_million_letters_is_read(labelled):
    assert "no-spam" in labelled(json.dumps({"text": "No spam. " + "la " * 333_330}).encode())[0]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b"{", "line 2: not JSON: Expecting property name enclosed in double quotes at column 2"),
        (b"No spam.", "line 2: not JSON: "),
        (b'["No spam."]', "line 2: not an object with named fields"),
        (b'{"texts": "No spam."}', "line 2: text: is missing"),
        (b'{"text": 5}', "line 2: text: should be text, not a whole number"),
        (b'{"text": null}', "line 2: text: should be text, not null"),
        (b'{"text": ["No spam."]}', "line 2: text: should be text, not a list"),
        (b'{"text": "caf\xe9"}', "line 2: not UTF-8, at byte 13"),
        (b'{"text": ' + b"1" * 5000 + b"}", "line 2: not JSON that can be read"),
        (b"[" * 100_000, "line 2: nested too deeply"),
        (b'{"text": "' + b"a" * 1_000_001 + b'"}', "line 2: text: longer than 1,000,000 characters"),
    ],
)
def test_a_wrong_line_is_named(line, message, tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    path.write_bytes(b'{"text": "No spam."}\n' + line + b"\n")
    assert main(["read", "--labels", str(path)]) == 2
    told = capsys.readouterr()
    assert told.out == '{"labels": ["no-spam"]}\n'  # what stood before is not lost
    assert told.err.startswith(f"houserules: {path}, {message}")
    assert told.err.count("\n") == 1


def test_a_line_without_end_is_refused(tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("houserules.records.MOST_BYTES", 1 << 20)
    (tmp_path / "long").write_bytes(b" " * ((1 << 20) + 1))
    assert main(["read", "--labels", str(tmp_path / "long")]) == 2
    assert "line 1: longer than 1 MB" in capsys.readouterr().err


def test_a_missing_file_is_told(capsys):
    assert main(["read", "--labels", "nowhere.jsonl"]) == 2
    assert capsys.readouterr().err == "houserules: nowhere.jsonl: No such file or directory\n"


def test_labels_come_as_the_texts_do():
    """The answer to a text is there before the next is given: nothing waits for the end of the input."""
    command = [sys.executable, "-u", "-c", "from houserules.shell import main; main()", "read", "--labels", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        for text, wanted in (("No spam.", "no-spam"), ("No memes.", "no-memes")):
            running.stdin.write(json.dumps({"text": text}).encode() + b"\n")
            running.stdin.flush()
            assert wanted in json.loads(running.stdout.readline())["labels"]
        running.stdin.close()
        assert running.wait() == 0


def test_what_a_text_does_not_say_word_for_word_is_read_by_its_likeness_to_examples(labelled):
    """No cue knows these words; sentences like them are among the examples."""
    assert labelled(b'{"text": "Nobody came here to shop at your little store."}\n') == [["no-self-promotion"]]


def test_likeness_makes_no_clause():
    assert not read("Nobody came here to shop at your little store.").lines[0].clauses


def test_a_text_in_another_language_is_not_compared():
    assert likeness("Bitte keine Schimpfwörter und keine langen Zitate") is None


def test_without_meaning_words_alone_are_compared_and_it_is_said_once(labelled, monkeypatch, capsys):
    monkeypatch.setattr("houserules.meaning._folder", lambda: None)
    for cached in (learned, has_meaning):
        cached.cache_clear()
    try:
        assert labelled(b'{"text": "No spam."}\n' * 3) == [["no-spam"]] * 3
    finally:
        for cached in (learned, has_meaning):
            cached.cache_clear()


def test_the_missing_of_meaning_is_told_once(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr("houserules.asides.likeness.has_meaning", lambda: False)
    (tmp_path / "texts").write_bytes(b'{"text": "No spam."}\n' * 3)
    assert main(["read", "--labels", str(tmp_path / "texts")]) == 0
    assert capsys.readouterr().err.count("\n") == 1


def test_every_label_of_the_examples_is_a_label_of_the_documents():
    """And each label has examples, so that none can only be found by its cues."""
    page = (ROOT / "docs" / "rules" / "reading.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z-]+)`", page.partition("## Labels")[2].partition("\n## ")[0]))
    used = set().union(*(labels for _, labels in examples()))
    assert used - {OTHER} == documented


def test_every_kind_of_the_page_exists():
    page = (ROOT / "docs" / "rules" / "reading.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z-]+)`", page.partition("## The 26 clusters")[2].partition("\n## ")[0]))
    assert named
    assert named <= set(kinds())
