"""A row is chosen once by a click, Enter or Space; arrows stay in the list and Tab leaves it."""

import pytest
from PySide6.QtCore import QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QStyledItemDelegate, QVBoxLayout, QWidget

from gui.views.listing import Listing
from tests.gui.looks import click_row, held_enter, shown


@pytest.fixture
def listing(qtbot):
    made = Listing("Names")
    made.setModel(QStringListModel(["Ana", "Ben", "Cleo"], made))
    made.around = QWidget()
    column = QVBoxLayout(made.around)
    column.addWidget(made)
    column.addWidget(QPushButton("After"))
    made.rows = []
    made.chosen.connect(lambda index: made.rows.append(index.row()))
    shown(qtbot, made.around, 200, 200)
    made.setFocus()
    return made


def test_a_click_chooses_once(listing):
    click_row(listing, 2)
    assert listing.rows == [2]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_chooses_the_current_row(listing, key):
    listing.setCurrentIndex(listing.model().index(1, 0))
    QTest.keyClick(listing, key)
    held_enter(listing)
    assert listing.rows == [1]


def test_without_a_current_row_enter_chooses_nothing(listing):
    listing.setCurrentIndex(listing.model().index(-1, 0))
    QTest.keyClick(listing, Qt.Key.Key_Return)
    assert listing.rows == []


def test_arrows_move_without_choosing_and_tab_leaves(listing):
    listing.setCurrentIndex(listing.model().index(0, 0))
    QTest.keyClick(listing, Qt.Key.Key_Down)
    assert (listing.currentIndex().row(), listing.rows) == (1, [])
    QTest.keyClick(listing, Qt.Key.Key_Tab)
    assert not listing.hasFocus()
    assert listing.accessibleName() == "Names"


class Tall(QStyledItemDelegate):
    def sizeHint(self, option, index):
        return QSize(100, 24)


@pytest.mark.parametrize("height", [95, 100, 119, 200])
def test_a_list_of_whole_rows_cuts_none_at_its_edge(qtbot, height):
    made = Listing("Names", whole_rows_of=24)
    made.setItemDelegate(Tall(made))
    shown(qtbot, made, 200, height)
    made.setModel(QStringListModel([f"name {number}" for number in range(30)], made))
    assert made.viewport().height() % 24 == 0
    made.scrollToBottom()
    last = made.visualRect(made.model().index(29, 0))
    assert last.bottom() == made.viewport().rect().bottom()
    made.verticalScrollBar().setValue(7)
    assert made.visualRect(made.model().index(7, 0)).top() == 0
