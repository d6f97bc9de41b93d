"""A painted row of a list: what all such delegates share, so that each only draws what is its own."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.theme import Theme
from gui.views.row_painting import draw_ground, has, row_area

_WIDTH = 200
Index = QModelIndex | QPersistentModelIndex
State = QStyle.StateFlag


class Row(QStyledItemDelegate):
    """Draws the ground of a row by its state, and leaves the rest to `draw`. Rows of one list are all alike."""

    height = 0
    """In pixels."""
    ring_for = State.State_HasFocus
    """The state in which a row has the accent edge."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the one size of all rows; a list stretches them to its width."""
        return QSize(_WIDTH, self.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row; the painter comes back as it was."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = self.area(option)
        self.draw_ground(painter, option, area)
        self.draw(painter, area, index)
        painter.restore()

    def area(self, option: QStyleOptionViewItem) -> QRectF:
        """Return where the row is drawn."""
        return row_area(option)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """Draw what tells the state of the row."""
        if has(option, self.ring_for):
            draw_ground(painter, area, self._theme, "selected", ring=True)
        elif has(option, State.State_MouseOver):
            draw_ground(painter, area, self._theme, "hover")

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        raise NotImplementedError
