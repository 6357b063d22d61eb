"""The cases of every kind, and the page made of them."""

from pathlib import Path

import pytest

from houserules import Keeping, judge, kinds
from houserules.handbook import handbook
from houserules.signals import spam_words, toxicity
from houserules.weights import WeightsError
from tests.houserules.told import clauses_of, found_by

CASES = [pytest.param(kind, case, id=f"{kind.name}: {case.name}") for kind in kinds().values() for case in kind.cases]
JUDGED = [kind for kind in kinds().values() if kind.judge is not None]


@pytest.mark.parametrize(("kind", "case"), CASES)
def test_every_case_of_every_kind(kind, case):
    _, clauses = clauses_of(kind, case)
    if case.facts is None:
        assert bool(clauses) is case.finds
        return
    assert clauses, "the rule of a case must be read as its kind"
    found = found_by(kind, case)
    assert bool(found) is case.finds
    if case.marks:
        assert tuple(case.facts.text[start:end] for start, end in found[0].spans) == case.marks


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_no_kind_without_cases_both_ways(kind):
    assert {case.finds for case in kind.cases} == {True, False}
    assert kind.asks
    assert bool(kind.phrasings) is not kind.is_attached


@pytest.mark.parametrize("kind", JUDGED, ids=lambda kind: kind.name)
def test_judged_kinds_have_judged_cases_both_ways_and_signals(kind):
    assert {case.finds for case in kind.cases if case.facts is not None} == {True, False}
    assert kind.signals


@pytest.mark.parametrize("kind", kinds().values(), ids=lambda kind: kind.name)
def test_who_is_not_judged_is_kept_by_people(kind):
    assert Keeping.PEOPLE in kind.allowed
    assert kind.default in kind.allowed
    if kind.judge is None:
        assert kind.allowed == (Keeping.PEOPLE,)


def test_a_kind_is_one_file_of_its_name():
    folder = Path(__file__).parents[2] / "houserules" / "catalogue"
    files = {path.stem.replace("_", "-") for path in folder.glob("*.py")} - {"--init--"}
    assert files == set(kinds())


def test_the_page_is_made_from_the_catalogue():
    page = Path(__file__).parents[2] / "docs" / "rules" / "kinds.md"
    assert page.read_text(encoding="utf-8") == handbook().rstrip("\n") + "\n", (
        "run: houserules kinds > docs/rules/kinds.md"
    )


def reads_weights(kind, monkeypatch) -> bool:
    """Whether one of its cases cannot be judged when the learned weights are gone."""

    def gone(name):
        raise WeightsError(name)

    for module in (toxicity, spam_words):
        monkeypatch.setattr(module, "weights", gone)
    toxicity.WORDS.clear()
    toxicity.PAIRS.clear()
    for case in kind.cases:
        if case.facts is not None:
            book, clauses = clauses_of(kind, case)
            left = {clause.key: kind.allowed[1] for clause in clauses if clause.keeping is Keeping.PEOPLE}
            if judge(case.facts, book.with_keeping(left)).missing:
                return True
    return False


@pytest.mark.parametrize("kind", JUDGED, ids=lambda kind: kind.name)
def test_kinds_that_judge_by_learned_weights_publish_figures(kind, monkeypatch):
    if reads_weights(kind, monkeypatch):
        assert kind.figures is not None
        assert str(kind.figures) in handbook()
