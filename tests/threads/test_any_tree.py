"""Pages of a discussion, put together, are the whole discussion in its order, whatever the tree and the page's size."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parley.threads import paths
from parley.threads.models import Comment
from parley.threads.slices import cursor_before, slice_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TREES = st.lists(st.tuples(st.integers(-1, 20), st.integers(0, 3)), min_size=1, max_size=24)


def expected(comments, order):
    tops = {c.root: c.vote_count for c in comments if c.parent_id is None}
    key = {"number": lambda c: c.root, "newest": lambda c: -c.root, "votes": lambda c: (-tops[c.root], c.root)}[order]
    return [c.pk for c in sorted(comments, key=lambda c: (key(c), bytes(c.path)))]


@given(tree=TREES, size=st.integers(1, 9), order=st.sampled_from(["number", "newest", "votes", "nonsense"]))
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_pages_together_are_the_discussion(tree, size, order, comment, seed_with, group):
    seed = seed_with(group=group)
    made = []
    for parent, votes in tree:
        made.append(comment(on=seed, to=made[parent] if 0 <= parent < len(made) else None))
        Comment.objects.filter(pk=made[-1].pk).update(vote_count=votes)
    found, after = [], ""
    while after is not None:
        part = slice_of(seed, order=order, after=after, size=size)
        assert len(part.comments) <= size
        found += [each.pk for each in part.comments]
        after = part.after
        assert len(found) <= len(tree)
    assert found == expected(list(Comment.objects.filter(seed=seed)), order if order != "nonsense" else "number")
    for each in Comment.objects.filter(seed=seed):
        shown = slice_of(seed, after=cursor_before(each, size=size), size=size).comments
        assert each.pk in {row.pk for row in shown}


@given(st.lists(st.integers(1, 2**32 - 2), min_size=1, max_size=60))
def test_a_number_and_its_path_are_one(places):
    path = paths.path_of(".".join(map(str, places)))
    assert paths.number_of(path) == ".".join(map(str, places))
    assert path < paths.extended(path, 7) < paths.extended(path, 8)


def test_a_cursor_that_is_none_begins_at_the_beginning(comment):
    first = comment()
    for after in ("0", "1.0", "x", "1" * 80, "1." * 70 + "1", "99999999999", "4294967296", "-1", "1.2.", "é"):
        assert [each.pk for each in slice_of(first.seed, after=after).comments] == [first.pk], after
