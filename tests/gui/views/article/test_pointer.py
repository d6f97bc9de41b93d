"""Clicks, drags and hovering with a real mouse."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

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


def drag_exactly(parts, start, end):
    """Drag with Ctrl held, which QTest can't say of a move."""
    viewport, held, none = parts.view.viewport(), Qt.KeyboardModifier.ControlModifier, Qt.MouseButton.NoButton
    steps = [
        (QEvent.Type.MouseButtonPress, start, LEFT, LEFT),
        (QEvent.Type.MouseMove, (start + end) / 2, none, LEFT),
        (QEvent.Type.MouseMove, end, none, LEFT),
        (QEvent.Type.MouseButtonRelease, end, LEFT, none),
    ]
    for kind, at, button, buttons in steps:
        everywhere = QPointF(viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, QMouseEvent(kind, QPointF(at), everywhere, button, buttons, held))


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
    assert parts.view.selected_span() == Span(7, 35)
    QTest.keyClick(parts.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == parts.model.text[7:35]
    assert parts.selection.quote_id == ""


def test_dragging_backwards_selects_the_same(show, seed):
    parts = show(seed)
    drag(parts, letter(parts, 34), letter(parts, 7))
    assert parts.view.selected_span() == Span(7, 35)


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
    assert parts.view.selected_span() == Span(7, 35)
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
    drag_exactly(parts, letter(parts, start), QPoint(round(last.right), round(last.top) + 12))
    assert parts.model.text[slice(*parts.view.selected_span())] == words


@pytest.mark.parametrize(
    ("dragged", "words"),
    [("xt with \u00a0sp", "te\u0301xt with \u00a0space"), ("🎉 en", "🎉🎉 end"), ("לם ab", "עולם abc\ufeff")],
)
def test_words_that_a_drag_begins_or_ends_in_are_taken_whole(show, dragged, words):
    parts = show(article_of(TRICKY, []))
    start = TRICKY.rindex(dragged)
    first, last = letter(parts, start), letter(parts, start + len(dragged))
    for one, other in ((first, last), (last, first)):
        drag(parts, one, other)
        assert parts.model.text[slice(*parts.view.selected_span())] == words


def test_a_drag_within_one_word_selects_that_part_of_it(show, seed):
    parts = show(seed)
    start = parts.model.text.index("conversation")
    drag(parts, letter(parts, start + 3), letter(parts, start + 9))
    assert parts.view.selected_span() == Span(start + 3, start + 9)


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


def edge_of(parts, quote_id, edge):
    """Return the place of an edge of a quote on one line or more."""
    fragment = parts.model.quote(quote_id).fragments[edge // 2]
    rows = parts.view.canvas.page.rows(fragment)
    row = rows[-1] if edge % 2 else rows[0]
    x = round(row.right) - 1 if edge % 2 else round(row.left) + 1
    return QPoint(x, round(row.top) + 12 - parts.view.scrolling.top)


@pytest.fixture
def dropped(show, seed):
    """The sample article with its second quote current, and what its edges were dropped as."""
    parts = show(seed)
    parts.selection.select_quote("q2")
    parts.dropped = []
    parts.view.edge_dropped.connect(parts.dropped.append)
    return parts


def test_an_edge_of_the_current_quote_is_dragged_to_the_edge_of_another_word(dropped):
    parts = dropped
    start, end = parts.model.quote("q2").fragments[0]
    assert parts.model.text[start:end].startswith('"A spark is needed')
    drag(parts, edge_of(parts, "q2", 0), letter(parts, start + 7))
    drag(parts, edge_of(parts, "q2", 1), letter(parts, start + 17))
    assert parts.dropped == [(Span(start + 9, end),), (Span(start, start + 18),)]


def test_an_edge_within_a_word_is_not_moved_by_a_press_that_trembles(show, seed):
    article = seed
    parts = show(article_of(article.document.text, [quote_of(article.document.text, "onvers")]))
    (quote,) = parts.model.quotes
    parts.selection.select_quote(quote.id)
    dropped = []
    parts.view.edge_dropped.connect(dropped.append)
    there = edge_of(parts, quote.id, 0)
    drag(parts, there, there + QPoint(1, 0))
    assert dropped == []
    drag(parts, there, there - QPoint(9, 0))
    assert parts.model.text[slice(*dropped[0][0])] == "convers"


def test_an_edge_is_dragged_to_any_letter_with_control_held(dropped):
    parts = dropped
    start, end = parts.model.quote("q2").fragments[0]
    drag_exactly(parts, edge_of(parts, "q2", 0), letter(parts, start + 9))
    drag_exactly(parts, edge_of(parts, "q2", 1), letter(parts, end - 12))
    assert parts.dropped == [(Span(start + 9, end),), (Span(start, end - 12),)]
    assert parts.selection.edge == 1
    assert (parts.view.edges.held, parts.view.edges.preview) == (-1, ())
    assert parts.view.selected_span() is None


def test_a_press_on_an_edge_makes_it_the_live_one_and_drops_nothing(dropped):
    QTest.mouseClick(dropped.view.viewport(), LEFT, pos=edge_of(dropped, "q2", 1))
    assert (dropped.selection.edge, dropped.dropped) == (1, [])
    there = edge_of(dropped, "q2", 0)
    viewport = dropped.view.viewport()
    QTest.mousePress(viewport, LEFT, pos=there)
    for point in (there + QPoint(40, 0), there):
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, LEFT, pos=there)
    assert (dropped.selection.edge, dropped.dropped) == (0, [])


def test_other_quotes_have_no_edges_to_drag(show, seed):
    parts = show(seed)
    parts.selection.select_quote("q2")
    there = edge_of(parts, "q5", 1)
    drag(parts, there, there - QPoint(60, 0))
    assert (parts.selection.edge, parts.selection.quote_id) == (-1, "q2")
    assert parts.view.selected_span() is not None


def test_a_piece_is_dragged_as_far_as_its_neighbour_and_never_to_nothing(show, seed):
    parts = show(seed)
    parts.selection.select_quote("q1")
    dropped = []
    parts.view.edge_dropped.connect(dropped.append)
    one, two = parts.model.quote("q1").fragments
    drag(parts, edge_of(parts, "q1", 1), letter(parts, two.end - 3))
    drag(parts, edge_of(parts, "q1", 2), letter(parts, 3))
    drag(parts, edge_of(parts, "q1", 3), letter(parts, one.start + 4))
    assert dropped == [
        (Span(one.start, two.start), two),
        (one, Span(one.end, two.end)),
        (one, Span(two.start, two.start + 1)),
    ]


def test_the_page_shows_where_the_quote_would_be_while_an_edge_is_dragged(dropped):
    parts, viewport = dropped, dropped.view.viewport()
    before = viewport.grab().toImage()
    start = edge_of(parts, "q2", 1)
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start - QPoint(50, 0))
    during = viewport.grab().toImage()
    assert parts.view.edges.preview != parts.model.quote("q2").fragments
    QTest.mouseMove(viewport, start)
    QTest.mouseRelease(viewport, LEFT, pos=start)
    parts.selection.choose_edge(-1)
    parts.selection.hover("")
    assert before == viewport.grab().toImage() != during


@pytest.mark.parametrize(
    "leave", [lambda parts: parts.selection.select_quote("q5"), lambda parts: parts.selection.choose_edge(-1)]
)
def test_a_quote_that_is_left_while_its_edge_is_dragged_stays_as_it_was(dropped, leave):
    viewport, start = dropped.view.viewport(), edge_of(dropped, "q2", 1)
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, start - QPoint(50, 0))
    leave(dropped)
    QTest.mouseMove(viewport, start - QPoint(70, 0))
    QTest.mouseRelease(viewport, LEFT, pos=start - QPoint(70, 0))
    assert (dropped.dropped, dropped.view.edges.preview, dropped.view.edges.held) == ([], (), -1)


def test_holding_an_edge_below_the_view_scrolls_on(show, big, qtbot):
    parts = show(big)
    parts.selection.select_quote("q20")
    viewport, start = parts.view.viewport(), edge_of(parts, "q20", 1)
    dropped = []
    parts.view.edge_dropped.connect(dropped.append)
    QTest.mousePress(viewport, LEFT, pos=start)
    QTest.mouseMove(viewport, QPoint(200, viewport.height() + 60))
    qtbot.waitUntil(lambda: parts.view.scrolling.top > 150)
    end = parts.view.edges.preview[0].end
    qtbot.waitUntil(lambda: parts.view.edges.preview[0].end > end)
    QTest.mouseRelease(viewport, LEFT, pos=QPoint(200, 500))
    assert dropped[0][0].end > end
    assert parts.view.selected_span() is None


@pytest.mark.parametrize("words", ["😀 line", "xt with", "שלום", "last"])
def test_edges_are_dragged_to_whole_letters_of_any_text(show, words):
    start = TRICKY.index(words)
    parts = show(article_of(TRICKY, [quote_of(TRICKY, words, id="q")]))
    parts.selection.select_quote("q")
    page, dropped = parts.view.canvas.page, []
    parts.view.edge_dropped.connect(dropped.append)
    first = page.caret_at(start)
    handle = QPoint(round(first[0]), first[1] + 12)
    for x in range(int(page.column.left), int(page.column.right), 7):
        drag(parts, handle, QPoint(x, first[1] + 12))
    laid = page.laid(page.block_of(start))
    block = page.blocks[page.block_of(start)].start
    assert len(dropped) > 10
    for (piece,) in dropped:
        assert piece.end == start + len(words)
        assert block <= piece.start < piece.end
        assert laid.layout.isValidCursorPosition(laid.offsets.to16(piece.start - block))


@pytest.fixture
def asked(show, seed):
    """The sample article while words are asked for."""
    parts = show(seed)
    parts.selection.select_quote("q2")
    parts.meant = []
    parts.view.hints.begin([], parts.meant.append, takes_words=True)
    return parts


def test_a_click_on_a_word_is_what_was_asked_for(asked):
    QTest.mouseClick(asked.view.viewport(), LEFT, pos=letter(asked, 10) + QPoint(3, 0))
    assert [asked.model.text[slice(*span)] for span in asked.meant] == ["meeting"]
    assert (asked.view.hints.active, asked.view.selected_span(), asked.selection.quote_id) == (False, None, "q2")


def test_words_dragged_over_are_what_was_asked_for(asked):
    drag(asked, letter(asked, 7), letter(asked, 34))
    assert asked.meant == [Span(7, 35)]
    assert (asked.view.hints.active, asked.view.selected_span()) == (False, None)


def test_words_of_a_quote_are_taken_too_and_it_does_not_become_current(asked, middle_of):
    QTest.mouseClick(asked.view.viewport(), LEFT, pos=middle_of(asked, "q5"))
    assert len(asked.meant) == 1
    assert asked.selection.quote_id == "q2"


def test_over_an_edge_words_are_taken_and_no_edge(asked):
    there = edge_of(asked, "q2", 0)
    drag(asked, there, there + QPoint(60, 0))
    assert (asked.selection.edge, len(asked.meant)) == (-1, 1)


def test_where_only_letters_count_a_click_goes_on_as_ever(show, seed, middle_of):
    parts = show(seed)
    meant = []
    parts.view.hints.begin([], meant.append)
    QTest.mouseClick(parts.view.viewport(), LEFT, pos=middle_of(parts, "q5"))
    assert (meant, parts.selection.quote_id, parts.view.hints.active) == ([], "q5", False)
