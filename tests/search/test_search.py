"""A search finds what a page shows, and never what it does not."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.search.queries import MOST_HITS, find, passage_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def titles(viewer, group, query):
    return [hit.where for hit in find(viewer, group, query).hits]


def test_words_are_looked_for_in_all_that_is_public_of_a_seed(seed_with, group):
    seed_with(group=group, headline="A glacier drained", source_name="The Lantern", remark="My aunt saw it.", article="Sensors woke.")
    for query in ("GLACIER", "lantern", "aunt", "sensors", "drained aunt Sensors", "  glac  "):
        assert titles(None, group, query) == ["seed"]
    assert titles(None, group, "glacier volcano") == []


@pytest.mark.parametrize(("show", "licence", "finds"), [
    ("link", "CC0", [False, False]), ("excerpt", "CC0", [True, False]), ("full", "", [True, False]), ("full", "CC0", [True, True]),
])  # fmt: skip
def test_only_what_is_shown_of_an_article_is_found(group_with, seed_with, show, licence, finds):
    group = group_with(show=show, excerpt_words=10)
    seed_with(group=group, article="Zorblax stood at first. " + "Word after word. " * 20 + "Quibble came last.", licence=licence)
    assert [bool(titles(None, group, word)) for word in ("zorblax", "quibble")] == finds


def test_cut_words_are_found_no_more_and_the_rest_is(comment, cut, people, seed):
    said = comment("One zorblax and two plinths.")
    comment("Is one?", to=said, by=people.bo)
    assert titles(None, seed.group, "zorblax plinths")
    cut(said, "zorblax")
    assert titles(None, seed.group, "zorblax") == []
    assert titles(None, seed.group, "plinths") == ["comment 1"]
    cut(said, None)
    assert titles(None, seed.group, "plinths") == []


def test_private_groups_are_searched_by_members_only(group_with, seed_with, people):
    group = group_with(visibility="private")
    seed_with(group=group, headline="Zorblax")
    assert titles(people.ada, group, "zorblax")
    assert titles(people.sita, group, "zorblax") == titles(None, group, "zorblax") == []


def test_letters_beyond_latin_are_found_in_any_case(comment, seed):
    comment("Über Ångström sprach NIEMAND, und Ёлка стоит.")
    for query in ("über", "ÅNGSTRÖM", "niemand", "ёлка"):
        assert titles(None, seed.group, query) == ["comment 1"]


def test_long_queries_are_shortened_and_say_so(seed):
    assert find(None, seed.group, "a " * 9).is_shortened
    assert find(None, seed.group, "x" * 201).is_shortened
    assert not find(None, seed.group, "a b c").is_shortened
    assert find(None, seed.group, " \u202e\x00 ").hits == ()


def test_more_than_fits_is_said(comment, seed):
    for number in range(MOST_HITS + 1):
        comment(f"Plinth {number}.")
    found = find(None, seed.group, "plinth")
    assert found.total_is_more
    assert len(found.hits) == MOST_HITS


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(query=st.text(max_size=220))
def test_no_query_fails(seed, query):
    find(None, seed.group, query)


@settings(max_examples=100)
@given(text=st.text(max_size=400), words=st.lists(st.text(min_size=1, max_size=5), min_size=1, max_size=3))
def test_marks_stand_in_the_passage(text, words):
    passage, marks = passage_of(text, words)
    assert all(0 <= start < end <= len(passage) for start, end in marks)
    wanted = {word.casefold() for word in words}
    assert all(passage[start:end].casefold() in wanted for start, end in marks if passage[start:end].isascii())
