"""Clicks, drags and hovering with a real mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from core.model.spans import Span
from gui.views.article.blocks import blocks_of
from tests.support.articles import article_of, quote_of

LEFT = Qt.MouseButton.LeftButton


def letter(parts, position):
    """Return a point on the left edge of a character."""
    row = parts.view.canvas.page.rows(Span(position, position + 1))[0]
    return QPoint(round(row.left), round(row.top) + 12 - parts.view.scrolling.top)


def point(parts, at):
    """Move the pointer to a place, surely by a move."""
    QTest.mouseMove(parts.view.viewport(), at + QPoint(1, 1))
    QTest.mouseMove(parts.view.viewport(), at)


def drag(parts, start, end):
    viewport = parts.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, LEFT, pos=end)


def test_a_click_on_words_or_tag_makes_a_quote_current(show, seed, middle_of):
    parts = show(seed)
    for quote in parts.model.quotes:
        for on_tag in (True, False):
            parts.selection.select_quote("")
            QTest.mouseClick(parts.view.viewport(), LEFT, pos=middle_of(parts, quote.id, tag=on_tag))
            assert parts.selection.quote_id == quote.id


def test_a_click_on_bare_paper_keeps_the_current_quote(show, seed):
    parts = show(seed)
    parts.selection.select_quote("q4")
    QTest.mouseClick(parts.view.viewport(), LEFT, pos=QPoint(100, 20))
    assert parts.selection.quote_id == "q4"


def test_a_double_click_activates(show, seed, middle_of, qtbot):
    parts = show(seed)
    with qtbot.waitSignal(parts.view.quote_activated) as told:
        QTest.mouseDClick(parts.view.viewport(), LEFT, pos=middle_of(parts, "q7"))
    assert told.args == ["q7"]
    assert parts.selection.quote_id == "q7"


def test_a_double_click_beside_quotes_selects_the_word(show, seed):
    parts = show(seed)
    QTest.mouseDClick(parts.view.viewport(), LEFT, pos=letter(parts, 12) + QPoint(3, 0))
    assert parts.model.text[slice(*parts.view.selected_span())] == "meeting"


def test_the_other_buttons_do_nothing_here(show, seed, middle_of):
    parts = show(seed)
    QTest.mouseClick(parts.view.viewport(), Qt.MouseButton.RightButton, pos=middle_of(parts, "q7"))
    QTest.mouseDClick(parts.view.viewport(), Qt.MouseButton.MiddleButton, pos=middle_of(parts, "q7"))
    assert parts.selection.quote_id == ""


def test_pointing_lights_from_words_and_from_the_tag_and_leaving_ends_it(show, seed, middle_of):
    parts = show(seed)
    for on_tag in (False, True):
        point(parts, middle_of(parts, "q5", tag=on_tag))
        assert parts.selection.hovered == "q5"
        point(parts, QPoint(100, 20))
        assert parts.selection.hovered == ""
    parts.selection.hover("q5")
    parts.view.pointer.leave()
    assert parts.selection.hovered == ""


def test_the_cursor_says_what_can_be_clicked(show, seed, middle_of):
    parts = show(seed)
    viewport = parts.view.viewport()
    point(parts, middle_of(parts, "q5", tag=True))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor
    point(parts, middle_of(parts, "q5"))
    assert viewport.cursor().shape() is Qt.CursorShape.IBeamCursor


def test_words_are_dragged_over_and_copied_as_imported(show, seed):
    parts = show(seed)
    drag(parts, letter(parts, 7), letter(parts, 34))
    assert parts.view.selected_span() == Span(7, 34)
    QTest.keyClick(parts.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == parts.model.text[7:34]
    assert parts.selection.quote_id == ""


def test_dragging_backwards_selects_the_same(show, seed):
    parts = show(seed)
    drag(parts, letter(parts, 34), letter(parts, 7))
    assert parts.view.selected_span() == Span(7, 34)


def test_a_drag_over_a_quote_does_not_make_it_current(show, seed, middle_of):
    parts = show(seed)
    middle = middle_of(parts, "q5")
    drag(parts, middle - QPoint(60, 0), middle + QPoint(60, 0))
    assert parts.selection.quote_id == ""
    assert parts.view.selected_span() is not None


def test_a_click_ends_the_selection_and_shift_click_extends_it(show, seed):
    parts = show(seed)
    drag(parts, letter(parts, 7), letter(parts, 20))
    QTest.mouseClick(parts.view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, letter(parts, 34))
    assert parts.view.selected_span() == Span(7, 34)
    QTest.mouseClick(parts.view.viewport(), LEFT, pos=letter(parts, 20))
    assert parts.view.selected_span() is None


TRICKY = "One 😀 line\r\nte\u0301xt with \u00a0space\tand tab 🎉🎉 end\r\n\r\nשלום עולם abc\ufeff last"


def test_copy_gives_back_every_character_of_a_tricky_text(show):
    parts = show(article_of(TRICKY, [quote_of(TRICKY, "with")]))
    QTest.keyClick(parts.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(parts.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert parts.view.selected_span() == Span(0, len(TRICKY))
    assert QGuiApplication.clipboard().text() == TRICKY


@pytest.mark.parametrize("words", ["😀 line", "xt with \u00a0sp", "🎉 end", "abc"])
def test_dragging_selects_exactly_the_letters_between_two_points(show, words):
    parts = show(article_of(TRICKY, []))
    start = TRICKY.rindex(words)
    end = start + len(words)
    last = parts.view.canvas.page.rows(Span(end - 1, end))[0]
    drag(parts, letter(parts, start), QPoint(round(last.right), round(last.top) + 12))
    assert parts.model.text[slice(*parts.view.selected_span())] == words


def test_holding_a_drag_below_the_edge_scrolls_on(show, big, qtbot):
    parts = show(big)
    viewport = parts.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=QPoint(200, 400))
    QTest.mouseMove(viewport, QPoint(200, 600))
    QTest.mouseMove(viewport, QPoint(200, viewport.height() + 40))
    qtbot.waitUntil(lambda: parts.view.scrolling.top > 100)
    before = parts.view.selected_span().end
    qtbot.waitUntil(lambda: parts.view.selected_span().end > before)
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(200, 500))
    assert len(blocks_of(parts.model.text)) > 100
