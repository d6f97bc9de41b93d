"""A list of one column whose rows are chosen by a click or by Enter; Tab leaves it, arrow keys stay in it."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView


class Listing(QListView):
    """`chosen` comes once for a click and once for Enter; a held key chooses nothing.

    A list given the height of its rows (`whole_rows_of`, in pixels) wishes for room for all of them, and cuts none at
    its lower edge; its scroll bar tells that there are more.
    """

    chosen = Signal(QModelIndex)

    def __init__(self, name: str, *, whole_rows_of: int = 0) -> None:
        super().__init__()
        self._row = whole_rows_of
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        modes = QAbstractItemView.ScrollMode
        self.setVerticalScrollMode(modes.ScrollPerItem if whole_rows_of else modes.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.clicked.connect(self.chosen)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show other rows; how many they are is told to what the list stands in."""
        super().setModel(model)
        if model is not None and self._row:
            for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                changed.connect(self.updateGeometry)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return room for the rows that there are, for one at the least."""
        hint = super().sizeHint()
        rows = self.model().rowCount() if self.model() is not None else 0
        return QSize(hint.width(), max(1, rows) * self._row) if self._row else hint

    def minimumSizeHint(self) -> QSize:
        """Return room for one row."""
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._row) if self._row else hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the part of a row that has no room to the ground below."""
        if self._row and self.height() > self._row:
            self.setViewportMargins(0, 0, 0, self.height() % self._row)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the current row with Enter or Space."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid() and not event.isAutoRepeat():
                self.chosen.emit(self.currentIndex())
            return
        super().keyPressEvent(event)
