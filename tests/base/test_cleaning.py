"""Whatever arrives is storable, and what is too long is refused before any other work."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.base.cleaning import clean, clean_line, clean_text, has_words
from parley.base.refusals import Invalid, TooLarge

ANY = st.text(alphabet=st.characters(exclude_categories=[]), max_size=300)


@given(ANY)
def test_what_is_clean_can_be_stored_and_stays_clean(raw):
    text = clean(raw)
    text.encode()
    assert clean(text) == text
    for ch in text:
        assert ch in "\n\t" or unicodedata.category(ch) not in {"Cc", "Cs"}
        assert ch not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufdd0\ufdd1\ufffe\uffff"
    assert "\n" not in clean_line(raw)


@pytest.mark.parametrize("raw", ["", " \n\t ", "\u200b\u200d", "\x00\x07", "\u202e", "\ufeff"])
def test_nothing_to_read_is_said(raw):
    assert not has_words(clean(raw))
    with pytest.raises(Invalid):
        clean_text(raw)


def test_too_long_is_refused_at_once():
    assert len(clean_text("a" * 20_000)) == 20_000
    with pytest.raises(TooLarge, match="20,001"):
        clean_text("a" * 20_001)
    with pytest.raises(TooLarge):
        clean_text("x" * 1_000_000)
