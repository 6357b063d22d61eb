"""The linter: the cases of every remark, the page made of them, and what holds for any rules."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import combine, read
from houserules.linting import Remark, checks, lint
from houserules.linting.page import page
from tests.houserules.slowness import slowness

CASES = [
    pytest.param(check, case, id=f"{check.name}: {case.name}") for check in checks().values() for case in check.cases
]
ROOT = Path(__file__).parents[2]
SENTENCES = [case.rules for check in checks().values() for case in check.cases]
PROSE = some.lists(some.sampled_from(SENTENCES) | some.text(max_size=40), max_size=12).map("\n".join)


@pytest.mark.parametrize(("check", "case"), CASES)
def test_every_case_of_every_remark(check, case):
    made = [remark for remark in lint(read(case.rules)) if remark.name == check.name]
    assert bool(made) is case.finds
    if case.words:
        assert tuple(place.words for remark in made for place in remark.places) == case.words


@pytest.mark.parametrize("check", checks().values(), ids=lambda check: check.name)
def test_no_remark_without_cases_both_ways(check):
    assert {case.finds for case in check.cases} == {True, False}
    assert check.asks


def test_a_remark_is_one_file_of_its_name():
    files = {path.stem.replace("_", "-") for path in (ROOT / "houserules/linting/remarks").glob("*.py")} - {"--init--"}
    assert files == set(checks())


def test_the_page_is_made_from_the_checks():
    text = (ROOT / "docs/rules/linting.md").read_text(encoding="utf-8")
    assert text == page().rstrip("\n") + "\n", "run: houserules lint --list > docs/rules/linting.md"


@given(PROSE)
def test_what_holds_for_any_rules(prose):
    book = read(prose)
    lines = {line.number: line.text for line in book.lines}
    remarks = lint(book)
    assert remarks == lint(read(prose))
    for remark in remarks:
        assert remark.places
        assert remark.sentence.rstrip("”")[-1] in ".?"
        assert Remark.from_json(remark.to_json()) == remark
        for place in remark.places:
            assert lines[place.number][place.start : place.end] == place.words


def test_the_rules_of_a_discussion_are_one_list():
    combined = combine(read("No images."), None, read("No memes. You may post images."))
    assert [(remark.name, remark.lines) for remark in lint(combined)] == [
        ("overlap", (1, 2)),
        ("contradiction", (1, 3)),
        ("contradiction", (2, 3)),
    ]


def test_what_a_narrower_line_lifts_is_no_contradiction():
    combined = combine(read("No memes. (open)"), None, read("Memes are fine.").all_confirmed())
    assert lint(combined) == ()


def test_remarks_blame_nobody():
    sentences = " ".join(remark.sentence for prose in SENTENCES for remark in lint(read(prose))).casefold()
    for word in ("error", "you forgot", "invalid", "bad ", "must"):
        assert word not in sentences


@pytest.mark.parametrize(
    "part",
    [
        "No Trump. ",
        "No memes.\n",
        "Memes are fine.\n",
        "at most 3 links. ",
        "x" * 1000 + " ",
        "suspended ",
        "a.a ",
        "!",
    ],
)
def test_a_long_book_is_remarked_in_bounded_time(part):
    _is_remarked_in_time(part * (30_000 // len(part)))


@pytest.mark.parametrize(
    "prose",
    [
        "No reposts.\n" * 8_333,
        "\n".join(f"No reposts of {number}" for number in range(5_000)),
        "\n".join(f"No thing{number} here" for number in range(5_000)),
    ],
    ids=["the same line", "lines without a window", "other lines"],
)
def test_many_short_lines_are_remarked_in_bounded_time(prose):
    _is_remarked_in_time(prose)


def test_a_window_is_looked_for_behind_the_line_itself_and_not_behind_its_like():
    remarks = lint(read("No reposts.\nNo memes.\nNo reposts.\nWithin 30 days, that is."))
    assert [remark.name for remark in remarks if remark.name == "no-window"] == []


def _is_remarked_in_time(prose):
    book = read(prose)
    begin = time.process_time()
    lint(book)
    assert time.process_time() - begin < 2 * slowness()
