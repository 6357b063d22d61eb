"""The same facts, rules, engine, and weights give the same verdict: those stored once are judged again."""

from tests.houserules.make_stored import differences, stored, verdicts


def test_stored_verdicts_are_given_again():
    before, now = stored(), list(verdicts())
    assert {each.engine for each in before} == {each.engine for each in now}, (
        "another engine or other weights: read what `python -m tests.houserules.make_stored` prints, then commit it"
    )
    assert differences(before, now) == []
    assert before == now
