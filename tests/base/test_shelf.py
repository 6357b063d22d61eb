"""What is touched leaves a shelf at once, or stays as the last one; what is made meanwhile knows of it; memory is bounded."""

import pytest

from parley.base.keys import shelf as shelves
from parley.base.keys.shelf import WATCH, Made, Shelf
from parley.base.keys.tails import EVERYTHING, Touched

RENEWED, CUT, OTHER = [Touched("seed/1", False)], [Touched("seed/1", True)], [Touched("seed/2", True)]


def made(value="page", *, size=10, keys=("seed/1", "site")) -> Made:
    return Made(value, size, frozenset(keys))


def state(shelf, name="a"):
    row = shelf.look(name)
    return None if row is None else "good" if row.is_good else "last" if row.is_last else "over"


@pytest.mark.parametrize(
    ("touched", "before", "meanwhile", "after"),
    [(RENEWED, "good", "last", "last"), (CUT, "good", None, None), (EVERYTHING, "good", None, None),
     (OTHER, "good", "good", "good")],
)  # fmt: skip
def test_before_while_and_after_it_is_made(touched, before, meanwhile, after):
    for when, wanted in (("before", before), ("meanwhile", meanwhile), ("after", after)):
        shelf = Shelf(megabytes=1)
        if when == "before":
            WATCH.tell(touched)
        with shelf.flight() as flight:
            if when == "meanwhile":
                WATCH.tell(touched)
        shelf.put("a", made(), flight)
        if when == "after":
            WATCH.tell(touched)
        assert state(shelf) == wanted, when
        assert shelf.size == (10 if wanted else 0)


def test_what_is_over_by_the_clock_is_not_even_the_last_one(monkeypatch):
    shelf, clock = Shelf(megabytes=1, seconds=60), [1000.0]
    monkeypatch.setattr(shelves.time, "monotonic", lambda: clock[0])
    with shelf.flight() as flight:
        shelf.put("a", made(), flight)
    WATCH.tell(RENEWED)
    assert state(shelf) == "last"
    clock[0] += 61
    assert state(shelf) == "over"


def test_memory_is_bounded_and_what_was_used_last_stays():
    shelf = Shelf(megabytes=0.001)
    with shelf.flight() as flight:
        assert not shelf.put("too large", made(size=251), flight)
        for name in range(5):
            shelf.put(name, made(size=200), flight)
            shelf.look(0)
        shelf.put(5, made(size=200), flight)
    assert shelf.size <= 1000
    assert shelf.look(0) is not None
    assert shelf.look(1) is None
    WATCH.tell(EVERYTHING)
    assert (len(shelf), shelf.size) == (0, 0)


def test_a_cut_that_is_told_just_before_it_is_kept_is_heard(monkeypatch):
    monkeypatch.setattr(WATCH, "prove", lambda: None)
    shelf = Shelf(megabytes=1)
    put = shelf.put

    def told_first(*given):
        WATCH.tell(CUT)
        return put(*given)

    monkeypatch.setattr(shelf, "put", told_first)
    assert shelf.fresh("a", made) == "page"
    assert state(shelf) is None
