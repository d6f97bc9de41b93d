"""The palette: typing narrows, arrows move, Enter takes what can be done, Escape leaves."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from gui.key_cap import cap_width
from gui.models.palette import Entry
from gui.stylesheet import style_sheet
from gui.theme import Theme
from gui.views.command_palette import SIZE, CommandPalette
from tests.gui.looks import click_row, held_enter, row_rect, seen, shown

ENTRIES = [Entry(f"do_{number}", f"Do thing {number}", "Edit", "Ctrl M") for number in range(30)]
ENTRIES += [Entry("undo", "Undo", "Edit", "Ctrl Z", enabled=False), Entry("redo", "Redo", "Edit", enabled=False)]


@pytest.fixture
def over(qtbot):
    """Return a function that opens the palette over a window."""
    window = QWidget()
    shown(qtbot, window, 1000, 700)

    def make(entries=ENTRIES):
        made = CommandPalette(entries, Theme(), window)
        made.setModal(False)
        return shown(qtbot, made)

    return make


@pytest.fixture
def palette(over):
    return over()


def titles(palette):
    model = palette.list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def at(palette):
    return palette.list.currentIndex().row()


def test_the_keys_are_in_the_field_and_the_first_entry_is_marked(palette):
    assert palette.field.hasFocus()
    assert (at(palette), titles(palette)[0], palette.chosen) == (0, "Do thing 0", "")
    assert (palette.width(), palette.height()) == SIZE


def test_typing_narrows_and_enter_takes_the_first(palette):
    QTest.keyClicks(palette.field, "thing 23")
    assert (titles(palette), at(palette)) == (["Do thing 23"], 0)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert (palette.chosen, palette.result()) == ("do_23", QDialog.DialogCode.Accepted.value)


def test_arrows_move_from_the_field_and_stop_at_the_ends(palette):
    rows = []
    keys = Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Up
    for key in keys:
        QTest.keyClick(palette.field, key)
        rows.append(at(palette))
    assert rows == [1, 2, 1, 9, 1, 0]
    for _ in range(5):
        QTest.keyClick(palette.field, Qt.Key.Key_PageDown)
    assert at(palette) == 29, "what can't be done now is never marked"
    assert palette.list.viewport().rect().contains(row_rect(palette.list, 29))
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.chosen == "do_29"


def test_a_click_takes_an_entry(palette):
    click_row(palette.list, 3)
    assert (palette.chosen, palette.isVisible()) == ("do_3", False)


@pytest.mark.parametrize("how", ["typed", "clicked", "arrows"])
def test_what_can_not_be_done_now_can_not_be_taken(palette, how):
    QTest.keyClicks(palette.field, "undo")
    assert (titles(palette), at(palette)) == (["Undo"], -1)
    if how == "clicked":
        click_row(palette.list, 0)
    elif how == "arrows":
        QTest.keyClick(palette.field, Qt.Key.Key_Down)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert (palette.chosen, palette.isVisible(), at(palette)) == ("", True, -1)


@pytest.mark.parametrize("words", ["zzz", '"*', "x" * 10_000, "😀", "أين"])
def test_words_that_fit_nothing_take_nothing(palette, words):
    palette.field.setFocus()
    QApplication.clipboard().setText(words)
    palette.field.paste()
    assert titles(palette) == []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Return):
        QTest.keyClick(palette.field, key)
    assert (palette.chosen, palette.isVisible()) == ("", True)


def test_escape_leaves_and_a_held_enter_takes_nothing(palette):
    held_enter(palette.field)
    assert palette.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert (palette.chosen, palette.isVisible(), palette.result()) == ("", False, 0)


def test_without_entries_there_is_nothing_to_take(over):
    palette = over([])
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(palette.field, key)
    assert (palette.chosen, palette.isVisible()) == ("", True)


def test_the_marked_row_has_the_ring_while_the_field_has_the_keys(palette):
    assert seen(palette.list.viewport(), row_rect(palette.list, 0))["#4449c4"] > 400
    assert seen(palette.list.viewport(), row_rect(palette.list, 1))["#4449c4"] == 0


def test_what_can_not_be_done_is_paler_and_says_so(palette):
    QTest.keyClicks(palette.field, "undo")
    assert seen(palette.list.viewport(), row_rect(palette.list, 0))[Theme().colour("ink").name()] == 0
    told = palette.list.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told.endswith("not possible now")


def test_endless_titles_are_cut(over):
    palette = over([Entry("long", "x" * 10_000, "أنا" * 1_000, "Ctrl M"), Entry("odd", "👩‍👩‍👧 <b>", "")])
    assert (palette.width(), palette.height()) == SIZE
    assert row_rect(palette.list, 0).width() <= SIZE[0]
    assert seen(palette.list.viewport())


def test_it_hangs_in_the_middle_of_the_window(palette):
    window = palette.parentWidget()
    left = palette.mapToGlobal(palette.rect().topLeft()).x() - window.mapToGlobal(window.rect().topLeft()).x()
    assert abs(left - (window.width() - palette.width()) // 2) <= 1
    assert palette.accessibleName() == palette.windowTitle() == "Commands"
    assert palette.field.accessibleName()


def test_rows_fill_it_with_as_much_air_below_as_beside(over):
    palette = over()
    palette.setStyleSheet(style_sheet("light"))
    QApplication.processEvents()
    last = max(
        (row_rect(palette.list, row) for row in range(30)),
        key=lambda area: area.bottom() * (area.bottom() < palette.list.viewport().height()),
    )
    bottom = palette.list.viewport().mapTo(palette, last.bottomLeft()).y()
    assert palette.height() - bottom - 1 == palette.list.x() == 10


def test_a_combination_is_one_cap_and_the_corners_are_round(over, qtbot):
    palette = over([Entry("do", "Do", "", "Shift Tab")])
    palette.setStyleSheet(style_sheet("light"))
    palette.grab()
    image = palette.grab().toImage()
    assert image.pixelColor(0, 0).alpha() == 0
    assert image.pixelColor(palette.width() // 2, 0).alpha() == 255
    area = row_rect(palette.list, 0)
    left = area.right() - 12 - round(cap_width("Shift Tab"))
    line = palette.list.viewport().grab(area).toImage()
    edge = Theme().colour("line2").name()
    upright = [x for x in range(left - 4, area.right()) if line.pixelColor(x, area.height() // 2).name() == edge]
    assert len(upright) == 2, "its left and its right side"
