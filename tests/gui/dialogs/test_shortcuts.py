"""All keys on one sheet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QScrollArea

from gui.actions.table import sheet
from gui.dialogs.shortcuts import Shortcuts
from gui.key_cap import KeyCap
from gui.theme import Theme
from tests.gui.looks import shown

ROWS = {
    "Decide": [(("1", "2"), "Pick"), (("Enter",), "Accept"), (("0",), "Nobody")],
    "Move": [(("Tab",), "Next doubtful"), (("→",), "Next")],
    "Frame": [(("Ctrl", "Z"), "Undo")],
}


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, Shortcuts(ROWS, Theme()), 900, 600)


def place(dialog, words):
    label = next(label for label in dialog.findChildren(QLabel) if label.text() == words)
    return label.mapTo(dialog, label.rect().center())


def test_every_key_has_a_cap(dialog):
    caps = [cap.accessibleName() for cap in dialog.findChildren(KeyCap)]
    assert sorted(caps) == sorted(["1", "2", "Enter", "0", "Tab", "→", "Ctrl", "Z"])


def test_words_stand_beside_their_caps(dialog):
    for key, words in (("Enter", "Accept"), ("Tab", "Next doubtful")):
        cap = next(cap for cap in dialog.findChildren(KeyCap) if cap.accessibleName() == key)
        middle = cap.mapTo(dialog, cap.rect().center())
        assert abs(middle.y() - place(dialog, words).y()) <= 2
        assert middle.x() < place(dialog, words).x()


def test_words_stand_near_their_caps_and_nothing_is_cut(dialog):
    assert not dialog.cut.isVisible()
    label = next(label for label in dialog.findChildren(QLabel) if label.text() == "Accept")
    cap = next(cap for cap in dialog.findChildren(KeyCap) if cap.accessibleName() == "Enter")
    assert label.mapTo(dialog, label.rect().topLeft()).x() - cap.mapTo(dialog, cap.rect().topRight()).x() < 110


def test_groups_stand_in_two_columns_in_their_order(dialog):
    decide, move, frame = (place(dialog, name) for name in ROWS)
    assert decide.x() < move.x()
    assert abs(decide.y() - move.y()) <= 2
    assert frame.y() > move.y()


def test_the_real_sheet_shows_every_row_and_can_be_scrolled(qtbot):
    dialog = shown(qtbot, Shortcuts(sheet(), Theme()))
    told = [label.text() for label in dialog.findChildren(QLabel)]
    assert all(words in told for entries in sheet().values() for _, words in entries)
    scroll = dialog.findChild(QScrollArea)
    assert dialog.cut.isVisible() is (scroll.verticalScrollBar().maximum() > 0) is True
    assert scroll.widget().width() <= scroll.viewport().width()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_close_it(dialog, key):
    QTest.keyClick(dialog, key)
    assert not dialog.isVisible()
