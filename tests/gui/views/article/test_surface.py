"""Qt's events: scrolling, keys that are taken and keys that are not, focus, tooltips."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from gui.views.article.hints import Target

CONTROL, SHIFT, NONE = (Qt.KeyboardModifier[name] for name in ("ControlModifier", "ShiftModifier", "NoModifier"))


def wheel(parts, notches, modifiers=NONE):
    viewport = parts.view.viewport()
    at = QPointF(100, 100)
    event = QWheelEvent(
        at, viewport.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, modifiers,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)
    return event


def test_the_wheel_scrolls_by_lines(show, big):
    parts = show(big)
    wheel(parts, -1)
    assert parts.view.scrolling.top == 3 * 24
    wheel(parts, 1)
    assert parts.view.scrolling.top == 0


def test_the_wheel_with_ctrl_is_the_windows(show, big):
    parts = show(big)
    assert not wheel(parts, -1, CONTROL).isAccepted()
    assert parts.view.scrolling.top == 0


def test_pages_and_ends_by_keyboard(show, big):
    parts = show(big)
    view, page = parts.view, parts.view.verticalScrollBar().pageStep()
    for key, modifiers, expected in (
        (Qt.Key.Key_PageDown, NONE, page),
        (Qt.Key.Key_Space, NONE, 2 * page),
        (Qt.Key.Key_Space, SHIFT, page),
        (Qt.Key.Key_PageUp, NONE, 0),
        (Qt.Key.Key_End, NONE, None),
        (Qt.Key.Key_Home, NONE, 0),
    ):
        QTest.keyClick(view, key, modifiers)
        assert view.scrolling.top == (view.verticalScrollBar().maximum() if expected is None else expected)


OTHERS = (
    *[(Qt.Key(Qt.Key.Key_A + step), NONE) for step in range(26)],
    *[(Qt.Key(Qt.Key.Key_0 + step), NONE) for step in range(10)],
    *[(Qt.Key[f"Key_{name}"], NONE) for name in "Return Enter Tab Backtab Left Right Up Down Escape Slash F6".split()],  # noqa: SIM905
    (Qt.Key.Key_PageDown, CONTROL),
    (Qt.Key.Key_Z, CONTROL),
)


@pytest.mark.parametrize(("key", "modifiers"), OTHERS, ids=lambda value: getattr(value, "name", str(value)))
def test_every_other_key_is_left_to_the_window(show, seed, key, modifiers):
    parts = show(seed)
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "x")
    parts.view.keyPressEvent(event)
    assert not event.isAccepted()
    assert parts.view.scrolling.top == 0


def test_scrolled_pixels_are_those_of_a_fresh_painting(show, big):
    parts = show(big)
    for value in (30_000, 30_050, 29_990, 30_013):
        parts.view.verticalScrollBar().setValue(value)
        QApplication.processEvents()
    scrolled = parts.view.grab().toImage()
    parts.view.viewport().update()
    QApplication.processEvents()
    assert parts.view.grab().toImage() == scrolled


def test_the_ring_is_there_for_the_keyboard_and_not_for_the_mouse(show, seed, qtbot):
    parts = show(seed)
    accent = parts.theme.colour("accent").name()
    parts.view.activateWindow()
    parts.view.clearFocus()
    parts.view.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(parts.view.hasFocus)
    assert parts.view.grab().toImage().pixelColor(0, 400).name() == accent
    parts.view.clearFocus()
    assert parts.view.grab().toImage().pixelColor(0, 400).name() != accent
    parts.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert parts.view.grab().toImage().pixelColor(0, 400).name() != accent


def test_a_tag_tells_its_name_and_what_its_figure_means(show, seed, middle_of, monkeypatch):
    told = []
    monkeypatch.setattr(QToolTip, "showText", lambda at, words, widget: told.append(words))
    for width in (816, 700):
        parts = show(seed, size=(width, 828))
        at = middle_of(parts, "q9", tag=True)
        event = QHelpEvent(QEvent.Type.ToolTip, at, parts.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(parts.view.viewport(), event)
    assert told == ["9 Lavrov: 91% that words and speaker are right"] * 2


def test_a_right_click_reaches_the_windows_menu(show, seed, qtbot):
    parts = show(seed)
    parts.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    at = QPoint(100, 100)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, parts.view.viewport().mapToGlobal(at))
    with qtbot.waitSignal(parts.view.customContextMenuRequested):
        QApplication.sendEvent(parts.view.viewport(), event)


def test_what_lies_over_a_scrolled_page_is_painted_where_the_page_is(show, big):
    parts = show(big)
    parts.selection.select_quote("q5000")
    parts.selection.choose_edge(1)
    spans = [quote.fragments[0] for quote in parts.model.quotes]
    parts.view.caret.begin(parts.model.quote("q5000").span.start)
    for hints in (False, True):
        if hints:
            targets = [Target(span, 1) for span in parts.view.spans_in_view(spans)]
            parts.view.hints.begin(targets, lambda value: None)
        for step in (0, 50, -11):
            parts.view.verticalScrollBar().setValue(parts.view.scrolling.top + step)
            QApplication.processEvents()
            scrolled = parts.view.grab().toImage()
            parts.view.viewport().update()
            QApplication.processEvents()
            assert parts.view.grab().toImage() == scrolled
        rect = parts.view.caret.rect().translated(0, -parts.view.scrolling.top)
        image = parts.view.viewport().grab().toImage()
        ink = parts.theme.colour("ink")
        assert hints or all(image.pixelColor(rect.center().x(), y) == ink for y in range(rect.top(), rect.bottom()))


def test_while_the_caret_is_there_the_scrolling_keys_move_it(show, big):
    parts = show(big)
    parts.view.caret.begin(0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Down, Qt.Key.Key_PageDown):
        before = parts.view.caret.position
        QTest.keyClick(parts.view, key)
        assert parts.view.caret.position > before
    top = parts.view.scrolling.top
    QTest.keyClick(parts.view, Qt.Key.Key_Space)
    assert parts.view.scrolling.top > top, "a key that is none of the caret's scrolls as ever"
    parts.view.caret.end()
    QTest.keyClick(parts.view, Qt.Key.Key_Home)
    assert parts.view.scrolling.top == 0


def test_the_pointer_says_that_an_edge_can_be_dragged(show, seed, middle_of):
    parts = show(seed)
    viewport, row = parts.view.viewport(), parts.view.canvas.page.rows(parts.model.quote("q2").fragments[0])[0]
    edge = QPoint(round(row.left) + 2, round(row.top) + 12)
    for chosen, shape in (("", Qt.CursorShape.IBeamCursor), ("q2", Qt.CursorShape.SplitHCursor)):
        parts.selection.select_quote(chosen)
        for point in (edge + QPoint(60, 0), edge):
            QTest.mouseMove(viewport, point)
        assert viewport.cursor().shape() is shape
    QTest.mouseMove(viewport, middle_of(parts, "q2", tag=True))
    assert viewport.cursor().shape() is Qt.CursorShape.PointingHandCursor


def test_the_current_quote_stays_in_view_whatever_size_the_view_gets(show, big, qtbot):
    parts = show(big, size=(1024, 700))
    quote = parts.model.quotes[5000]
    parts.selection.select_quote(quote.id)
    for width, height in ((500, 700), (1400, 300), (816, 828), (430, 200)):
        parts.view.resize(width, height)
        assert parts.view.spans_in_view(quote.fragments), (width, height)
        qtbot.waitUntil(lambda: not parts.view.scrolling.measuring)
        assert parts.view.spans_in_view(quote.fragments), (width, height)


def test_a_quote_out_of_view_is_not_fetched_by_another_size(show, big):
    parts = show(big)
    parts.selection.select_quote(parts.model.quotes[5000].id)
    parts.view.scrolling.jump(5000)
    start, _ = parts.view.scrolling.anchor()
    parts.view.resize(500, 700)
    assert abs(parts.view.canvas.page.line_top(start) - parts.view.scrolling.top) < 2 * parts.view.canvas.page.pitch
