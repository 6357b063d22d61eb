"""Facts from plain data: what is accepted, and how the rest is refused."""

import pytest

from houserules import Event, Facts, Member, Said, ShapeError


def test_bare_names_are_members():
    facts = Facts.from_json(
        {"event": "vote", "author": "ada", "voted_author": "bo", "parent": {"author": "bo", "text": "x"}, "cited": []}
    )
    assert facts == Facts(
        event=Event.VOTE,
        author=Member(name="ada"),
        voted_author=Member(name="bo"),
        parent=Said(author=Member(name="bo"), text="x"),
    )


def test_who_takes_part_may_be_given_by_bare_names():
    facts = Facts.from_json({"author": "ada", "members": ["bo", {"name": "mo", "id": "7"}]})
    assert facts.members == (Member(name="bo"), Member(name="mo", id="7"))


def test_members_are_one_by_id_and_else_by_name():
    assert Member(name="ada", id="7").is_same(Member(name="renamed", id="7"))
    assert not Member(name="ada", id="7").is_same(Member(name="ada", id="8"))
    assert not Member(name="ada").is_same(None)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ([], "value: should be an object with named fields, not a list"),
        ({}, "author: is missing"),
        ({"author": None}, "author: should be an object with named fields, not null"),
        ({"author": {"name": 7}}, "author.name: should be text, not a whole number"),
        ({"author": "a", "txt": ""}, "txt: no such field; known are event, text, author"),
        ({"author": "a", "text": ["x"]}, "text: should be text, not a list"),
        ({"author": "a", "event": "shout"}, "event: should be one of comment, edit, vote, seed"),
        ({"author": "a", "event": "vote"}, "voted_author: a vote needs the author of the item voted for"),
        ({"author": "a", "answered_between": "no"}, "answered_between: should be true or false, not text"),
        ({"author": "a", "earlier": [{"text": "x"}, {"label": "1"}]}, "earlier[1].text: is missing"),
        ({"author": "a", "members": ["b", 7]}, "members[1]: should be an object with named fields, not a whole number"),
        ({"author": "a", "members": "b"}, "members: should be a list, not text"),
        ({"author": "a", "cited": {}}, "cited: should be a list, not an object"),
        ({"author": "a", "cited": [3]}, "cited[0]: should be an object with named fields, not a whole number"),
        ({"author": "a", "parent": {"author": "b"}}, "parent.text: is missing"),
    ],
)
def test_a_wrong_field_is_named(data, message):
    with pytest.raises(ShapeError) as refused:
        Facts.from_json(data)
    assert str(refused.value).startswith(message)
