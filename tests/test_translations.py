"""Catalogues hold every sentence of the sources, translated in all forms, nothing uncertain, and filled in with the same."""

import re
from string import Formatter

import pytest
from babel.messages.plurals import get_plural

from scripts.messages import LANGUAGES, catalogue, gathered, left_in

FORMS = {"de": 2, "ar": 6}
SAME = {
    "de": {", ", "; ", "{at} UTC", "{one}, {other}", "Hindi", "Links", "Mod", "Spam", "Version {number}"},
    "ar": set(),
}
"""Words that are the same in both languages."""


def key(message) -> tuple:
    return message.context, message.id


@pytest.fixture(scope="module")
def sources():
    return {key(each) for each in gathered() if each.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_is_complete(language, sources):
    found = catalogue(language)
    assert {key(each) for each in found if each.id} == sources, "make messages"
    assert left_in(found) == []
    assert [each.id for each in found if each.id and each.fuzzy] == []
    assert found.num_plurals == FORMS[language] == get_plural(language).num_plurals


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_fills_in_what_its_english_does_and_is_another_one(language):
    for each in (each for each in catalogue(language) if each.id):
        ids = each.id if isinstance(each.id, tuple) else (each.id,)
        said = each.string if isinstance(each.string, tuple) else (each.string,)
        for one in said:
            missing = fills(ids[-1]) - fills(one)
            assert fills(one) <= fills(ids[-1]), each.id
            # A form for one, two, or none may say so in a word.
            assert not missing or (len(said) > 1 and missing <= {"%(num)s", "%(count)s", "{count}"} and one in said[:3]), each.id
            assert tags(one) == tags(ids[-1]), each.id
            assert one not in ids or one in SAME[language], each.id


def fills(sentence: str) -> set[str]:
    if "%(" in sentence:
        return set(re.findall(r"%\(\w+\)s", sentence))
    return {f"{{{name}}}" for _, name, _, _ in Formatter().parse(sentence) if name}


def tags(sentence: str) -> list[str]:
    return sorted(re.findall(r"</?\w+[^>]*>", sentence))
