"""What the engine says of a draft and of rules is said in the reader's language, with what people wrote left as it is."""

import re

import pytest
from django.utils import translation

from houserules import kinds, read
from houserules.figures import ATTACKS
from houserules.linting import checks, lint
from houserules.saying import Sentence, counted, say
from houserules.spoken import CHOSEN, UNITS, parameters
from parley.base.retelling import retold
from tests.houserules.told import FINDING, said_in
from tests.test_translations import SAME

LATIN = re.compile(r"[A-Za-z]{2,}")


@pytest.mark.parametrize(("kind", "case"), [pytest.param(*each, id=f"{each[0].name}: {each[1].name}") for each in FINDING])
def test_a_finding_in_arabic_and_german(kind, case):
    sentences, written = said_in(kind, case)
    for each in sentences:
        with translation.override("ar"):
            assert {word.lower() for word in LATIN.findall(retold(each))} <= {*LATIN.findall(written)}, each
        with translation.override("de"):
            assert retold(each) not in {each, ""}
        with translation.override("en"):
            assert re.sub("[\u2068\u2069]", "", retold(each)) == each


@pytest.mark.parametrize("case", [case for check in checks().values() for case in check.cases if case.finds])
def test_a_remark_in_arabic_and_german(case):
    for remark in lint(read(case.rules).all_confirmed()):
        examples = " ".join(re.findall("“[^”{}]*”", " ".join(forms_of(remark.sentence))))  # rules are written in English
        with translation.override("ar"):
            assert {*LATIN.findall(retold(remark.sentence))} <= {*LATIN.findall(case.rules + examples)}
        with translation.override("de"):
            assert retold(remark.sentence) != remark.sentence


def test_values_that_are_chosen_from_few_are_said():
    said = {str(value) for kind in kinds().values() for phrasing in kind.phrasings for value in phrasing.params.values()
            if isinstance(value, str) and value not in UNITS}  # fmt: skip
    assert said <= CHOSEN.keys()


def forms_of(sentence) -> list[str]:
    if not isinstance(sentence, Sentence):
        return []
    return [*sentence.forms, *(form for part in sentence.parts.values() for form in forms_of(part))]


def test_pieces_inside_pieces_and_all_plural_forms():
    at_most = parameters({"most": 2, "unit": "words", "hours": 3})
    with translation.override("de"):
        assert retold(at_most) == "höchstens 2 Wörter, 3 Stunden"
        links = counted("{count} link; this line allows {most}.", "{count} links; this line allows {most}.", 1200, most=1)
        assert retold(links).startswith("1.200 ")
    with translation.override("ar"):
        assert not LATIN.findall(retold(at_most))


def test_what_was_stored_and_what_is_no_sentence_stays():
    with translation.override("de"):
        assert retold("") == ""
        assert retold("A comment that adds something new.") == "A comment that adds something new."
        assert retold(say("A comment that adds something new.")) == "Ein Kommentar, der etwas Neues hinzufügt."
        assert retold(parameters({"term": "vaccines"})) == "vaccines"
        assert retold(say("Stored {count}.", count=2.5)) == "Stored 2,5."
        assert type(retold(say("Stored."))) is not Sentence


@pytest.mark.parametrize("language", ["de", "ar"])
def test_kinds_and_their_figures(language):
    with translation.override(language):
        for kind in kinds().values():
            assert translation.gettext(kind.title) != kind.title or kind.title in SAME[language]
            assert translation.gettext(kind.asks) != kind.asks
        assert "of 100" not in retold(ATTACKS.rates("careful"))
