"""The list hangs below its field, inside the window, and its rows are gone through by steps."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QSize, QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.stylesheet import style_sheet
from gui.views.hanging_list import AIR, FROM_EDGE, HangingList
from tests.gui.looks import shown

ROW = 20


@pytest.fixture
def hanging(qtbot):
    around, field = QWidget(), QLineEdit()
    field.setFixedWidth(120)
    column = QVBoxLayout(around)
    column.addWidget(field, 0, Qt.AlignmentFlag.AlignRight)
    column.addStretch()
    made = HangingList("Names", QStringListModel(["Ana", "Ben", "Cleo"], field), field)
    made.around, made.field = around, field
    shown(qtbot, around, 300, 200)
    field.setFocus()
    return made


def test_it_hangs_flush_with_the_right_edge_of_its_field(hanging):
    assert hanging.isHidden()
    hanging.hang(200, rows=3, row_height=ROW)
    corner = hanging.field.mapTo(hanging.around, QPoint(hanging.field.width(), hanging.field.height()))
    area = hanging.geometry()
    assert (hanging.parentWidget(), area.x() + area.width(), area.size().toTuple()) == (
        hanging.around,
        corner.x(),
        (200, 3 * ROW + AIR),
    )
    assert area.top() >= corner.y() + 4, "the ring round the field is seen"
    assert (hanging.isVisible(), hanging.field.hasFocus()) == (True, True)


@pytest.mark.parametrize(("width", "rows"), [(500, 3), (100, 90)])
def test_it_stays_in_the_window(hanging, width, rows):
    hanging.hang(width, rows=rows, row_height=ROW)
    area = hanging.geometry()
    assert area.x() >= FROM_EDGE
    assert area.bottom() < hanging.around.height() - FROM_EDGE + 1


def test_without_room_one_row_can_be_seen(hanging):
    hanging.around.resize(300, hanging.field.geometry().bottom() + 10)
    hanging.hang(100, rows=3, row_height=ROW)
    assert hanging.height() == ROW


@pytest.mark.parametrize(
    ("start", "ways", "row"),
    [(None, [True], 0), (None, [False], 2), (0, [True], 1), (2, [True], 0), (0, [False], 2), (1, [False, True], 1)],
)
def test_steps_go_round(hanging, start, ways, row):
    model = hanging.model()
    hanging.setCurrentIndex(QModelIndex() if start is None else model.index(start, 0))
    for forward in ways:
        hanging.step(forward=forward)
    assert hanging.currentIndex().row() == row


def test_an_empty_list_has_nothing_to_mark(hanging):
    hanging.model().setStringList([])
    hanging.step(forward=True)
    assert not hanging.currentIndex().isValid()


def test_rows_that_have_room_bring_no_scroll_bar_however_long_their_words_are(hanging, qtbot):
    hanging.setStyleSheet(style_sheet("light"))
    hanging.setGridSize(QSize(900, ROW))
    hanging.hang(200, rows=3, row_height=ROW)
    qtbot.wait(1)
    assert not hanging.verticalScrollBar().isVisible()
    assert not hanging.horizontalScrollBar().isVisible()
    assert hanging.viewport().height() >= 3 * ROW
