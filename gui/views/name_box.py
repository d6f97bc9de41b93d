"""The box in which a speaker is named: type-ahead over the roster and the article, Enter assigns."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from gui.models.names import NAME, Name, NamesModel
from gui.theme import Theme
from gui.views.field_cap import FieldCap
from gui.views.glass import Glass
from gui.views.hanging_list import HangingList

_ROW = 28
_HINT = "Type a name or a role"
_NEW_HINT = "Name of the new speaker"


class NameBox(QLineEdit):
    """`named` gives a `Name`, with the id of a known speaker or without; `left` comes after Escape,
    `started` when the box takes the focus, so that the names can be read again; `meant` gives the `Name` that Enter
    would assign now, None without one.
    """

    named = Signal(object)
    meant = Signal(object)
    left = Signal()
    started = Signal()

    def __init__(self, names: NamesModel, theme: Theme) -> None:
        super().__init__()
        self._names = names
        self._new_only = False
        self.glass = Glass(self, theme)
        self.cap = FieldCap("/", self, theme)
        self.setPlaceholderText(_HINT)
        self.setAccessibleName("Name the speaker")
        self.setAccessibleDescription("Enter assigns the name, Escape goes back to the text")
        self.matches = HangingList("Names that match", names, self)
        self.matches.setGridSize(QSize(200, _ROW))
        self.matches.clicked.connect(self._take_row)
        self.textEdited.connect(lambda text: self._look())

    def begin(self, *, new: bool, words: str = "") -> None:
        """Start naming; `new` takes the typed words as they are, `words` stand in the box already."""
        self._new_only = new
        self.setPlaceholderText(_NEW_HINT if new else _HINT)
        self.setText(words)
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._look()

    def give_up(self) -> None:
        """Let go of what was typed: it was meant for a quote that is no longer the current one."""
        if self.text() or self.hasFocus():
            self._done()
        if self.hasFocus():
            self.left.emit()

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
            self.matches.step(forward=key == Qt.Key.Key_Down)
            self.meant.emit(self.matches.currentIndex().data(NAME))
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
            self.meant.emit(None)
            return
        self.matches.hang(self.width(), rows=rows, row_height=_ROW)
        self.matches.setCurrentIndex(self._names.index(0))
        self.meant.emit(self.matches.currentIndex().data(NAME))

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
        self.meant.emit(None)
