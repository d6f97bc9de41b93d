"""The field in which a quote is commented on: Enter keeps the comment, Escape leaves it as it was."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit

HEIGHT = 62  # three lines
LEAST = 46
"""Two lines, in a low window."""


class CommentBox(QPlainTextEdit):
    """Hidden until `begin`, and again when its words are kept or left; `left` comes when it had the keys until then.

    `opened` tells whether it is there now, as it takes room.
    `about` are the article and the quote that the words are about: by now another one may be current.
    """

    left = Signal()
    opened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.store: Callable[[str], bool] = lambda words: True
        """Keeps the words; False when that is not possible, and then they stay in the field."""
        self._storing = False
        self.about = ("", "")
        self.before = ""
        self.setObjectName("comment")
        self.setMinimumHeight(LEAST)
        self.setMaximumHeight(HEIGHT)
        self.setTabChangesFocus(True)
        self.setPlaceholderText("Comment. Enter keeps it, Shift Enter begins a line")
        self.setAccessibleName("Comment on the quote")
        self.setAccessibleDescription("Enter keeps the comment, Escape leaves it as it was")
        self.hide()

    def begin(self, words: str, about: tuple[str, str]) -> None:
        """Show the comment that there is, to be changed; what is being written already goes on.

        So do words about another quote that can't be kept.
        """
        if self.isHidden() or (self.about != about and self.keep()):
            self.about, self.before = about, words
            self.setPlainText(words)
            self.selectAll()
            self.show()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the field is there."""
        super().showEvent(event)
        self.opened.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Tell that it is gone."""
        super().hideEvent(event)
        self.opened.emit(False)

    def keep(self) -> bool:
        """Store what is written, if anything is being written, and hide; False when it can't be stored."""
        if self.isHidden() or self._storing:
            return True
        self._storing = True  # what comes of it may take the quote away, which asks to keep the words
        try:
            stored = self.store(self.toPlainText())
        finally:
            self._storing = False
        if stored:
            self._leave()
        return stored

    def event(self, event: QEvent) -> bool:
        """Escape is the field's while it has the keys, whatever the window does with it."""
        overrides = event.type() is QEvent.Type.ShortcutOverride
        if overrides and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep, leave, or write."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not (
            event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        ):
            if not event.isAutoRepeat():
                self.keep()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere keeps what was written: nothing typed is ever lost."""
        super().focusOutEvent(event)
        leaving = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in leaving:
            self.keep()

    def _leave(self) -> None:
        had_keys = self.hasFocus()
        self.hide()
        if had_keys:
            self.left.emit()
