"""The list that hangs below a field while one types in it."""

from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtWidgets import QFrame, QListView, QWidget

AIR = 8  # above and below the rows
FROM_FIELD = 6  # where the ring round it has its place
FROM_EDGE = 4  # of the window


class HangingList(QListView):
    """Hidden until `hang`. It is a child of the field's window, so that no other window ever takes the keys."""

    def __init__(self, words: str, model: QAbstractItemModel, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self.setObjectName("names")
        self.setAccessibleName(words)
        self.setModel(model)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # words are cut, rows are not
        self.hide()

    def hang(self, width: int, *, rows: int, row_height: int) -> None:
        """Show so many rows under the field, flush with its right edge, as far as the window has room for them."""
        top = self._field.window()
        if self.parentWidget() is not top:
            self.setParent(top)
        corner = self._field.mapTo(top, QPoint(self._field.width() - width, self._field.height() + FROM_FIELD))
        room = top.height() - corner.y() - FROM_EDGE
        height = max(row_height, min(rows * row_height + AIR, room))
        self.setGeometry(max(FROM_EDGE, corner.x()), corner.y(), width, height)
        self.show()
        self.raise_()

    def step(self, *, forward: bool) -> None:
        """Mark the next row or the one before it, round the ends; without a mark the first or the last."""
        step = 1 if forward else -1
        here = max(self.currentIndex().row(), -1 if forward else 0)
        self.setCurrentIndex(self.model().index((here + step) % max(1, self.model().rowCount()), 0))
