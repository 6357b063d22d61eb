"""Replays in one process: what is counted, and that parts make the whole."""

import json
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houserules import Combined, Facts, Keeping, Member, ShapeError, Span, combine, judge, read
from houserules.engine import judged
from houserules.judgement import Judgement
from houserules.plain import Plain
from houserules.quick import quickly
from houserules.replaying import Agreement, Outcome, Past, Tally, as_stream, clause_names, merged, parts, replay, tally
from houserules.shell.progress import state
from tests.houserules.replays import DRAFT, DRAFT_PROSE, NOW, NOW_PROSE, past, records, stream

COUNT = 80
WHOLE = records(COUNT)
FACTS = [each.facts.to_json() for each in WHOLE[:40]]


def book(prose, **keepings):
    return combine(None, read(prose).all_confirmed().with_keeping(keepings.pop("kept", {})), None)


def said(name, text, *, ruled=None, by="ada"):
    return Past(id=name, facts=Facts(author=Member(name=by, id=by.upper()), text=text), ruled=ruled)


def test_what_is_counted():
    meme, damn = "![](cat-meme.gif)", "I damn well like ferries and harbours."
    found = replay(
        [said("a", meme, ruled=True), said("b", damn, ruled=True, by="bo"), said("c", "Hello.", ruled=False), said("d", "Hi.")],
        now=book("No memes."), draft=book("No profanity."),
    )  # fmt: skip
    assert found.judged == 4
    assert (found.now.by_keeping, found.draft.by_keeping) == ({"ask": 1}, {"ask": 1})
    assert (found.now.by_clause, found.draft.by_clause) == ({"1.1": 1}, {"1.1": 1})
    assert found.now.agreement == Agreement(found_breach=1, missed_breach=1, missed_none=1)
    assert (found.now.agreement.precision, found.now.agreement.recall) == (1.0, 0.5)
    assert found.now.agreement.agreement == pytest.approx(2 / 3)
    assert (found.newly, found.no_longer, found.differing) == (1, 1, 2)
    assert {key: (each.name, each.newly, each.no_longer) for key, each in found.members.items()} == {
        "ADA": ("ada", 0, 1), "BO": ("bo", 1, 0),
    }  # fmt: skip
    first, second = found.differences
    assert (first.id, first.now, first.draft) == ("a", Outcome(keeping=Keeping.ASK, clauses=("1.1",)), Outcome())
    assert (second.id, second.now, second.draft.clauses) == ("b", Outcome(), ("1.1",))


def test_rates_of_nothing_are_none():
    nothing = Tally().now.agreement
    assert (nothing.precision, nothing.recall, nothing.agreement) == (None, None, None)


def test_a_clause_that_only_moves_is_no_difference_and_one_kept_otherwise_is():
    comments = [said("a", "![](cat-meme.gif)")]
    moved = replay(comments, book("No memes."), book("Don't reply to yourself.\nMemes are not allowed."))
    assert (moved.differing, moved.draft.by_clause) == (0, {"2.1": 1})
    held = replay(comments, book("No memes."), book("No memes.", kept={"1.1": Keeping.HOLD}))
    assert (held.differing, held.newly, held.no_longer, held.members) == (1, 0, 0, {})
    assert held.draft.by_keeping == {"hold": 1}


def test_clauses_of_several_books_are_told_apart():
    both = combine(read("No memes.").all_confirmed(), read("No Trump.").all_confirmed(), None)
    assert set(clause_names(both).values()) == {"site 1.1", "group 1.1"}
    assert replay([said("a", "![](cat-meme.gif)")], Combined(), both).draft.by_clause == {"site 1.1": 1}


def test_both_books_find_what_each_would_alone():
    for one in WHOLE[:60]:
        found = replay([one], NOW, DRAFT)
        for side, rules in ((found.now, NOW), (found.draft, DRAFT)):
            alone = judge(one.facts, rules)
            assert sum(side.by_clause.values()) == len(alone.findings)
            assert list(side.by_keeping) == ([alone.keeping] if alone.keeping else [])


def test_a_comment_that_cannot_be_judged_is_told_and_the_rest_goes_on(monkeypatch):
    from houserules.replaying import counting

    def judged(judgement, rules):
        if "harbour" in judgement.facts.text:
            raise ZeroDivisionError
        return real(judgement, rules)

    real = counting.judged
    monkeypatch.setattr(counting, "judged", judged)
    found = replay(WHOLE, NOW, DRAFT)
    bad = sorted(each.id for each in WHOLE if "harbour" in each.facts.text)
    assert 0 < len(bad) < COUNT
    assert (found.failed, list(found.failures), found.judged) == (len(bad), bad, COUNT - len(bad))


@settings(deadline=None, max_examples=40)
@given(cuts=st.lists(st.integers(0, COUNT), max_size=6), chance=st.randoms(use_true_random=False))
def test_parts_make_the_whole_in_any_order(cuts, chance):
    order = list(WHOLE)
    chance.shuffle(order)
    edges = [0, *sorted(cuts), COUNT]
    split = [replay(order[start:end], NOW, DRAFT) for start, end in pairwise(edges)]
    chance.shuffle(split)
    assert as_text(merged(*split)) == as_text(replay(WHOLE, NOW, DRAFT))
    assert as_text(merged(split[0], merged(*split[1:]))) == as_text(merged(merged(*split[:-1]), split[-1]))


@settings(deadline=None, max_examples=20)
@given(at=st.integers(0, COUNT))
def test_only_the_first_differences_are_kept_whatever_the_parts(at):
    with pytest.MonkeyPatch.context() as patch:
        for name in ("tally", "counting"):
            patch.setattr(f"houserules.replaying.{name}.MOST", 7)
        whole = replay(WHOLE, NOW, DRAFT)
        both = merged(replay(WHOLE[at:], NOW, DRAFT), replay(WHOLE[:at], NOW, DRAFT))
    assert as_text(both) == as_text(whole)
    every = sorted((each for one in WHOLE for each in replay([one], NOW, DRAFT).differences), key=tally.place)
    assert (whole.differing, list(whole.differences)) == (len(every), every[:7])


def test_a_tally_is_plain():
    found = replay(WHOLE, NOW, DRAFT)
    assert Tally.from_json(json.loads(as_text(found))) == found
    assert merged() == Tally()


def as_text(found):
    return json.dumps(found.to_json())


# The file


@pytest.mark.parametrize("size", [1, 500, 4096, 1 << 20])
def test_parts_are_whole_lines_and_know_where_they_stand(size, monkeypatch):
    monkeypatch.setattr("houserules.replaying.cutting.BYTES", size)
    whole = stream(20).getvalue().rstrip(b"\n")
    cut = list(parts(stream(20)))
    assert b"".join(part.content for part in cut).rstrip(b"\n") == whole
    assert [part.number for part in cut] == list(range(len(cut)))
    assert [part.after for part in cut[1:]] == [part.last for part in cut[:-1]]
    assert cut[-1].last == 20
    assert [part.digest for part in parts(stream(20))] == [part.digest for part in cut]
    assert len({part.digest for part in cut}) == len(cut)


def test_nothing_has_no_parts():
    assert list(parts(as_stream([]))) == []


# Reading quickly is reading with care

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 1 << 60) | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@st.composite
def spoilt(draw):
    """Facts in which something may be of another shape, gone, or too much."""
    facts = json.loads(json.dumps(draw(st.sampled_from(FACTS))))
    for name in draw(st.lists(st.sampled_from([*facts, "nonsense"]), max_size=2)):
        if draw(st.booleans()):
            facts.pop(name, None)
        else:
            facts[name] = draw(JSON)
    for said_ in (facts.get("parent"), *(facts.get("earlier") or ())) if isinstance(facts.get("earlier"), list) else ():
        if isinstance(said_, dict) and draw(st.booleans()):
            said_[draw(st.sampled_from(["text", "author", "at", "x"]))] = draw(JSON)
    return facts


def outcome(make, data):
    try:
        return repr(make(data))
    except ShapeError as wrong:
        return f"ShapeError: {wrong}"


@settings(deadline=None)
@given(spoilt())
def test_reading_quickly_gives_the_same_shapes_and_the_same_errors(facts):
    record = {"id": "a", "facts": facts, "ruled": None}
    assert outcome(Past.quickly_from, record) == outcome(Past.from_json, record)


@settings(deadline=None)
@given(JSON)
def test_reading_anything_quickly(data):
    for shape in (Past, Member, Tally):
        assert outcome(lambda data, shape=shape: quickly(shape, data), data) == outcome(shape.from_json, data)


def test_all_that_facts_can_hold_is_read_quickly():
    full = {
        "text": "a", "author": "ada", "parent": {"author": "bo", "text": "b", "label": "1"}, "at": 3, "author_days": 0.5,
        "cited": [{"author": {"name": "mo", "id": "7"}, "text": "c"}], "earlier": [{"text": "d", "at": 1.5}], "event": "edit",
        "links": ["https://a.example"], "images": None, "pictures": [{"hash": "0", "width": 3}], "members": [{"name": "ada"}],
        "known_pictures": [{"hash": "1"}], "breaches_here": 2, "voted_author": "kit",
        "claims": [{"start": 0, "end": 1, "claim": "x", "publisher": "y", "verdict": "z", "likeness": 1}],
    }  # fmt: skip
    record = {"id": "a", "facts": full}
    assert Past.quickly_from(record) == Past.from_json(record) == Past(id="a", facts=Facts.from_json(full))
    with pytest.raises(ShapeError, match=r"^facts\.text: should be text"):
        Past.quickly_from({"id": "a", "facts": {**full, "text": 3}})


def test_spans_and_mappings_are_read_with_care():
    assert issubclass(Tally, Plain)
    found = judge(past(1).facts, NOW)
    assert quickly(type(found), found.to_json()) == found
    spans = replace(found.findings[0], spans=(Span(0, 1),))
    assert quickly(type(spans), spans.to_json()) == spans


# What the shell says of progress


def test_progress_is_told_in_one_line():
    from houserules.replaying import Done

    assert state(Done(500, 1000, 0), 4000, 2.0) == "500 comments of about 2,000, 250/s, 6 s left"
    assert state(Done(60_500, 1000, 500), 4000, 100.0) == "60,500 comments of about 242,000, 600/s, 5 min 02 s left"
    assert state(Done(500, 1000, 500), 4000, 2.0) == "500 comments of about 2,000, 0/s"
    assert state(Done(500, 1000, 0), None, 2.0) == "500 comments, 250/s"
    assert state(Done(2000, 4000, 0), 4000, 2.0) == "2,000 comments, all, 1,000/s"


@settings(max_examples=60)
@given(
    st.lists(st.sampled_from((*NOW_PROSE.splitlines(), *DRAFT_PROSE.splitlines())), min_size=1, max_size=8),
    st.lists(st.sampled_from((*NOW_PROSE.splitlines(), *DRAFT_PROSE.splitlines())), min_size=1, max_size=8),
    st.integers(0, 10_000),
)
def test_what_two_books_both_ask_is_found_for_each_as_for_it_alone(now, draft, number):
    facts, books = past(number).facts, (book("\n".join(now)), book("\n".join(draft)))
    judgement = Judgement(facts)
    assert [judged(judgement, each) for each in books] == [judge(facts, each) for each in books]
