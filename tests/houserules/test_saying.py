"""Every sentence of the engine knows what it is made of."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from houserules import read
from houserules.linting import checks, lint
from houserules.saying import Sentence, assembled, counted, listed, say, together
from houserules.spoken import amount, duration, parameters
from tests.houserules.told import FINDING, said_in


def test_a_sentence_is_its_english():
    said = say("“{words}” mentions {count} {{things}}.", words="{odd}", count=1200)
    assert said == "“{odd}” mentions 1,200 {things}."
    assert isinstance(said, str)
    assert {said: 1}[str(said)] == 1


@given(st.integers(0, 10**9), st.text(max_size=20))
def test_a_sentence_is_itself_in_another_process(count, words):
    said = together([counted("{count} link of {words}.", "{count} links of {words}.", count, words=words), say("No {more}."), ""])
    found = pickle.loads(pickle.dumps(said))  # noqa: S301 -- our own
    assert (found, found.forms, found.parts) == (said, said.forms, said.parts)
    assert said.endswith("No {more}.")


def test_nothing_is_put_together_of_nothing():
    assert [together([]), together(["", ""]), listed([]), together(["one."])] == ["", "", "", "one."]


def test_amounts():
    assert [amount(1, "words"), amount(1200, "characters"), amount(3, "pages")] == ["1 word", "1,200 characters", "3 pages"]
    assert [duration(each) for each in (0.001, 0.5, 1, 5)] == ["a minute", "30 minutes", "an hour", "5 hours"]
    assert [duration(24), duration(72)] == ["a day", "3 days"]
    assert parameters({"most": 3, "hours": 1}) == "at most 3, an hour"
    assert [parameters({"most": 0}), parameters({"most": 2.5, "unit": "words"})] == ["none at all", "at most 2.5 words"]
    assert [amount(float("inf"), "words"), amount(0.1 + 0.2, "words")] == ["inf words", "0.3 words"]
    assert parameters({"least": 20, "unit": "words"}) == "at least 20 words"
    assert assembled("{one}: {other}", one=1, other=2.5) == "1: 2.5"


@pytest.mark.parametrize(("kind", "case"), [pytest.param(*each, id=f"{each[0].name}: {each[1].name}") for each in FINDING])
def test_what_a_finding_says_is_made_of_sentences_and_of_what_somebody_wrote(kind, case):
    sentences, written = said_in(kind, case)
    assert sentences
    for each in sentences:
        assert isinstance(each, Sentence), each
        unknown = [words for words in words_in(each) if words.rstrip("…").casefold() not in written]
        assert [words for words in unknown if kind.name != "expression" or " = " not in words] == [], each


@pytest.mark.parametrize("case", [case for check in checks().values() for case in check.cases if case.finds])
def test_what_a_remark_says_is_made_of_sentences_and_of_the_rules(case):
    for remark in lint(read(case.rules).all_confirmed()):
        assert isinstance(remark.sentence, Sentence)
        for words in words_in(remark.sentence):
            assert words.rstrip("…") in case.rules, remark.sentence


def words_in(sentence) -> set[str]:
    """What is filled in and is no sentence itself."""
    if not isinstance(sentence, Sentence):
        return {sentence} if isinstance(sentence, str) else set()
    return set().union(*map(words_in, sentence.parts.values()))
