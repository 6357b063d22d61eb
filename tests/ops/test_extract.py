"""`parley extract`: the JSON that others build on, and one sentence when it does not work out."""

import json
import subprocess
import sys

import pytest

from parley.ops.shell import main
from tests.article_site import PAGE, PARAGRAPHS

KEYS = ["title", "original_title", "bylines", "source", "canonical_url", "published", "language", "image", "caption", "credit",
        "text", "dropped"]  # fmt: skip


@pytest.fixture
def saved(tmp_path):
    page = tmp_path / "ferry.html"
    body = "".join(f"<p>{each}</p>" for each in PARAGRAPHS)
    page.write_text(PAGE.format(home="https://tidewatch.example", body=body), encoding="utf-8")
    return page


def test_json_has_exactly_these_keys_in_this_order(saved, capsys):
    assert main(["extract", str(saved), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == KEYS
    assert found["title"] == "Last call for the night ferry"
    assert found["bylines"] == ["Noor Halloran"]
    assert found["canonical_url"] == "https://tidewatch.example/ferry?id=7"
    assert found["text"].startswith(PARAGRAPHS[0])


def test_without_json_it_is_to_be_read(saved, capsys):
    assert main(["extract", str(saved)]) == 0
    assert capsys.readouterr().out.startswith("Last call for the night ferry\nNoor Halloran\nTidewatch\n2026-11-20\n")


@pytest.mark.parametrize("page", [
    "no-such-file.html", ".", "/dev/null", "http://127.0.0.1/", "https://", "HTTP://localhost:1/", "x" * 5_000,
])  # fmt: skip
def test_what_cannot_be_read_is_one_sentence_and_status_2(page, capsys):
    assert main(["extract", page, "--json"]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith("parley extract: ")
    assert said.err.count("\n") == 1


@pytest.mark.parametrize(
    "body", [b"\xff" * 100, b"%PDF-1.7 \x00\x01", b"<" * 6_000_000, b"<div>" * 100_000, b"plain words"]
)
def test_hostile_files_end_the_same_way(tmp_path, capsys, body):
    page = tmp_path / "page.html"
    page.write_bytes(body)
    assert main(["extract", str(page)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_it_needs_no_django_and_no_settings(saved):
    probe = (
        "import sys; from parley.ops.commands import extract; import argparse;"
        "extract.run(argparse.Namespace(page=sys.argv[1], json=True)); sys.exit('django' in sys.modules)"
    )
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", probe, str(saved)], capture_output=True, env={}, check=False
    )
    assert ended.returncode == 0, ended.stderr.decode()
    assert PARAGRAPHS[1] in json.loads(ended.stdout)["text"]
