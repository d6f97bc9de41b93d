"""What all painted rows share: one height, a ground for their state, and a painter that comes back as it was."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.theme import Theme
from gui.views.row import Row

SIZE = QSize(120, 30)
State = QStyle.StateFlag


class Plain(Row):
    height = 30

    def draw(self, painter, area, index):
        painter.setPen(QColor("red"))
        self.drawn = (area, index.data())


@pytest.fixture
def model():
    made = QStandardItemModel()
    made.appendRow(QStandardItem("words"))
    return made


def painted(row, model, state):
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setPen(QColor("blue"))
    option = QStyleOptionViewItem()
    option.rect = image.rect()
    option.state = state
    row.paint(painter, option, model.index(0, 0))
    assert painter.pen().color() == QColor("blue")
    assert not painter.testRenderHint(QPainter.RenderHint.Antialiasing)
    painter.end()
    return image.pixelColor(60, 15)


def test_rows_are_alike_and_draw_what_is_theirs(model):
    row = Plain(Theme())
    assert row.sizeHint(QStyleOptionViewItem(), model.index(0, 0)).height() == 30
    assert painted(row, model, State.State_None) == QColor("white")
    area, words = row.drawn
    assert (area.size().toSize(), words) == (SIZE, "words")


def test_the_ground_tells_the_state(model):
    theme = Theme()
    row = Plain(theme)
    assert painted(row, model, State.State_MouseOver) == theme.colour("hover")
    assert painted(row, model, State.State_HasFocus | State.State_MouseOver) == theme.colour("selected")
    assert painted(row, model, State.State_Selected) == QColor("white")


def test_a_list_with_a_cursor_of_its_own_names_the_state_of_the_ring(model):
    theme = Theme()
    row = Plain(theme)
    row.ring_for = State.State_Selected
    assert painted(row, model, State.State_Selected) == theme.colour("selected")


def test_a_row_that_draws_nothing_is_unfinished(model):
    with pytest.raises(NotImplementedError):
        Row(Theme()).draw(None, None, model.index(0, 0))
