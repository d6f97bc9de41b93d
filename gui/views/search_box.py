"""The box in which the project is searched: hits hang below it, Enter goes to one, Escape back to the text."""

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit

from gui.fonts import sans
from gui.models.found import HIT, WHERE, FoundModel
from gui.theme import Theme
from gui.views.field_cap import FieldCap
from gui.views.glass import Glass
from gui.views.hanging_list import HangingList
from gui.views.row import Index, Row, State
from gui.views.row_painting import cut, draw_words

WIDTH = 190
LIST_WIDTH = 420
ROW = 44
MOST_SHOWN = 9
TYPING = 120
"""Milliseconds without a key until the project is searched."""


class HitRow(Row):
    """Draws one hit: the words around it, and where they stand."""

    height = ROW
    ring_for = State.State_Selected

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        hit = index.data(HIT)
        line = QRectF(area.x() + 10, area.y() + 4, area.width() - 20, 18)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink2")
        font = sans(13, QFont.Weight.Medium)
        draw_words(painter, line, cut(hit.excerpt, font, line.width()), font=font, colour=ink)
        note = f"{WHERE[hit.where]} · {hit.title}"
        draw_words(painter, line.translated(0, 18), note, font=sans(12), colour=quiet)


class SearchBox(QLineEdit):
    """`sought` comes some time after the last key with what was typed; `chosen` gives a hit; `left` comes after Escape.

    `next_asked` comes with Enter where no hit is marked: go on to the next place. The keys stay here.
    """

    sought = Signal(str)
    chosen = Signal(object)
    next_asked = Signal()
    left = Signal()

    def __init__(self, found: FoundModel, theme: Theme) -> None:
        super().__init__()
        self._found = found
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText("Find in project")
        self.setAccessibleName("Find in project")
        self.glass = Glass(self, theme)
        self.cap = FieldCap("", self, theme)
        self.hits = HangingList("What was found", found, self)
        self.hits.setItemDelegate(HitRow(theme, self.hits))
        self.hits.setMouseTracking(True)
        self.hits.clicked.connect(self._take)
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(lambda: self.sought.emit(self.text()))
        self.textEdited.connect(lambda text: self._soon.start())
        found.modelReset.connect(self._show)

    def show_cap(self, key: str) -> None:
        """Show the key that leads here."""
        self.cap.say(key)
        more = f" Key: {key}" if key else ""
        self.setAccessibleDescription(f"Enter goes to the hit, Escape back to the text.{more}")

    def begin(self, words: str = "") -> None:
        """Take the keys; selected words of the text are looked for at once."""
        if words:
            self.setText(words)
            self.sought.emit(words)
        self.selectAll()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the hits, go to one, or leave."""
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.hits.hide()
            self.left.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._enter()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.hits.isVisible():
            self.hits.step(forward=key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the hits away."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hits.hide()

    def _enter(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.sought.emit(self.text())
        if self.hits.isVisible() and self.hits.currentIndex().isValid():
            self._take(self.hits.currentIndex())
        else:
            self.hits.hide()  # they would lie over the words that are shown
            self.next_asked.emit()

    def _show(self) -> None:
        rows = self._found.rowCount()
        if not rows or not self.hasFocus():
            self.hits.hide()
            return
        self.hits.hang(LIST_WIDTH, rows=min(rows, MOST_SHOWN), row_height=ROW)
        self.hits.setCurrentIndex(QModelIndex())

    def _take(self, index: QModelIndex) -> None:
        hit = index.data(HIT) if index.isValid() else None
        if hit is not None:
            self.hits.hide()
            self.chosen.emit(hit)

    def sizeHint(self) -> QSize:
        """Return the width that the bar has for it."""
        return QSize(WIDTH, 30)
