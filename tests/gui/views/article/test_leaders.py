"""Ticks of one line stand apart, and no leader joins or crosses another that bends the same way."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from gui.views.article.leaders import SHORT, STEP, TALL, lanes, ticks


def test_a_tick_alone_is_tall_and_those_of_one_line_are_short_and_apart():
    one, *three = ticks([(0, 50.0), (1, 74.0), (2, 74.0), (3, 74.0)])
    assert (one.middle, one.height) == (50, TALL)
    assert [tick.middle for tick in three] == [74 - STEP, 74, 74 + STEP]
    assert {tick.height for tick in three} == {SHORT}


def test_many_ticks_stay_inside_their_line():
    middles = [tick.middle for tick in ticks([(row, 100.0) for row in range(9)])]
    assert middles[-1] - middles[0] < 20
    assert all(lower > upper for upper, lower in pairwise(middles))


def test_leaders_that_go_down_past_each_other_turn_further_left_each():
    turns = lanes([(10, 60), (20, 84), (30, 108)], left=0, right=18)
    assert turns[0] > turns[1] > turns[2]


def test_leaders_that_go_up_turn_further_right_each():
    turns = lanes([(100, 10), (110, 34), (120, 58)], left=0, right=18)
    assert turns[0] < turns[1] < turns[2]


def test_level_leaders_and_those_apart_share_the_middle():
    assert lanes([(10, 10), (100, 124), (300, 324)], left=0, right=18) == [9, 9, 9]


@given(st.lists(st.integers(0, 600), min_size=2, max_size=40))
def test_upright_parts_that_stand_beside_each_other_are_never_one(found):
    starts = [value + rank * 0.5 for rank, value in enumerate(sorted(found))]
    ends, edge = [], 0.0
    for start in starts:
        edge = max(start, edge)
        ends.append(edge)
        edge += 24
    turns = lanes(list(zip(starts, ends, strict=True)), left=0, right=18)
    assert all(0 < turn < 18 for turn in turns)
    for upper, lower in pairwise(range(len(turns))):
        if ends[upper] - starts[upper] >= 1 and ends[lower] - starts[lower] >= 1 and ends[upper] > starts[lower]:
            assert turns[upper] > turns[lower]
