"""Pages of a discussion put one behind the other are the whole discussion, in every order and size."""

from itertools import pairwise

import pytest

from parley.threads import queries
from parley.threads.models import Comment
from parley.threads.slices import cursor_before, slice_of
from parley.votes.services import set_vote

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def grown(seed, comment, people):
    """Four branches: of one, of five, of two, of three; the third has a vote, the first two."""
    tops = [comment(by=people.ada) for _ in range(4)]
    second = comment(by=people.bo, to=tops[1])
    third = comment(by=people.ada, to=second)
    comment(by=people.bo, to=third)
    comment(by=people.bo, to=tops[1])
    comment(by=people.bo, to=tops[2])
    comment(by=people.bo, to=comment(by=people.bo, to=tops[3]))
    for who, at in ((people.bo, 0), (people.mo, 0), (people.mo, 2)):
        set_vote(actor=who, item=Comment.objects.select_related("seed__group", "text").get(pk=tops[at].pk), voted=True)
    return seed


WANTED = {
    "number": [1, 2, 3, 4],
    "votes": [1, 3, 2, 4],
    "newest": [4, 3, 2, 1],
}


def expected(seed, order):
    rank = {root: place for place, root in enumerate(WANTED[order])}
    rows = sorted(Comment.objects.filter(seed=seed), key=lambda row: (rank[row.root], bytes(row.path)))
    return [row.number for row in rows]


@pytest.mark.parametrize("order", WANTED)
def test_slices_put_together_are_the_discussion(grown, order):
    for size in (1, 2, 3, 4, 5, 11, 12):
        seen, after = [], ""
        while True:
            part = slice_of(grown, order=order, after=after, size=size)
            assert len(part.comments) <= size
            seen += [row.number for row in part.comments]
            if part.after is None:
                break
            after = part.after
        assert seen == expected(grown, order), size


def test_a_slice_inside_a_branch_names_what_stands_above_it(grown):
    for order in WANTED:
        part = slice_of(grown, order=order, after="2.1.1", size=2)
        assert part.comments[0].number == "2.1.1.1", order
        assert [row.number for row in part.above] == ["2", "2.1", "2.1.1"], order


@pytest.mark.parametrize("order", ["number", "votes", "newest", "nonsense"])
def test_a_cursor_that_is_none_is_no_error(grown, order):
    for after in ("0", "1.0", "x", "1" * 5000, "99.9", "-1", "1..2", "\x00", "4294967296"):
        slice_of(grown, order=order, after=after, size=3)


def test_the_slice_before_a_comment_holds_it(grown):
    for comment in Comment.objects.filter(seed=grown):
        shown = slice_of(grown, after=cursor_before(comment, size=3), size=3).comments
        assert comment.number in [row.number for row in shown]


def test_a_comment_is_found_by_its_number(grown):
    assert queries.comment_at(grown, "2.1.1").number == "2.1.1"
    for nonsense in ("", "9", "1.0", "x", "1" * 9000, "2.1.1.", "-1"):
        assert queries.comment_at(grown, nonsense) is None


def test_numbers_in_order_are_paths_in_order(grown):
    paths = [bytes(row.path) for row in slice_of(grown).comments]
    assert all(before < after for before, after in pairwise(paths))
