"""What is asked of meaning, that it is asked only when words do not decide, and what happens without it."""

import subprocess
import sys

import pytest

from houserules import Earlier, Facts, Member, judge, meaning, read
from houserules.judgement import Judgement
from houserules.signals.meaning_vector import nearness_to_subject
from houserules.signals.same_meaning import same_meaning
from houserules.weights import WeightsError

ADA = Member(name="ada")
SAID = "The council should pay the ferry crews before it builds another bridge over the harbour."
needs_meaning = pytest.mark.skipif(not meaning.is_here(), reason="the extra `meaning` is not installed")


def of(text, earlier=SAID):
    return Judgement(Facts(author=ADA, text=text, earlier=(Earlier(text=earlier, label="3"),)))


@needs_meaning
def test_the_same_in_other_words_is_a_repeat_and_is_named():
    text = "Before it builds another bridge over the harbour, the council ought to pay those ferry crews."
    rule = read("Don’t repeat comments.").all_confirmed()
    (finding,) = judge(of(text).facts, rule).findings
    assert finding.note == "This says in other words what your comment 3 in this discussion says."
    assert finding.value >= finding.threshold


@needs_meaning
@pytest.mark.parametrize(
    "text",
    ["The council should not pay the ferry crews before it builds another bridge over the harbour.",
     "The council should pay the ferry crews after it builds another bridge over the harbour.",
     "The council should pay the ferry crews before it builds two bridges over the harbour.",
     "Pay the crews.", "My neighbour keeps bees behind the old school and sells the honey at the market."],
)  # fmt: skip
def test_another_statement_is_none(text):
    assert same_meaning(of(text)) is None


OFF = Facts(
    author=ADA,
    text="Guitar tabs, chords, scales: practise pentatonic fingerings slowly, metronome clicking, until muscles remember.",
    article_title="Ferry crews stay ashore",
    article_text="The ferry strike widens.",
)


@needs_meaning
def test_nearness_without_a_headline_or_a_text():
    assert -1 <= Judgement(OFF).signal(nearness_to_subject) < 0


def test_without_meaning_words_decide_and_it_is_told_once(monkeypatch):
    def gone(texts):
        raise WeightsError("Meaning is not installed.")

    monkeypatch.setattr(meaning, "vectors", gone)
    from houserules.signals import meaning_vector

    meaning_vector.vector_of.cache_clear()
    meaning_vector.article_vectors.cache_clear()
    book = read("Please stay on topic. Don’t repeat comments. Don’t repeat yourself.").all_confirmed()
    book = book.with_keeping({each.key: "ask" for each in book.clauses if each.kind == "off-topic"})
    verdict = judge(OFF, book)
    assert [finding.kind for finding in verdict.findings] == ["off-topic"]
    assert verdict.missing == ("Meaning is not installed.",)
    again = of("Before it builds another bridge over the harbour, the council ought to pay those ferry crews.")
    assert judge(again.facts, book).missing == ("Meaning is not installed.",)


def test_meaning_is_not_loaded_where_words_decide():
    code = (
        "import sys; from houserules import *; a = Member(name='a'); "
        "b = read('No Trump. Don’t repeat comments.').all_confirmed(); "
        "judge(Facts(author=a, text='A fine day it is, all in all, for a long walk.', "
        "earlier=(Earlier(text='Quite something else was said here earlier by me.'),)), b); "
        "assert 'numpy' not in sys.modules and 'tokenizers' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
