"""Dropped lines go back where they stood, whatever happened to the text meanwhile."""

from hypothesis import given
from hypothesis import strategies as st

from parley.seeds.extraction import Article, Dropped
from parley.seeds.restoring import paragraphs_of, rearranged

ARTICLE = Article(
    text="One.\n\nTwo.\n\nThree.",
    dropped=(
        Dropped("CLOSE X", "a button", 0), Dropped("By the way", "?", 1), Dropped("FOLLOW", "a button", 1), Dropped("End", "?", 3),
    ),
)


def back(text, *numbers, out=()):
    return paragraphs_of(rearranged(text, ARTICLE, back=numbers, out=out))


def test_lines_go_back_in_the_order_of_the_page():
    assert back(ARTICLE.text, 0, 1, 2, 3) == ["CLOSE X", "One.", "By the way", "FOLLOW", "Two.", "Three.", "End"]
    assert back(ARTICLE.text, 2) == ["One.", "FOLLOW", "Two.", "Three."]
    assert back("One.\n\nFOLLOW\n\nTwo.", 1) == ["One.", "By the way", "FOLLOW", "Two."]


def test_a_place_is_found_by_what_is_left_around_it():
    assert back("Something new.\n\nTwo.\n\nThree.", 1) == ["Something new.", "By the way", "Two.", "Three."]
    assert back("Rewritten.\n\nAll of it.", 2) == ["Rewritten.", "FOLLOW", "All of it."]
    assert back("", 3) == ["End"]


def test_unticked_lines_are_taken_out_and_edited_ones_stay():
    whole = rearranged(ARTICLE.text, ARTICLE, back=[1], out=[])
    assert back(whole, out=[1]) == ["One.", "Two.", "Three."]
    assert back(whole.replace("By the way", "By the by"), out=[1]) == ["One.", "By the by", "Two.", "Three."]


def test_unknown_numbers_change_nothing_not_even_white_space():
    text = "One.\n \n\nTwo.  "
    assert rearranged(text, ARTICLE, back=[99, -7], out=[4, -1]) == text


@given(st.lists(st.integers(0, 3), unique=True), st.permutations(["One.", "Two.", "Three.", "Mine."]))
def test_back_and_out_again_is_the_same_text(numbers, parts):
    text = "\n\n".join(parts)
    there = rearranged(text, ARTICLE, back=numbers, out=[])
    assert sorted(paragraphs_of(there)) == sorted([*parts, *(ARTICLE.dropped[number].line for number in numbers)])
    assert rearranged(there, ARTICLE, back=[], out=numbers) == text
