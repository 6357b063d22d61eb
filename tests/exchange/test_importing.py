"""Any file: it is read as what it is, or refused with a sentence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houserules import read
from parley.base.refusals import Invalid
from parley.exchange.rules import formats, imported
from parley.rulebooks.services import read_prose


@pytest.mark.parametrize(("data", "format_", "prose"), [
    (b"No memes.\nBe kind.\n", "text", "No memes.\nBe kind."),
    ("\ufeffNo mémes.".encode(), "text", "No mémes."),
    ("No mémes.".encode("utf-16"), "text", "No mémes."),
    ("No mémes.".encode("utf-32"), "text", "No mémes."),
    ("No mémes.".encode("cp1252"), "text", "No mémes."),
    (b"No memes.\r\nNo links.\rBe kind.", "text", "No memes.\nNo links.\nBe kind."),
    (b"---\ntype: comment\nbody: [apples]\naction: remove\n", "automoderator", "No mention of apples."),
    (b"apples\nplums\npears\n", "watched-words", "No mention of apples, plums, pears."),
    (b'{"parley_pack": 1, "title": "x", "prose": "No memes.", "clauses": []}', "pack", "No memes."),
    (b"[1] No memes.\n[2] No links.", "text", "[1] No memes.\n[2] No links."),
])  # fmt: skip
def test_a_file_is_read_as_what_it_is(data, format_, prose):
    found = imported(data)
    assert (found.format, found.prose) == (format_, prose)


@pytest.mark.parametrize(("data", "sentence"), [
    (b"", "nothing to read"),
    (b"\n -- \n", "nothing to read"),
    (b"\x89PNG\r\n\x1a\n\x00\x00", "no text that can be read"),
    ("No memes.".encode("utf-16-le"), "no text that can be read"),
    (b"\x81\x8d\xff", "no text that can be read"),
    (b'{"rules": ["No memes."]}', "no format that is known here. Bring"),
    (b"<!DOCTYPE html><p>No memes.", "no format that is known here. Bring"),
    (b"x" * 200_001, "200,001 bytes; 200,000 fit"),
    (b"No memes, please. " * 2_000, "characters; 20,000 fit"),
])  # fmt: skip
def test_what_cannot_be_read_gets_a_sentence(data, sentence):
    with pytest.raises(Invalid) as refused:
        imported(data)
    assert sentence in refused.value.sentence


def test_letters_that_were_guessed_are_remarked():
    assert "Western European" in imported("No mémes.".encode("cp1252")).remarks[0]


def test_every_format_is_named_where_none_fits():
    with pytest.raises(Invalid) as refused:
        imported(b"{}{a: 1}")
    assert all(each.TITLE in refused.value.sentence for each in formats())


def test_a_line_of_plain_text_is_an_entry():
    found = imported(b"No memes. Be kind.\n\n- No links")
    assert [(each.where, each.lines, each.by_software) for each in found.account] == [
        ("line 1", ("No memes.",), (True,)), ("line 1", ("Be kind.",), (False,)), ("line 3", ("No links",), (True,)),
    ]  # fmt: skip
    assert found.book == read(found.prose)


NAMES = st.sampled_from(["", "rules.txt", "rules.yaml", "words.csv", "x-watched-words-block.csv", "pack.json", "a\x00/../b"])
PIECES = st.sampled_from([
    b"body: [apples]\n", b"action: remove\n", b"---\n", b"{", b"}", b"[", b"]", b'"word"', b":", b",", b'"parley_pack"', b"1", b"\n",
    b"word,action\n", b"apples,block\n",
    b"\xff\xfe", b"\xef\xbb\xbf", b"\x00", b"No memes.\n", b"*a", b"&a ", b'"', b"(open)", b"\xc3", b"| ",
])  # fmt: skip


def account_or_sentence(data, name=""):
    try:
        return imported(data, name)
    except Invalid as refused:
        return refused.sentence


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=300) | st.lists(PIECES, max_size=20).map(b"".join), NAMES)
def test_any_bytes_give_an_account_or_a_sentence(data, name):
    found = account_or_sentence(data, name)
    if isinstance(found, str):
        assert found.endswith(".")
        return
    book = found.book
    lines = [line for entry in found.account for line in entry.lines]
    assert all(any(book.prose[line.start : line.end] in said for said in lines) for line in book.lines)
    assert all(bool(entry.lines) != bool(entry.why_not) for entry in found.account)
    assert read_prose(found.prose).with_keeping(found.keepings) == book
