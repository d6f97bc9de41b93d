"""The view goes where it is sent and stays where it is while guesses become heights."""

from PySide6.QtCore import QRect

from core.model.spans import Span


def seen(parts) -> str:
    """Return the first words in view."""
    position, _ = parts.view.scrolling.anchor()
    return parts.model.text[position : position + 20]


def test_a_quote_in_view_is_left_where_it_is(show, seed):
    parts = show(seed)
    parts.view.scrolling.reveal(parts.model.quote("q9").fragments[0])
    assert parts.view.scrolling.top == 0


def test_a_quote_out_of_view_comes_to_a_third_of_the_height(show, big):
    parts = show(big)
    span = parts.model.quotes[5000].fragments[0]
    parts.view.scrolling.reveal(span)
    line = parts.view.canvas.page.line_top(span.start) - parts.view.scrolling.top
    assert abs(line - parts.view.viewport().height() // 3) <= 1


def test_with_motion_it_takes_a_moment_and_arrives_at_the_same_place(show, big, qtbot):
    parts = show(big)
    parts.view.reduced_motion = False
    span = parts.model.quotes[7000].fragments[0]
    parts.view.scrolling.reveal(span)
    started = parts.view.scrolling.top
    third = parts.view.viewport().height() // 3
    qtbot.waitUntil(lambda: abs(parts.view.canvas.page.line_top(span.start) - parts.view.scrolling.top - third) <= 1)
    assert started != parts.view.scrolling.top


def test_the_ends_of_the_article_stop_the_way(show, big):
    parts = show(big)
    parts.view.scrolling.reveal(parts.model.quotes[-1].fragments[0])
    assert parts.view.scrolling.top == parts.view.verticalScrollBar().maximum()
    parts.view.scrolling.reveal(Span(0, 5))
    assert parts.view.scrolling.top == 0


def test_measuring_moves_nothing_that_is_seen(show, big, qtbot):
    parts = show(big)
    parts.view.resize(700, 828)
    parts.view.verticalScrollBar().setValue(60_000)
    parts.view.viewport().repaint()
    before = seen(parts)
    assert parts.view.scrolling.measuring
    qtbot.waitUntil(lambda: not parts.view.scrolling.measuring)
    assert seen(parts) == before
    assert parts.view.canvas.page.heights.measured.count(0) == 0


def test_width_and_zoom_keep_the_first_words_in_view(show, big):
    parts = show(big)
    parts.view.verticalScrollBar().setValue(90_000)
    before = parts.view.scrolling.anchor()[0]
    parts.view.resize(680, 828)
    page = parts.view.canvas.page
    assert abs(page.line_top(before) - parts.view.scrolling.top) < page.pitch
    parts.view.zoom = 2.0
    assert abs(page.line_top(before) - parts.view.scrolling.top) < page.pitch


def test_the_end_is_the_end_even_before_all_is_measured(show, big):
    parts = show(big)
    parts.view.resize(690, 828)
    parts.view.scrolling.jump_to_end()
    page, last = parts.view.canvas.page, len(parts.model.text) - 1
    bottom = page.line_top(last) + page.pitch - parts.view.scrolling.top
    assert 0 < parts.view.viewport().height() - bottom < 60


def test_a_place_is_kept_in_view_by_no_more_than_it_takes(show, big):
    parts = show(big)
    scrolling, pitch = parts.view.scrolling, parts.view.canvas.page.pitch
    scrolling.jump(5000)
    inside = QRect(100, 5000 + 2 * pitch, 2, pitch)
    scrolling.keep_in_view(inside)
    assert scrolling.top == 5000
    below = QRect(100, 5000 + scrolling.height, 2, pitch)
    scrolling.keep_in_view(below)
    assert scrolling.top == 5000 + below.height() - 1 + pitch
    above = QRect(100, 4000, 2, pitch)
    scrolling.keep_in_view(above)
    assert scrolling.top == 4000 - pitch


def test_at_the_ends_of_the_article_there_is_no_line_to_spare(show, big):
    parts = show(big)
    scrolling, page = parts.view.scrolling, parts.view.canvas.page
    scrolling.jump(5000)
    scrolling.keep_in_view(QRect(100, 0, 2, page.pitch))
    assert scrolling.top == 0
    scrolling.keep_in_view(QRect(100, page.height - page.pitch, 2, page.pitch))
    assert scrolling.top == parts.view.verticalScrollBar().maximum()


def test_a_span_is_kept_as_far_below_the_top_as_there_is_room_for_all_of_it(show, seed):
    parts = show(seed, size=(816, 400))
    scrolling, page = parts.view.scrolling, parts.view.canvas.page
    span = parts.model.quote("q8").fragments[0]
    scrolling.keep(span, 100)
    assert scrolling.below_top(span, 400) == 100
    scrolling.keep(span, 390)
    assert scrolling.below_top(span, scrolling.height) is not None
    assert page.line_top(span.end - 1) + page.pitch == scrolling.top + scrolling.height
    below = page.line_top(span.start) - scrolling.top
    assert scrolling.below_top(span, below + page.pitch) == below
    assert scrolling.below_top(span, below + page.pitch - 1) is None, "its first line is cut"
