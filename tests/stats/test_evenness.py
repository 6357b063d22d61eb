"""Whether a planted bias is found and none is made up; what is always true of two sides."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.figures import Planted, measured
from parley.stats.camps import camps_of
from parley.stats.evenness import LEAST, Side, compare, fisher, ratio_of

LINE = "Taunting may be removed."
sides = st.integers(0, 300).flatmap(lambda ruled: st.builds(Side, st.integers(0, ruled), st.just(ruled)))
spoken = st.integers(LEAST, 300).flatmap(lambda ruled: st.builds(Side, st.integers(0, ruled), st.just(ruled)))


@pytest.mark.parametrize("rate", [0.2, 0.3, 0.45])
def test_twice_as_often_is_found(rate):
    hits, wrong, _ = measured(Planted(rate, 2))
    print(f"\n{rate:.0%} and {2 * rate:.0%} at 200 rulings a side: found in {hits} of 100 runs, another line in {wrong}")  # noqa: T201 -- pytest -s shows the figures
    assert hits >= 90
    assert wrong <= 5


@pytest.mark.parametrize("rate", [0.05, 0.3, 0.6])
def test_alike_is_not_called_uneven(rate):
    _, wrong, speaks = measured(Planted(rate, 1))
    print(f"\nalike at {rate:.0%}: called uneven in {wrong} of 100 runs")  # noqa: T201 -- pytest -s shows the figures
    assert wrong <= 5
    assert speaks == 100


@pytest.mark.parametrize("planted", [Planted(0.3, 2, ruled=20), Planted(0.3, 2, loyal=0.5)])
def test_few_rulings_or_no_camps_say_nothing(planted):
    assert measured(planted, 20) == (0, 0, 0)


@given(spoken, spoken)
def test_swapped_sides_turn_the_ratio_round(first, second):
    here, there = compare({LINE: (first, second)})[LINE], compare({LINE: (second, first)})[LINE]
    assert math.isclose(here.ratio * there.ratio, 1)
    assert math.isclose(here.low * there.high, 1)
    assert here.low <= here.ratio <= here.high
    assert math.isclose(here.chance, there.chance, rel_tol=1e-6)
    assert here.is_uneven == there.is_uneven


@given(sides, sides)
def test_below_thirty_on_a_side_nothing_is_said(first, second):
    found = compare({LINE: (first, second)})[LINE]
    assert found.is_silent == (min(first.ruled, second.ruled) < LEAST)
    assert not (found.is_silent and found.is_uneven)


@given(st.dictionaries(st.sampled_from("abcdefgh"), st.tuples(sides, sides)))
def test_more_lines_never_make_one_more_certain(lines):
    together = compare(lines)
    for name, each in lines.items():
        assert together[name].chance >= compare({name: each})[name].chance - 1e-12


@pytest.mark.parametrize(
    ("first", "second", "chance"),
    # scipy.stats.fisher_exact and tables in textbooks
    [(Side(8, 10), Side(1, 6), 0.0349650), (Side(3, 4), Side(1, 4), 0.4857143), (Side(5, 5), Side(5, 5), 1.0)],
)
def test_fisher_as_elsewhere(first, second, chance):
    assert math.isclose(fisher(first, second), chance, rel_tol=1e-5)


def test_the_ratio_as_reckoned_by_hand():
    ratio, low, high = ratio_of(Side(40, 200), Side(20, 200))
    assert (round(ratio, 3), round(low, 3), round(high, 3)) == (2.0, 1.213, 3.296)


@given(st.permutations(range(24)), st.integers(0, 9))
def test_camps_do_not_depend_on_the_order_of_votes(order, more):
    votes = [(voter, author, 1) for voter in order for author in range(24) if voter % 2 == author % 2 and voter != author]
    found = camps_of([*votes, (4, 5, 1), *((0, 1, 1) for _ in range(more))])
    assert found.side_of == {person: person % 2 for person in range(24)}
    assert found.sizes == (12, 12)


def test_a_crowd_apart_is_no_side():
    """Forty people in two camps, and thirty who have nothing to do with them."""
    crowd = [(voter, author, 1) for voter in range(40) for author in range(40) if voter % 2 == author % 2 or voter * author % 7 == 1]
    apart = [(voter, author, 1) for voter in range(100, 130) for author in range(100, 130)]
    assert camps_of(apart + crowd).side_of == {person: person % 2 for person in range(40)}
    assert camps_of(apart).side_of == {}


def test_no_votes_or_few_make_no_camps():
    assert camps_of([]).sizes == (0, 0)
    assert camps_of([(1, 2, 3), (3, 3, 5)]).sizes == (0, 0)
    small = [(voter, author, 1) for voter in range(16) for author in range(16) if voter % 2 == author % 2]
    assert camps_of(small).sizes == (0, 0)
