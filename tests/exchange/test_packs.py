"""Rule packs: what is written is read again, and what does not fit here is told clause by clause."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houserules import Keeping, RuleBook, kinds, read
from parley.base.refusals import Invalid
from parley.exchange.rules import imported, pack

MADE = datetime(2026, 11, 25, tzinfo=UTC)
PROSE = "No Marlow. At most 3 links per comment.\n\nNo taunting. (fixed)\nBe kind to beginners.\nMemes are fine."
LINES = st.sampled_from([
    "No Marlow.", "No astrology, fascism references, or memes. (open)", "At most 3 links per comment.", "No taunting.",
    "Be kind to beginners.", "Memes are fine.", "Comments longer than 400 words may be removed.", "Don't reply to yourself.",
    "Accounts must be at least 7 days old.", "No profanity, unless quoted.", "Please quote the person you are replying to.",
    "* No shouting", "1) No spam", "No personal attacks; no name-calling.", "Keine Links.",
])  # fmt: skip


def packed(book=None, **changes):
    data = json.loads(pack.write(book or read(PROSE), "Our rules", MADE))
    return {**data, **changes}


def brought(data):
    return imported(json.dumps(data).encode())


@st.composite
def books(draw):
    book = read("\n".join(draw(st.lists(LINES, min_size=1, max_size=8, unique=True))))
    for clause in list(book.clauses):
        kind = kinds()[clause.kind]
        if draw(st.booleans()):
            book = book.with_keeping({clause.key: draw(st.sampled_from(kind.allowed))})
        if "near" in kind.choices and not clause.permits and draw(st.booleans()):
            book = book.with_params({clause.key: {"near": draw(st.sampled_from(["potus", "the don|potus"]))}})
    return book


@settings(max_examples=80, deadline=None)
@given(books(), st.booleans())
def test_what_is_written_is_read_again(book, is_confirmed):
    found = imported(pack.write(book.all_confirmed() if is_confirmed else book, "Our rules", MADE).encode())
    assert found.book == book
    assert found.title == "Our rules"
    assert found.remarks == ()
    assert len(found.account) == len(book.lines) + len(list(book.clauses))
    assert not any(entry.why_not or entry.left_out for entry in found.account)
    assert all(entry.note.startswith("As in the pack") for entry in found.account if entry.where.startswith("clause"))


def test_a_pack_says_what_it_holds():
    data = packed(read(PROSE).with_keeping({"1.1": "people"}))
    assert (data["parley_pack"], data["title"], data["made_at"]) == (1, "Our rules", MADE.isoformat())
    assert data["clauses"][0] == {
        "line": 1, "kind": "topic-ban", "words": "Marlow", "params": {"term": "marlow"}, "keeping": "people",
        "proposed": "ask", "examples": [],
    }  # fmt: skip


@pytest.mark.parametrize(("change", "told"), [
    ({"kind": "dancing"}, "There is no kind of clause “dancing” here."),
    ({"kind": 3}, "It cannot be read: kind: should be text"),
    ({"keeping": "shout"}, "keeping: should be one of"),
    ({"params": {"termm": "x"}}, "“termm” is no parameter of topic ban."),
    ({"params": []}, "params: should be an object"),
    ({"params": {"term": [1]}}, "params.term"),
    ({"words": "Marlowe"}, "No clause is read from these words here, so people keep them: they were topic ban there."),
    ({"kind": "memes", "params": {}}, "It is read differently here: as topic ban, not as memes"),
    ({"permits": True}, "It is read differently here: as topic ban, not as topic ban"),
    ({"colour": "red"}, "colour: no such field"),
    ({"line": 1.5}, "line: should be a whole number"),
])  # fmt: skip
def test_a_clause_that_does_not_fit_costs_only_itself(change, told):
    data = packed(read(PROSE).with_keeping({"2.1": "people"}))
    data["clauses"][0] |= change
    found = brought(data)
    entry = next(each for each in found.account if each.where == "clause 1")
    assert told in entry.why_not
    assert entry.lines == ()
    assert found.keepings == {"2.1": Keeping.PEOPLE}
    assert found.prose == PROSE


@pytest.mark.parametrize("clause", [3, None, [], "x", {}, True])
def test_nonsense_costs_only_itself(clause):
    found = brought(packed(clauses=[clause, *packed()["clauses"]]))
    assert [bool(each.why_not) for each in found.account if each.where.startswith("clause")] == [True] + [False] * 4


@pytest.mark.parametrize(("change", "note", "keeping"), [
    ({"params": {"term": "kepler"}}, "Read differently here: marlow, not kepler.", "ask"),
    ({"keeping": "people"}, "As in the pack: people decide, as its author chose.", "people"),
    ({"keeping": "point", "proposed": "point"},
     "Here asked before posting, as this engine proposes; in the pack software points.", "ask"),
    ({"keeping": "prevent"}, "Here asked before posting.", "ask"),
    ({"keeping": "people", "proposed": None}, "As in the pack: people decide, as its author chose.", "people"),
])  # fmt: skip
def test_how_a_clause_is_kept_here_is_told(change, note, keeping):
    data = packed()
    data["clauses"][0] |= change
    found = brought(data)
    entry = next(each for each in found.account if each.where == "clause 1")
    assert entry.note.startswith(note)
    assert found.book.clause("1.1").keeping == keeping


def test_what_this_engine_is_not_sure_of_stays_with_people():
    data = packed(read("No taunting."))
    data["clauses"][0] |= {"keeping": "ask", "proposed": "ask"}
    found = brought(data)
    assert "because this engine is not sure of it" in found.account[1].note
    assert found.book.clause("1.1").keeping is Keeping.PEOPLE


def test_a_clause_that_the_pack_does_not_know_is_told():
    found = brought(packed(clauses=[]))
    assert found.account[0].note == "Read here beside what the pack says: “Marlow” (topic ban)."
    assert len(found.account) == 5


def test_a_clause_that_stands_twice_is_told():
    data = packed()
    data["clauses"].append(data["clauses"][0])
    assert "more often" in brought(data).account[-1].why_not


def test_examples_are_carried():
    data = packed()
    data["clauses"][0]["examples"] = [{"text": "Marlow again", "finds": True}]
    found = brought(data)
    assert [each.text for each in next(found.book.clauses).examples] == ["Marlow again"]
    assert isinstance(found.book, RuleBook)
    data["clauses"][0]["examples"] = ["Marlow again"]
    assert "another shape" in next(each for each in brought(data).account if each.where == "clause 1").left_out[0]
    data["clauses"][0]["examples"] = "many"
    assert "its examples" in next(each for each in brought(data).account if each.where == "clause 1").left_out[0]


def test_a_newer_pack_offers_its_prose():
    found = brought(packed(parley_pack=2, shape="new"))
    assert found.prose == PROSE
    assert "newer Parley" in found.remarks[0]
    assert all("newer Parley" in each.why_not for each in found.account if each.where.startswith("clause"))
    assert len(found.account) == 5 + 4


@pytest.mark.parametrize(("raw", "sentence"), [
    ('{"parley_pack": "1", "prose": "x"}', "its version is no number"),
    ('{"parley_pack": true, "prose": "x"}', "its version is no number"),
    ('{"parley_pack": 0, "prose": "x"}', "its version is no number"),
    ('{"parley_pack": 1}', "has no prose"),
    ('{"parley_pack": 1, "prose": 3}', "has no prose"),
    ('{"parley_pack": 1, "prose": " "}', "no rules in it"),
    ('{"parley_pack": 1, "prose": "x", "clauses": {}}', "are no list"),
    ('{"parley_pack": 1, "prose": "x", "clauses": [' + "3," * 1_000 + "3]}", "1,001 clauses"),
    ('{"parley_pack": 1, "prose": "' + "x" * 100_000 + '"}', "100,000 characters"),
    ('{"parley_pack": 1, "prose": "x", "a": NaN}', "“NaN” is no number"),
    ('{"parley_pack": 1, "prose": "x", "a": 1e999}', "too large"),
    ('{"parley_pack": 1, "prose": "x", "a": ' + "9" * 9_000 + "}", "too large"),
    ('{"parley_pack": 1, "prose": "x", "a": ' + "[" * 90_000 + "}", "nested too deeply"),
    ('{"parley_pack": 1, "prose": "x", "prose": "y"}', "stands twice"),
    ('{"parley_pack": 1, "prose": "x"', "it is no JSON"),
])  # fmt: skip
def test_hostile_packs_get_a_sentence(raw, sentence):
    with pytest.raises(Invalid) as refused:
        imported(raw.encode())
    assert sentence in refused.value.sentence


def brought_or_sentence(data):
    try:
        return brought(data)
    except Invalid as refused:
        return refused.sentence


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["title", "made_at", "clauses", "engine"]), JSON), st.lists(JSON, max_size=4), st.data())
def test_any_json_gives_an_account_or_a_sentence(fields, clauses, data):
    broken = [{**clause, data.draw(st.sampled_from([*clause, "x"])): data.draw(JSON)} for clause in packed()["clauses"]]
    found = brought_or_sentence({**packed(clauses=[*clauses, *broken]), **fields})
    if isinstance(found, str):
        assert found.endswith(".")
    else:
        assert found.book.prose == PROSE
        assert len(found.account) >= 5
