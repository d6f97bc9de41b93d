"""Guesses become heights without anything above being lost."""

import pytest

from gui.views.article.blocks import Block
from gui.views.article.heights import Heights


@pytest.fixture
def heights():
    blocks = [Block(n * 200, n * 200 + 190, n > 0) for n in range(10)]
    return Heights(blocks, width=530, pitch=24, gap=12)


def test_guesses_follow_the_number_of_letters(heights):
    assert [heights.lines(index) for index in (0, 9)] == [3, 3]
    assert heights.tops[1] == 3 * 24 + 12
    assert heights.total == 10 * 72 + 9 * 12


def test_what_is_measured_counts_once_it_is_settled(heights):
    heights.measure(2, 5)
    assert heights.stale
    assert heights.tops[3] == 3 * 84
    assert heights.settle()
    assert heights.tops[3] == 3 * 84 + 48
    assert not heights.settle()


def test_measuring_what_was_guessed_right_moves_nothing(heights):
    heights.measure(2, 3)
    assert heights.measured[2]
    assert not heights.stale


def test_a_height_belongs_to_the_block_at_or_above_it(heights):
    assert heights.at(-5) == 0
    assert heights.at(heights.tops[4]) == 4
    assert heights.at(heights.tops[4] - 1) == 3
    assert heights.at(1e9) == 9


def test_what_is_not_measured_is_found_below_first_and_then_above(heights):
    for index in (4, 5, 6, 7, 8, 9):
        assert heights.unmeasured(4) == index
        heights.measure(index, 3)
    assert heights.unmeasured(4) == 3
    for index in range(4):
        heights.measure(index, 3)
    assert heights.unmeasured(4) == -1
    assert len(heights) == 10
