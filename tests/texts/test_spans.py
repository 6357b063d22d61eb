"""Spans: the same words in another revision, and a selection's place in its source."""

import time

from hypothesis import given
from hypothesis import strategies as st

from parley.texts.spans import carried, opening, quoted, words_of

WORDS = st.lists(st.sampled_from(["tide", "ferry", "crew", "zorblax", "berth", "pay"]), min_size=1, max_size=12)


def cut_out(source, spans):
    return "".join(ch for at, ch in enumerate(source) if not any(start <= at < end for start, end in spans))


@given(WORDS, WORDS)
def test_a_word_cut_in_one_revision_is_cut_in_every_other(before, after):
    source, other = " ".join([*before, "qqrare"]), " ".join([*after, "qqrare", *before])
    start = source.index("qqrare")
    assert "qqrare" not in cut_out(other, carried([(start, start + 6)], source, other))


def test_a_word_that_was_changed_is_cut_where_it_was_changed():
    source, other = "You are an idi0t, really.", "You are an idiot, really."
    assert "idiot" not in cut_out(other, carried([(11, 16)], source, other))


def test_what_was_not_there_before_is_left():
    assert carried([(9, 14)], "A plain idiot", "A plain") == []


def test_words_cover_all_that_is_not_white_space():
    source = " One\n\ttwo  thrée ✘ "
    assert [source[word.start : word.end] for word in words_of(source)] == ["One", "two", "thrée", "✘"]


def test_a_selection_is_found_without_the_signs_of_markdown():
    source = "Before. See [the **timetable**](https://a.example/x) now, please."
    start, end = quoted(source, "the timetable now, please.")
    assert source[start:end] == "the **timetable**](https://a.example/x) now, please."
    assert quoted(source, "words that are not there") is None
    assert quoted(source, "  ") is None


def test_a_word_selected_in_part_is_taken_whole():
    source = "By accident, I should think so."
    for selection, words in (("ccident, I shou", "accident, I should"), ("hink", "think"), ("I s", "I should"), ("so.", "so.")):
        start, end = quoted(source, selection)
        assert source[start:end] == words


def test_texts_made_to_be_slow_are_compared_roughly_and_nothing_cut_comes_through():
    source, other = "a b " * 2_400 + "qqrare", "qqrare " + "b a " * 2_400 + "c qqrare"
    started = time.process_time()
    at = source.index("qqrare")
    assert "qqrare" not in cut_out(other, carried([(at, at + 6)], source, other))
    altered = other.replace("c qqrare", "qqaltered")
    assert "qq" not in cut_out(altered, carried([(at, at + 6)], source, altered))
    assert time.process_time() - started < 1


def test_a_selection_made_to_be_slow_is_given_up():
    started = time.process_time()
    assert quoted("a " * 10_000, "a " * 9_000 + "b") is None
    assert time.process_time() - started < 1


@given(st.text(max_size=400).filter(lambda text: text.strip()))
def test_an_opening_lies_inside_and_is_not_empty(source):
    start, end = opening(source)
    assert 0 <= start < end <= len(source)


def test_an_opening_passes_over_quotations_and_ends_at_a_word():
    assert opening("> said before\n\nMy answer.\n\nMore.") == (15, 25)
    start, end = opening("word " * 200)
    assert (start, end) == (0, 279)


def test_no_word_that_is_nowhere_to_be_seen_stands_in_another_revision():
    source = "Pay up. Kerblax **zor**blax plan, Quibble! The ferry sails at a new berth."
    start, end = source.index("Kerblax"), source.index(" The")
    for before in ("Plan of ZORBLAX. Quibble, said K\u0435rblax;", "zo*rb*lax\nquib_ble_ ker\u200bblax plan"):
        other = f"{before} the ferry sails at a new berth."
        left = cut_out(other, carried([(start, end)], source, other)).lower()
        assert not any(word in left for word in ("rblax", "quib", "plan"))
        assert "ferry sails" in left
    assert carried([(10, 15)], "ferry two ferry", "a ferry two", hidden=[(0, 5)]) == [(2, 7)]


def test_many_cuts_at_once_are_carried_in_little_time():
    source = "a b " * 5_000
    spans = [(word.start, word.end) for word in words_of(source)][::2]
    started = time.process_time()
    carried(spans, source, source)
    assert time.process_time() - started < 2  # some tenths on a quiet machine, minutes where it is done pair by pair
