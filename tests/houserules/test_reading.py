"""Prose to clauses: a table of sentences, and what holds for any prose."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from houserules import Facts, Keeping, Member, Modal, RuleBook, Standing, judge, kinds, read
from houserules.prose.lexicon import GLUE
from houserules.prose.words import tokens
from tests.houserules.readings import READINGS

WORDS = """no No memes, images and or / trump Trump comparisons references to repeat comments yourself vote for your own
don’t do not please quote the person you reply may be removed will risk ; : — ( ) (open) (fixed) . ! ? 1) - fine
allowed talk of about mayor’s members who unless only \n \n\n 😀 \u0301 \u202e \ud800 İ ß"""
PROSE = some.one_of(some.text(max_size=200), some.lists(some.sampled_from(WORDS.split(" ")), max_size=40).map(" ".join))


def shown(clause):
    params = f"({value})" if (value := next(iter(clause.params.values()), "")) else ""
    is_left = clause.keeping is Keeping.PEOPLE and not clause.permits
    return f"{clause.kind}{params}{'?' if is_left else ''}{'+' if clause.permits else ''}"


@pytest.mark.parametrize(("prose", "wanted"), READINGS.items())
def test_readings(prose, wanted):
    assert " ".join(shown(clause) for clause in read(prose).clauses) == wanted


@given(PROSE)
def test_what_holds_for_any_prose(prose):
    book = read(prose)
    assert book == read(prose)
    assert RuleBook.from_json(book.to_json()) == book
    assert len({clause.key for clause in book.clauses}) == len(list(book.clauses))
    for line in book.lines:
        assert line.text == " ".join(prose[line.start : line.end].split())
        for clause in line.clauses:
            assert clause.words == prose[clause.start : clause.end] != ""
            assert line.start <= clause.start < clause.end <= line.end
            assert clause.keeping in kinds()[clause.kind].allowed
            assert not clause.confirmed
        assert uncovered(prose, line) <= GLUE


def uncovered(prose, line):
    """Folded words of a line that stand in no clause, sanction, or unread span."""
    spans = [*((clause.start, clause.end) for clause in line.clauses), *line.unread, *line.sanction]
    return {
        token.folded
        for token in tokens(prose, line.start, line.end)
        if token.is_word and not any(start <= token.start and token.end <= end for start, end in spans)
    }


@given(PROSE, PROSE)
def test_lines_stand_in_order_and_apart(one, other):
    lines = read(f"{one}\n\n{other}").lines
    assert [line.number for line in lines] == list(range(1, len(lines) + 1))
    assert all(first.end <= second.start for first, second in pairwise(lines))


def test_lines_of_every_sort():
    prose = "House rules\n1) No memes. Be kind!\n  • Don’t repeat\n    comments\n"
    prose += "2. No Dr. Dunmore, e.g. his house, etc. ever\n"
    assert [line.text for line in read(prose).lines] == [
        "House rules",
        "No memes.",
        "Be kind!",
        "Don’t repeat",
        "comments",
        "No Dr. Dunmore, e.g. his house, etc. ever",
    ]


def test_hard_wrapped_lines_are_one():
    prose = "Members who vote for their own comments, repeat comments, answer themselves,\nor juggle risk it."
    (line,) = read(prose).lines
    assert [clause.kind for clause in line.clauses] == ["self-vote", "repeat", "self-reply"]
    assert line.modal is Modal.RISK


@pytest.mark.parametrize(
    ("prose", "text", "standing"),
    [
        ("No memes. (open)", "No memes.", Standing.OPEN),
        ("No memes (FIXED).", "No memes", Standing.FIXED),
        ("No memes [open]", "No memes", Standing.OPEN),
        ("No memes (open to all)", "No memes (open to all)", Standing.UNMARKED),
    ],
)
def test_marks_of_standing_are_read_and_stripped(prose, text, standing):
    (line,) = read(prose).lines
    assert (line.text, line.standing) == (text, standing)


def test_a_mark_belongs_to_its_own_sentence():
    assert [line.standing for line in read("No memes. (open) No politics.").lines] == [Standing.OPEN, Standing.UNMARKED]


@pytest.mark.parametrize(
    ("prose", "modal"),
    [
        ("No memes.", Modal.PLAIN),
        ("Please no memes.", Modal.PLEASE),
        ("Replies must quote the parent.", Modal.MUST),
        ("Memes may be removed.", Modal.MAY),
        ("Memes will be removed.", Modal.WILL),
        ("Members who troll risk suspension.", Modal.RISK),
    ],
)
def test_how_strongly_a_line_speaks(prose, modal):
    assert read(prose).lines[0].modal is modal


def test_unread_words_and_sanction_are_kept():
    prose = "Old members who repeat comments or juggle risk having all their comments deleted."
    (line,) = read(prose).lines
    assert [prose[start:end] for start, end in line.unread] == ["Old", "juggle"]
    assert [prose[start:end] for start, end in line.sanction] == ["risk having all their comments deleted"]


def test_a_line_that_is_not_understood_is_unread_throughout():
    (line,) = read("  Be kind. ").lines
    assert (line.unread, line.clauses, line.kept_by_people) == (((2, 10),), (), True)


@pytest.mark.parametrize("prose", ["", " \n\t", "...", "\u202e", "-\n-\n"])
def test_no_words_no_lines(prose):
    assert read(prose).lines == ()


HOSTILE = [
    "no, ",
    "No memes\n",
    "No " + "memes and ",
    "1)",
    "a. ",
    "(open) ",
    "members who ",
    "x(open",
    "\ud800",
    "No talk of ",
    "x. ",
    "No Ab, ",
    "No a/b/c/",
    "; no memes",
    "No memes. Images are fine. ",
    "1. A ",
]


@pytest.mark.parametrize("part", HOSTILE)
def test_reading_is_bounded(part):
    prose = part * (100_000 // len(part))
    took = []
    for _ in range(2):
        begin = time.process_time()
        read(prose)
        took.append(time.process_time() - begin)
        if took[-1] < 1:
            break
    assert min(took) < 1


@pytest.mark.parametrize(
    "prose",
    ["Comments have between 20 and 400 words.", "20–400 words", "Comments have at least 20 and at most 400 words."],
)
def test_a_range_is_judged_at_both_ends(prose):
    book = read(prose).all_confirmed()
    for many, is_found in ((19, True), (20, False), (400, False), (401, True)):
        facts = Facts(author=Member(name="ada"), text="word " * many)
        assert bool(judge(facts, book).findings) is is_found, many
