"""What our dialogs have in common: a title, a column, buttons on the right, Escape leaves."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.focus_ring import FocusRing
from gui.theme import Theme


class Dialog(QDialog):
    """A dialog in the look of the frame. With `settle` it stays open until that has done what was asked for."""

    def __init__(self, title: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)
        self.column.addWidget(heading(title))
        self.settle: Callable[[], bool] | None = None
        self.refusal = sentence("")
        self.refusal.setProperty("text_role", "heading")
        self.refusal.hide()
        self._ring = FocusRing(self, theme)

    def event(self, event: QEvent) -> bool:
        """Grow where words need more lines than before, such as a refusal: Qt would cut them instead."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self.isVisible():
            self.resize(self.width(), max(self.height(), self.column.totalMinimumHeightForWidth(self.width())))
        return done

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the ring; elsewhere Enter presses the one that stands out."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            if not event.isAutoRepeat():
                button.click()
        else:
            super().keyPressEvent(event)

    def accept(self) -> None:
        """Close, unless what was asked for is refused: what was typed stays to be mended."""
        self.refusal.hide()
        if self.settle is None or self.settle():
            super().accept()

    def refuse(self, error: Exception) -> None:
        """Say above the buttons why what was asked for was not done."""
        self.refusal.setText(str(error))
        self.refusal.show()

    def add_buttons(self, *buttons: tuple[str, QDialogButtonBox.ButtonRole]) -> list[QPushButton]:
        """Add the buttons at the foot, the first one as the one that Enter presses while no button has the ring."""
        line = QHBoxLayout()
        line.addStretch()
        made: list[QPushButton] = []
        for words, role in buttons:
            button = QPushButton(words)
            button.setDefault(not made)
            button.setAutoDefault(not made)
            accepts = role is QDialogButtonBox.ButtonRole.AcceptRole
            if accepts or role is QDialogButtonBox.ButtonRole.RejectRole:
                button.clicked.connect(self.accept if accepts else self.reject)
            made.append(button)
        for button in reversed(made):
            line.addWidget(button)
        self.column.addWidget(self.refusal)
        self.column.addLayout(line)
        return made


def heading(words: str) -> QLabel:
    """Return a page title."""
    label = QLabel(words)
    label.setProperty("text_role", "page")
    return label


def with_note(field: QWidget, note: str) -> QVBoxLayout:
    """Return a field with a note of its own: nearer to it than to the field below."""
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(field)
    if note:
        label = QLabel(note)
        label.setProperty("text_role", "note")
        column.addWidget(label)
    return column


def sentence(words: str) -> QLabel:
    """Return a text that wraps and can be copied."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setMinimumWidth(380)
    return label
