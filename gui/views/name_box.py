"""The box in which a speaker is named: type-ahead over the roster and the article, Enter assigns."""

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QWidget

from gui.icons import icon
from gui.models.names import NAME, Name, NamesModel
from gui.theme import Theme

_ROW = 28
_HINT = "Type a name or a role"
_NEW_HINT = "Name of the new speaker"


class NameBox(QLineEdit):
    """`named` gives a `Name`, with the id of a known speaker or without; `left` comes after Escape,
    `started` when the box takes the focus, so that the names can be read again.

    The matches hang below the box as a child of the window, so that no other window ever takes the keys.
    """

    named = Signal(object)
    left = Signal()
    started = Signal()

    def __init__(self, names: NamesModel, theme: Theme) -> None:
        super().__init__()
        self._names = names
        self._theme = theme
        self._new_only = False
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.setPlaceholderText(_HINT)
        self.setAccessibleName("Name the speaker")
        self.setAccessibleDescription("Enter assigns the name, Escape goes back to the text")
        self.matches = QListView(self)
        self.matches.setObjectName("names")
        self.matches.setAccessibleName("Names that match")
        self.matches.setModel(names)
        self.matches.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.matches.setFrameShape(QFrame.Shape.NoFrame)
        self.matches.setUniformItemSizes(True)
        self.matches.setGridSize(QSize(200, _ROW))
        self.matches.clicked.connect(self._take_row)
        self.matches.hide()
        self.textEdited.connect(lambda text: self._look())
        theme.changed.connect(self._colour)
        self._colour()

    def begin(self, *, new: bool, words: str = "") -> None:
        """Start naming; `new` takes the typed words as they are, `words` stand in the box already."""
        self._new_only = new
        self.setPlaceholderText(_NEW_HINT if new else _HINT)
        self.setText(words)
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the matches, assign, or leave."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self._done()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._take_row(self.matches.currentIndex())
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.matches.isVisible():
            step = 1 if key == Qt.Key.Key_Down else -1
            row = (self.matches.currentIndex().row() + step) % max(1, self._names.rowCount())
            self.matches.setCurrentIndex(self._names.index(row))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that naming begins."""
        super().focusInEvent(event)
        self.started.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the matches away."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self._done()

    def _look(self) -> None:
        self._names.look_for(self.text(), new_only=self._new_only)
        rows = self._names.rowCount()
        if not rows:
            self.matches.hide()
            return
        self._hang(rows)
        self.matches.setCurrentIndex(self._names.index(0))

    def _hang(self, rows: int) -> None:
        top: QWidget = self.window()
        if self.matches.parentWidget() is not top:
            self.matches.setParent(top)
        corner = self.mapTo(top, QPoint(0, self.height() + 2))
        height = min(rows * _ROW + 8, top.height() - corner.y() - 4)
        self.matches.setGeometry(corner.x(), corner.y(), self.width(), max(_ROW, height))
        self.matches.show()
        self.matches.raise_()

    def _take_row(self, index: QModelIndex) -> None:
        name = index.data(NAME) if index.isValid() else None
        if isinstance(name, Name):
            self._done()
            self.named.emit(name)

    def _done(self) -> None:
        self.matches.hide()
        self._new_only = False
        self.setPlaceholderText(_HINT)
        self.clear()

    def _colour(self) -> None:
        self._glass.setIcon(icon("search", self._theme.colour("ink3")))
