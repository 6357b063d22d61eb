"""Examples of clauses: what is offered is kept to, what is not kept to is told, and shadows never act."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houserules import Facts, Keeping, Member, RuleBook, judge, kinds, read
from houserules.examples import Example, finds, lacking, suggested, unmet, with_examples

JUDGED = [kind.name for kind in kinds().values() if kind.judge is not None and kind.phrasings]
ADA = Member(name="ada")


@pytest.mark.parametrize("name", JUDGED)
def test_every_kind_that_is_judged_offers_one_to_find_and_one_to_leave(name):
    clause = next(
        clause
        for case in kinds()[name].cases
        for clause in read(case.rule).clauses
        if clause.kind == name and not clause.permits
    )
    assert [example.finds for example in suggested(clause)] == [True, False]
    assert all(finds(clause, example) is example.finds for example in suggested(clause))


def test_examples_are_made_from_what_the_line_names():
    (clause,) = read("No talk of the mayor.").clauses
    assert "mayor" in suggested(clause)[0].text


NUMBERED = (
    "At most {} links.",
    "At most {} words.",
    "At least {} words.",
    "Between {} and 900 words.",
    "At most {} characters.",
    "At most {} sentences.",
    "At most {} comments per hour.",
    "No more than {} comments a day.",
    "Accounts must be at least {} days old.",
    "No quotes longer than {} words.",
    "Quotes may have at most {} words.",
    "Quote at most {} lines.",
)


@pytest.mark.parametrize("rule", NUMBERED)
@given(number=st.integers(2, 800))
def test_whatever_the_number_there_are_examples(rule, number):
    (clause,) = read(rule.format(number)).clauses
    assert [(each.finds, finds(clause, each)) for each in suggested(clause)] == [(True, True), (False, False)]


def test_what_is_not_kept_to_is_told():
    (clause,) = read("No Marlow.").clauses
    book = with_examples(read("No Marlow."), {clause.key: [Example(text="Ask Marlowe.", finds=True)]})
    (told,) = unmet(book.clauses)
    assert told.sentence == "“Marlow” should find “Ask Marlowe.”, and does not."
    assert [example.finds for example in next(book.clauses).examples] == [True, False]


def test_clauses_left_to_people_need_no_examples():
    book = read("No Marlow. Be kind.").with_keeping({"1.1": Keeping.PEOPLE})
    assert [lacking(clause) for clause in book.clauses] == [""] * len(list(book.clauses))
    wrong = with_examples(book, {"1.1": [Example(text="Nothing.", finds=True)]})
    assert list(unmet(wrong.clauses)) == []


def test_a_clause_without_examples_says_what_it_lacks():
    (clause,) = read("No Marlow.").clauses
    assert lacking(clause) == "“Marlow” needs two examples: one that it must find and one that it must leave."


@given(st.text(max_size=80))
def test_a_shadow_finds_what_it_would_find_and_nothing_follows(text):
    facts = Facts(author=ADA, text=text + " Marlow")
    acting = read("No Marlow.").all_confirmed()
    shadowed = acting.with_shadow(["1.1"])
    verdict = judge(facts, shadowed)
    assert (verdict.findings, verdict.keeping) == ((), None)
    assert verdict.shadowed == judge(facts, acting).findings
    assert RuleBook.from_json(shadowed.to_json()) == shadowed
