"""How large the text is and how wide its column: by steps, between ends, what is in view staying."""

import pytest

from gui.views.article.column import LEAST_MEASURE, MEASURE
from gui.views.article.sizing import MOST_MEASURE


def test_zoom_goes_by_steps_and_back_to_fit(show, seed, qtbot):
    parts = show(seed)
    with qtbot.waitSignal(parts.view.zoomed):
        parts.view.zoom_in()
    assert parts.view.zoom == pytest.approx(16 / 15)
    for _ in range(30):
        parts.view.zoom_in()
    assert parts.view.zoom == 2.0
    for _ in range(30):
        parts.view.zoom_out()
    assert parts.view.zoom == pytest.approx(11 / 15)
    parts.view.zoom_fit()
    assert parts.view.zoom == 1.0
    parts.view.zoom = 9.0
    assert parts.view.zoom == 2.0


def test_the_measure_stays_between_its_ends(show, seed):
    parts = show(seed, size=(1400, 828))
    assert parts.view.measure == MEASURE == parts.view.canvas.page.column.width
    for wanted, held in ((700, 700), (-5, LEAST_MEASURE), (99_999, MOST_MEASURE)):
        parts.view.measure = wanted
        assert (parts.view.measure, parts.view.canvas.page.column.width) == (held, held)


def test_another_measure_keeps_the_first_line_in_view(show, big):
    parts = show(big, size=(1400, 828))
    parts.view.verticalScrollBar().setValue(5000)
    start, _ = parts.view.scrolling.anchor()
    for measure in (430, 900, 530):
        parts.view.measure = measure
        page = parts.view.canvas.page
        assert abs(page.line_top(start) - parts.view.scrolling.top) < 2 * page.pitch


def test_the_same_measure_lays_nothing_out(show, seed):
    parts = show(seed)
    laid = parts.view.canvas.page.laid(0)
    parts.view.measure = parts.view.measure
    assert parts.view.canvas.page.laid(0) is laid


def test_the_current_quote_stays_where_it_is_while_the_text_becomes_larger_and_smaller(show, seed):
    parts = show(seed, size=(1024, 624))
    quote = parts.model.quote("q4")
    parts.selection.select_quote("q4")
    below = parts.view.canvas.page.line_top(quote.fragments[0].start) - parts.view.scrolling.top
    for change in (*[parts.view.zoom_in] * 10, *[parts.view.zoom_out] * 14):
        change()
        now = parts.view.canvas.page.line_top(quote.fragments[0].start) - parts.view.scrolling.top
        assert now == below or (now < below and parts.view.scrolling.top == 0)
