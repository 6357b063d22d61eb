"""Discourse's watched words: each is in a line with others of its action, or told."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houserules import read
from parley.exchange.rules import imported, watched_words

BLOCKED = "forum.example-watched-words-block.csv"
SOFTWARE, PEOPLE = True, False


def brought(text, name=BLOCKED):
    return watched_words.read(text, name)


@pytest.mark.parametrize(("word", "lines"), [
    ("apples", {"No mention of apples.": SOFTWARE}),
    ("Pear Tree", {"No mention of Pear Tree.": SOFTWARE}),
    ("plum|cherry", {"No mention of plum, cherry.": SOFTWARE}),
    ("bullshit", {"No profanity.": SOFTWARE}),
    ("crypt*", {"Mods look out for “crypt*”.": PEOPLE}),
    ("***ware", {"Mods look out for “*ware”.": PEOPLE}),
    ("C++", {"Mods look out for “C++”.": PEOPLE}),
    ("🍎", {"Mods look out for “🍎”.": PEOPLE}),
    ("x.example", {"No links to x.example.": PEOPLE}),
    ("https://www.x.example/shop", {"No links to x.example/shop.": PEOPLE}),
    ("free, money", {"Mods look out for “free, money”.": PEOPLE}),
    ("a, b, c, d, e, f", {"Mods look out for “a, b, c, d, e, f”.": PEOPLE}),
    ("apples,,true", {"No mention of apples.": SOFTWARE}),
    ("a", {"Mods look out for “a”.": PEOPLE}),
])  # fmt: skip
def test_a_word_becomes_a_line(word, lines):
    (entry,) = brought(f"{word}\n").account
    assert dict(zip(entry.lines, entry.by_software, strict=True)) == lines


@pytest.mark.parametrize(("row", "sentence"), [
    ("plum,prune,replace,", "does not change people's words"),
    ("plum,fruit,tag,", "no tags"),
    ("plum,https://x.example,link,", "not made a link"),
    ("plum,,explode,", "“explode” is not known"),
    ("**,,block,", "any word"),
    (",,block,", "no word"),
    (f"{'long' * 30},,block,", "longer than 100"),
    ("plum,,block,,more", "more cells"),
    ("memes are fine. Everybody may post links,,block,", "without being read as something else"),
])  # fmt: skip
def test_what_becomes_no_line_says_why(row, sentence):
    (entry,) = brought(f"word,replacement,action,case_sensitive\n{row}\n", "x.csv").account
    assert entry.lines == ()
    assert sentence in entry.why_not


@pytest.mark.parametrize("action", sorted(watched_words.AGAINST))
def test_the_action_is_told_and_comes_from_the_name_of_the_file(action):
    found = brought("apples\n", f"forum.example-watched-words-{action}.csv")
    assert found.account[0].left_out == (f"“{action}”: {watched_words.AGAINST[action]}",)
    assert found.remarks == ()


@pytest.mark.parametrize(("text", "words"), [
    ("apples\nplums\n", ["apples", "plums"]),
    ('"pear tree"\n\n \nplums', ["pear tree", "plums"]),
    ("apples,block\nplums,flag\n", ["apples", "plums"]),
    ("apples,,block,true\nplums,,flag,\n", ["apples", "plums"]),
    ("action,word\nblock,apples\n", ["apples"]),
    ('{"words": [{"id": 1, "word": "apples", "action": "block"}, {"word": "plums", "action": "censor", "case_sensitive": true}]}',
     ["apples", "plums"]),
    ('[{"word": "apples", "action": "block"}]', ["apples"]),
])  # fmt: skip
def test_every_shape_is_read(text, words):
    found = imported(text.encode(), "words.csv")
    assert found.format == "watched-words"
    assert [entry.lines[0] for entry in found.account] == [
        next(line for line in found.prose.split("\n") if word in line) for word in words
    ]


@pytest.mark.parametrize("word", ["3", "null", "[]", '{"word": 3}', '{"word": null, "action": "block"}', '{"action": "block"}',
                                  '{"word": "x", "action": 3}', '{"word": "x", "action": "replace", "replacement": {}}'])  # fmt: skip
def test_nonsense_in_json_costs_only_itself(word):
    found = brought(f'{{"words": [{word}, {{"word": "apples", "action": "block"}}]}}', "")
    assert [bool(entry.why_not) for entry in found.account] == [True, False]


def test_a_file_that_does_not_say_its_action_is_remarked():
    assert "does not say what is done" in imported(b"apples\nplums\npears\n").remarks[0]


def test_ten_words_stand_in_a_line():
    words = [f"{tree}s" for tree in "apple plum pear cherry fig lemon lime mango melon olive quince medlar".split()]
    assert [line.count(",") for line in brought("\n".join(words)).prose.split("\n")] == [9, 1]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=30), st.sampled_from([*sorted(watched_words.ACTIONS), "", "odd"])), max_size=12))
def test_every_word_is_an_entry(rows):
    stream = io.StringIO()
    csv.writer(stream).writerows([("word", "action"), *rows])
    there = [row for row in list(csv.reader(stream.getvalue().split("\n")))[1:] if any(cell.strip() for cell in row)]
    found = brought(stream.getvalue(), "words.csv")
    assert len(found.account) == len(there)
    accounted(found)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), max_size=12))
def test_every_word_of_json_is_an_entry(words):
    found = brought(json.dumps({"words": [{"word": word, "action": "flag"} for word in words]}), "")
    assert len(found.account) == len(words)
    accounted(found)


def accounted(found):
    assert set(filter(None, found.prose.split("\n"))) == {line for entry in found.account for line in entry.lines}
    assert all(bool(entry.lines) != bool(entry.why_not) for entry in found.account)
    assert not any(clause.permits for clause in read(found.prose).clauses)
