"""Letters stand where they are drawn: in both directions, with wide letters and with marks above them."""

from itertools import pairwise

import pytest

from gui.fonts import serif
from gui.views.article.laid_block import LaidBlock, baseline, reads_right_to_left


def laid(text: str, width: float = 530) -> LaidBlock:
    return LaidBlock(text, serif(15), width=width, pitch=24)


def test_lines_break_where_the_picture_breaks_them():
    text = "Before the meeting, Lukashenko held a phone call with Russian President Vladimir Putin."
    block = laid(text)
    assert block.lines == 2
    assert block.line_of(text.index("President")) == 0
    assert block.line_of(text.index("Vladimir")) == 1


def test_every_line_has_one_pitch_whatever_its_letters_need():
    block = laid("plain 日本語 नमस्ते e\u0301\u0302\u0303 😀 " * 20)
    for number in range(block.lines):
        line = block.layout.lineAt(number)
        assert line.y() + line.ascent() == pytest.approx(number * 24 + block.baseline)


def test_the_base_line_leaves_room_above_and_below():
    assert 15 <= baseline(serif(15), 24) <= 19
    assert baseline(serif(30), 48) > 30


def test_a_span_over_two_lines_has_a_stretch_on_each_and_no_trailing_space():
    text = "Before the meeting, Lukashenko held a phone call with Russian President Vladimir Putin."
    first, second = laid(text).stretches(text.index("Russian"), text.index(" Putin"))
    assert (first.line, second.line) == (0, 1)
    assert second.left == 0
    assert first.right == pytest.approx(522.6, abs=1.5)


def test_stretches_of_neighbours_meet_and_nothing_has_no_stretch():
    block = laid("one two three")
    (one,), (two,) = block.stretches(0, 3), block.stretches(3, 7)
    assert one.right == two.left
    assert block.stretches(4, 4) == ()


def test_an_astral_letter_before_a_span_does_not_shift_it():
    plain, wide = laid("ab said"), laid("😀 said")
    assert wide.stretches(2, 6)[0].left > 0
    assert wide.offsets.to16(2) == 3
    assert plain.stretches(3, 7)[0].right - plain.stretches(3, 7)[0].left == pytest.approx(
        wide.stretches(2, 6)[0].right - wide.stretches(2, 6)[0].left, abs=0.1
    )


def test_right_to_left_text_starts_at_the_right():
    text = "שלום עולם"
    (first,) = laid(text).stretches(0, 4)
    (second,) = laid(text).stretches(5, 9)
    assert first.right == pytest.approx(530, abs=1)
    assert second.right <= first.left


def test_a_span_across_both_directions_falls_into_pieces_on_one_line():
    text = "one שלום two"
    pieces = laid(text).stretches(2, 6)
    assert len(pieces) == 2
    assert pieces[0].right < pieces[1].left + 0.5


@pytest.mark.parametrize("text", ["שלום עולם abc last", "one שלום two", "abc שלום 12"])
def test_every_letter_of_both_directions_has_a_box_and_no_two_overlap(text):
    block = laid(text)
    boxes = sorted((at.left, at.right) for n in range(len(text)) for at in block.stretches(n, n + 1))
    assert len(boxes) == len(text)
    assert all(upper[1] <= lower[0] + 1.0 for upper, lower in pairwise(boxes))


def test_points_find_letters_again():
    text = "Before the meeting, Lukashenko held a phone call with Russian President Vladimir Putin."
    block = laid(text)
    for position in (0, 7, 30, text.index("Vladimir") + 3):
        (stretch, *_) = block.stretches(position, position + 1)
        assert block.position_at(stretch.line, stretch.left + 0.2) == position
    assert block.position_at(99, 9999) == len(text)


def test_a_point_in_a_letter_with_marks_never_falls_between_them():
    block = laid("te\u0301\u0302\u0303xt 👩\u200d🚀!")
    found = {block.position_at(0, x / 4) for x in range(0, 300)}
    assert found.isdisjoint({3, 4})
    assert all(block.layout.isValidCursorPosition(block.offsets.to16(position)) for position in found)


def test_a_word_is_found_without_the_space_after_it():
    text = "so 😀 many words"
    assert laid(text).word_at(text.index("any")) == (5, 9)


def test_an_empty_block_is_one_empty_line():
    block = laid("")
    assert block.lines == 1
    assert block.position_at(0, 10) == 0
    assert block.line_of(0) == 0


def test_the_caret_moves_on_with_every_letter_and_not_with_its_marks():
    text = "ab e\u0301 😀 cd"
    block = laid(text)
    places = [block.x_at(position) for position in (0, 1, 2, 3, 5, 6, 7, 8, 9, 10)]
    assert places == sorted(set(places))
    assert places[0] == 0
    assert block.x_at(len(text)) == pytest.approx(block.stretches(9, 10)[0].right)


def test_the_caret_at_the_break_of_a_line_is_on_the_next_one():
    text = "中文的人说我们等他走了" * 12
    block = laid(text)
    second = block.layout.lineAt(1).textStart()
    assert (block.x_at(second), block.line_of(second)) == (0, 1)


def test_in_words_read_from_the_right_the_caret_goes_left():
    text = "שלום עולם"
    places = [laid(text).x_at(position) for position in range(len(text) + 1)]
    assert places == sorted(places, reverse=True)
    assert places[0] == pytest.approx(530, abs=1)


@pytest.mark.parametrize(
    ("text", "backwards"),
    [("שלום abc", True), ("abc שלום", False), ("12 «שלום»", True), ("12 – !", False), ("", False), ("قال", True)],
)
def test_the_first_letter_with_a_direction_gives_it_to_all(text, backwards):
    assert (reads_right_to_left(text), laid(text).right_to_left) == (backwards, backwards)


def test_a_line_ends_behind_its_last_letter_on_that_line():
    text = "Before the meeting, Lukashenko held a phone call with Russian President   Vladimir Putin. "
    block = laid(text)
    first, last = block.line_end(0)
    assert text[first:last].endswith("President")
    assert block.line_end(1) == (text.index("Vladimir"), len(text))
    assert block.line_end(99) == block.line_end(1)


@pytest.mark.parametrize("text", ["中文的人说我们等他走了" * 12, "e\u0301" * 200, "😀" * 90])
def test_a_line_without_a_space_ends_before_its_last_letter(text):
    block = laid(text)
    for number in range(block.lines - 1):
        first, last = block.line_end(number)
        assert block.line_of(last) == block.line_of(first) == number
        assert block.layout.isValidCursorPosition(block.offsets.to16(last))
        assert block.line_end(number + 1)[0] - last <= 2
    assert block.line_end(block.lines - 1)[1] == len(text)


def test_an_empty_block_has_a_place_for_the_caret():
    assert laid("").line_end(0) == (0, 0)
    assert laid("").x_at(0) == 0
    assert laid("x").line_end(0) == (0, 1)
