"""Progress: not at once, never in the way of the import, and a way out that leaves nothing behind."""

import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from gui.dialogs import progress
from gui.dialogs.progress import MOST_LINES, Cancelled, Progress
from gui.theme import Theme
from tests.gui.looks import click, seen, shown


@pytest.fixture
def made(qtbot):
    def make(total=None, parent=None):
        dialog = Progress(total, Theme(), parent)
        if parent is None:
            qtbot.addWidget(dialog)
        return dialog

    return make


@pytest.fixture
def at_once(monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)


def test_a_short_import_shows_nothing_and_lets_nothing_in(made):
    dialog, ran = made(), []
    QTimer.singleShot(0, lambda: ran.append(True))
    assert list(dialog.watch(range(500))) == list(range(500))
    dialog.say("Looking…")
    assert (dialog.isVisible(), ran, dialog.told.text()) == (False, [], "")


def test_a_long_one_is_shown_after_a_while(made, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 60)
    dialog, first = made(), []

    def slowly():
        for number in range(8):
            time.sleep(0.03)
            first.extend([number] if dialog.isVisible() and not first else [])
            yield number

    assert list(dialog.watch(slowly())) == list(range(8))
    assert 1 <= first[0] <= 5
    assert dialog.isModal()


def test_the_last_line_needs_no_dialog_any_more(made, at_once):
    dialog = made(MOST_LINES)
    assert len(list(dialog.watch(range(MOST_LINES)))) == MOST_LINES
    assert not dialog.isVisible()


def test_it_says_how_many_of_how_many(made, at_once):
    dialog = made(50)
    seen_at = [(dialog.told.text(), dialog.bar.value()) for _ in dialog.watch(range(50))]
    told = [seen_at[MOST_LINES - 1], seen_at[2 * MOST_LINES - 1]]
    assert told == [("20 of 50 articles read", 20), ("40 of 50 articles read", 40)]


def test_more_than_were_promised_is_no_lie(made, at_once):
    dialog = made(10)
    list(dialog.watch(range(MOST_LINES)))
    assert (dialog.told.text(), dialog.bar.value()) == ("20 of 20 articles read", 10)


def test_without_a_total_a_piece_runs_through_the_bar(made, at_once):
    dialog = made()
    lines = dialog.watch(range(100))
    for _ in range(MOST_LINES):
        next(lines)
    assert (dialog.told.text(), dialog.bar.maximum()) == ("20 articles read", 0)
    theme = Theme()
    dialog.bar.lap = 0.5
    colours = seen(dialog.bar)
    assert colours[theme.colour("accent").name()] * 2.5 < colours[theme.colour("line").name()]
    assert colours[theme.colour("accent").name()] > 0


@pytest.mark.parametrize("how", ["click", "escape", "space", "close"])
def test_cancel_ends_it_between_two_lines(made, at_once, how):
    dialog, taken = made(), []

    def slowly(number):
        time.sleep(0.001)
        return number

    def press():
        if how == "click":
            click(dialog.cancel)
        elif how == "close":
            dialog.close()
        else:
            QTest.keyClick(dialog.cancel, Qt.Key.Key_Escape if how == "escape" else Qt.Key.Key_Space)

    QTimer.singleShot(0, press)
    with pytest.raises(Cancelled):
        taken.extend(dialog.watch(map(slowly, range(1000))))
    assert len(taken) < 100
    assert dialog.isVisible()


def test_what_was_being_read_is_closed(made):
    closed = []

    def lines():
        try:
            yield from range(1000)
        finally:
            closed.append(True)

    reading = lines()
    watched = made().watch(reading)
    next(watched)
    watched.close()
    assert closed == [True]


def test_a_held_enter_does_not_cancel(made, at_once):
    dialog = made()
    lines = dialog.watch(range(100))
    for _ in range(MOST_LINES):
        next(lines)
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Return)
    assert len(list(lines)) == 100 - MOST_LINES


def test_no_key_and_no_click_reaches_what_is_behind(qtbot, made, at_once):
    behind = shown(qtbot, QLineEdit())
    dialog = made(parent=behind)
    lines = dialog.watch(range(100))
    for _ in range(MOST_LINES):
        next(lines)
    assert QApplication.activeModalWidget() is dialog
    QTest.keyClick(behind.window().windowHandle(), "x")
    assert behind.text() == ""
    dialog.finish()
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(behind.isActiveWindow)
    QTest.keyClick(behind.window().windowHandle(), "x")
    assert behind.text() == "x"


def test_what_comes_after_the_last_line_is_said_and_can_not_be_cancelled(made, at_once):
    dialog = made()
    list(dialog.watch(range(MOST_LINES)))
    dialog.say("Looking for articles that are nearly the same…")
    assert (dialog.told.text(), dialog.cancel.isEnabled()) == ("Looking for articles that are nearly the same…", False)


def test_it_is_named(made):
    dialog = made()
    assert (dialog.windowTitle(), dialog.bar.accessibleName()) == ("Adding articles", "Articles read")
