"""A list of one column whose rows are chosen by a click or by Enter; Tab leaves it, arrow keys stay in it."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView


class Listing(QListView):
    """`chosen` comes once for a click and once for Enter; a held key chooses nothing.

    A list given the height of its rows (`whole_rows_of`, in pixels) cuts none at its lower edge; its scroll bar tells
    that there are more.
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
