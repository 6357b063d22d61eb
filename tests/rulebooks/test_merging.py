"""Two authors of one prose: what each changed is there, and what both changed stands there twice."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley.rulebooks.merging import Both, merge

BASE = "No cats.\nNo dogs.\nBe kind."
LINES = st.lists(st.sampled_from(["No cats.", "No dogs.", "Be kind.", "No fish.", "No owls."]), min_size=1, max_size=8).map("\n".join)


@pytest.mark.parametrize(
    ("theirs", "mine", "merged", "both"),
    [
        (BASE, BASE, BASE, ()),
        ("No cats.\nNo dogs.\nBe very kind.", "No birds.\nNo dogs.\nBe kind.", "No birds.\nNo dogs.\nBe very kind.", ()),
        ("No cats.\nBe kind.", BASE + "\nNo fish.", "No cats.\nBe kind.\nNo fish.", ()),
        (
            "No cats.\nNo big dogs.\nBe kind.",
            "No cats.\nNo small dogs.\nBe kind.",
            "No cats.\nNo big dogs.\nNo small dogs.\nBe kind.",
            (Both(("No big dogs.",), ("No small dogs.",)),),
        ),
        ("No cats.\nNo fish.\nBe kind.", "No cats.\nNo fish.\nBe kind.", "No cats.\nNo fish.\nBe kind.", ()),
    ],
)
def test_changes_of_both(theirs, mine, merged, both):
    found = merge(BASE, theirs, mine)
    assert (found.prose, found.both) == (merged, both)


@given(LINES, LINES)
def test_where_one_changed_nothing_the_other_s_text_stands(base, changed):
    for found in (merge(base, changed, base), merge(base, base, changed), merge(base, changed, changed)):
        assert found.prose.splitlines() == changed.splitlines()
        assert found.both == ()


@given(LINES, LINES, LINES)
def test_no_new_line_of_either_is_lost(base, theirs, mine):
    found = set(merge(base, theirs, mine).prose.splitlines())
    assert (set(theirs.splitlines()) | set(mine.splitlines())) - set(base.splitlines()) <= found
