"""Explanations: every clause is accounted for once, in words, and the same input gives the same bytes."""

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from houserules import Event, Facts, Keeping, Member, Origin, combine, judge, read
from houserules.explanation import Explanation, Left, explain
from houserules.kind import kinds
from houserules.shell import main
from houserules.weights import WeightsError

ADA = Member(name="ada")
RULES = (
    "No Trump, memes.\nAt most 1 link.\nBe as kind as the day allows.\nNo trolling.\nImages are fine.\nNo self-votes."
)
TALK = "My choir meets each Thursday behind an old bakery, where somebody always brings warm pastries for singers."
TEXT = "Tr*mp: https://a.example https://b.example"


def test_a_finding_is_told_in_words():
    told = explain(Facts(author=ADA, text=TEXT), read(RULES).all_confirmed())
    first, second = told.found
    assert (first.line_number, first.words, first.line_text) == (1, "Trump", "No Trump, memes.")
    assert [mark.words for mark in first.marked] == ["Tr*mp"]
    assert (first.measured, first.sureness, first.kept) == (
        "1; found from 1 on",
        "nearly certain, 90%",
        "asked before posting",
    )
    assert second.measured == "2; found from 2 on"
    assert second.sureness == "certain"
    assert told.keeping is Keeping.ASK


def test_what_was_not_found_and_what_is_left_is_told():
    told = explain(Facts(author=ADA, text="fine"), read(RULES).all_confirmed())
    assert [each.words for each in told.not_found] == ["Trump", "memes", "At most 1 link"]
    assert [(each.line_number, each.reason) for each in told.left] == [
        (3, Left.UNREAD),
        (4, Left.KIND),
        (5, Left.PERMITS),
        (6, Left.EVENT),
    ]
    assert next(told.sentences()) == "Nothing found; 3 clauses looked for."


@pytest.mark.parametrize(
    ("book", "reason"),
    [
        (read("No memes."), Left.UNCONFIRMED),
        (read("No memes unless they are good."), Left.PEOPLE),
        (read("No memes.").all_confirmed().with_keeping({"1.1": Keeping.PEOPLE}), Left.PEOPLE),
    ],
)
def test_why_a_clause_is_left(book, reason):
    assert [each.reason for each in explain(Facts(author=ADA, text=TEXT), book).left] == [reason]


def test_what_a_narrower_line_lifts_is_left():
    combined = combine(read("No memes. (open)").all_confirmed(), None, read("Memes are fine.").all_confirmed())
    left = explain(Facts(author=ADA, text=TEXT), combined).left
    assert next((each.reason, each.why) for each in left) == (Left.LIFTED, "line 2 lifts it.")


def test_missing_weights_are_told_for_their_clauses_alone(monkeypatch):
    def gone(name):
        raise WeightsError(f"The weights {name}.bin are damaged; install houserules again.")

    monkeypatch.setattr("houserules.signals.toxicity.weights", gone)
    told = explain(Facts(author=ADA, text="You moron."), read("No personal attacks. No Trump.").all_confirmed())
    assert told.missing
    assert {each.reason for each in told.left} == {Left.WEIGHTS}
    assert [each.words for each in told.not_found] == ["Trump"]
    assert list(told.sentences())[-1] == told.missing[-1]


@pytest.mark.parametrize(
    ("measure", "rule", "is_found"),
    [
        ("houserules.catalogue.repeat.same_meaning", "Don’t repeat yourself.", False),
        ("houserules.detection.purpose.nearness_to_subject", "Stay on topic.", True),
    ],
)
def test_a_part_of_the_measurements_missing_is_told_for_its_clause(measure, rule, is_found, monkeypatch):
    def gone(_judgement):
        raise WeightsError("Meaning is not installed.")

    monkeypatch.setattr(measure, gone)
    book = read(rule + " No Trump.").all_confirmed().with_keeping({"1.1": Keeping.POINT})
    facts = Facts(author=ADA, text=TALK, article_title="Coaches", article_text="The council counted coaches. " * 40)
    told = explain(facts, book)
    assert [each.line_number for each in told.found] == [1] * is_found
    assert [(each.line_number, each.reason) for each in told.left] == [(1, Left.WEIGHTS)] * (not is_found)
    assert [each.words for each in told.not_found] == ["Trump"]
    assert told.missing == ("Meaning is not installed.",)


def test_each_clause_is_judged_once(monkeypatch):
    def gone(name):
        raise WeightsError(f"The weights {name}.bin are damaged; install houserules again.")

    monkeypatch.setattr("houserules.signals.toxicity.weights", gone)
    calls = []
    counted = replace(kinds()["topic-ban"], judge=lambda *given: calls.append(given))
    monkeypatch.setattr("houserules.combined.kinds", lambda: {**kinds(), "topic-ban": counted})
    monkeypatch.setattr("houserules.explanation.kinds", lambda: {**kinds(), "topic-ban": counted})
    explain(Facts(author=ADA, text="You moron."), read("No personal attacks. No Trump.").all_confirmed())
    assert len(calls) == 1


def test_what_is_measured_is_told_in_neutral_words():
    book = read("At least 20 words. No links.").all_confirmed()
    told = explain(Facts(author=ADA, text="https://a.example https://b.example"), book)
    assert [each.measured for each in told.found] == ["18; found from 1 on", "2; found from 1 on"]


@pytest.mark.parametrize(
    ("rules", "why"),
    [
        ("No images. Images of maps are fine, mostly.", "its line or another part of the rules says more"),
        ("No spam.", "what this kind finds"),
    ],
)
def test_why_people_keep_a_clause_is_true_wherever_the_reason_stands(rules, why):
    left = explain(Facts(author=ADA, text=TEXT), read(rules).all_confirmed()).left
    assert left[0].reason is Left.PEOPLE
    assert why in left[0].why


@settings(max_examples=40)
@given(
    some.lists(some.sampled_from(RULES.splitlines()) | some.text(max_size=30)), some.text(max_size=60), some.booleans()
)
def test_every_clause_is_accounted_for_once(lines, text, is_confirmed):
    book = read("\n".join(lines))
    book = book.all_confirmed() if is_confirmed else book
    facts = Facts(author=ADA, text=text)
    told = explain(facts, book)
    clauses = len(list(book.clauses))
    assert len(told.found) + len(told.not_found) + len([each for each in told.left if each.kind]) == clauses
    assert len(told.found) == len(judge(facts, book).findings)
    assert Explanation.from_json(json.loads(json.dumps(told.to_json()))) == told
    for finding in told.found:
        for mark in finding.marked:
            assert text[mark.start : mark.end] == mark.words


def test_the_same_rules_in_a_discussion_say_the_same():
    book = read(RULES).all_confirmed()
    facts = Facts(author=ADA, text=TEXT)
    assert explain(facts, combine(None, book, None)) == explain(facts, book)
    assert {line.origin for line in combine(None, book, None).lines} == {Origin.GROUP}


@pytest.mark.parametrize("event", Event)
def test_every_event_has_its_word(event):
    told = explain(Facts(author=ADA, event=event, voted_author=ADA), read("No self-votes. No memes.").all_confirmed())
    assert "nothing to look for" not in " ".join(told.sentences())


@pytest.fixture
def files(tmp_path):
    rules, facts = tmp_path / "rules.txt", tmp_path / "facts.jsonl"
    rules.write_text("No Trump. No memes. Be \u202e\x1b[31m kind.", encoding="utf-8")
    facts.write_text('{"author": "ada", "text": "Tr*mp \\u001b[2J \\ud800"}\n', encoding="utf-8")
    return ["--rules", str(rules), "--facts", str(facts)]


def test_the_command_prints_it_and_terminals_are_not_obeyed(files, capsys):
    assert main(["explain", *files]) == 0
    first = capsys.readouterr().out
    assert main(["explain", *files]) == 0
    assert capsys.readouterr().out == first
    assert all(character.isprintable() or character == "\n" for character in first)
    assert first.splitlines()[:2] == [
        "1: 1 of 2 clauses found; asked before posting.",
        "  Line 1, “Trump” (Topic ban): asked before posting.",
    ]
    assert main(["explain", *files, "--json"]) == 0
    assert Explanation.from_json(json.loads(capsys.readouterr().out)).keeping is Keeping.ASK


def test_the_command_lint(tmp_path, capsys):
    rules = tmp_path / "rules.txt"
    rules.write_text("No Trump.", encoding="utf-8")
    assert main(["lint", str(rules)]) == 0
    assert capsys.readouterr().out.startswith("line 1 (one-sided): “Trump” is one side")
    assert main(["lint", str(rules), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["name"] == "one-sided"
    rules.write_text("No memes.", encoding="utf-8")
    assert main(["lint", str(rules)]) == 0
    assert capsys.readouterr().out == "No remarks.\n"
    assert main(["lint", "--list"]) == 0
    assert capsys.readouterr().out.startswith("# Remarks on rules")
    assert main(["lint"]) == 2
    assert "--list" in capsys.readouterr().err
