"""The box in which the project is searched: hits hang below it, Enter goes to one, Escape back to the text."""

from PySide6.QtCore import QModelIndex, QPoint, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFont, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView

from gui.fonts import sans
from gui.icons import icon
from gui.key_cap import KeyCap
from gui.models.found import HIT, WHERE, FoundModel
from gui.theme import Theme
from gui.views.row import Index, Row, State
from gui.views.row_painting import draw_words

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
        draw_words(painter, line, hit.excerpt, font=sans(13, QFont.Weight.Medium), colour=ink)
        note = f"{WHERE[hit.where]} · {hit.title}"
        draw_words(painter, line.translated(0, 18), note, font=sans(12), colour=quiet)


class SearchBox(QLineEdit):
    """`sought` comes some time after the last key with what was typed; `chosen` gives a hit; `left` comes after Escape.

    `next_asked` comes with Enter where no hit is marked: go on in the article that is shown.
    """

    sought = Signal(str)
    chosen = Signal(object)
    next_asked = Signal()
    left = Signal()

    def __init__(self, found: FoundModel, theme: Theme) -> None:
        super().__init__()
        self._found = found
        self._theme = theme
        self.setFixedWidth(WIDTH)
        self.setPlaceholderText("Find in project")
        self.setAccessibleName("Find in project")
        self.setAccessibleDescription("Enter goes to the hit, Escape back to the text. Key: Ctrl F")
        self._glass = QAction(self)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.cap = KeyCap("Ctrl F", theme, self)
        self.cap.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(lambda text: self.cap.setVisible(not text))
        self.hits = QListView(self)
        self.hits.setObjectName("names")
        self.hits.setAccessibleName("What was found")
        self.hits.setModel(found)
        self.hits.setItemDelegate(HitRow(theme, self.hits))
        self.hits.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hits.setFrameShape(QFrame.Shape.NoFrame)
        self.hits.setUniformItemSizes(True)
        self.hits.setMouseTracking(True)
        self.hits.clicked.connect(self._take)
        self.hits.hide()
        self._soon = QTimer(self, singleShot=True, interval=TYPING)
        self._soon.timeout.connect(lambda: self.sought.emit(self.text()))
        self.textEdited.connect(lambda text: self._soon.start())
        found.modelReset.connect(self._show)
        theme.changed.connect(self._colour)
        self._colour()

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
            step = 1 if key == Qt.Key.Key_Down else -1
            here = max(self.hits.currentIndex().row(), -1 if step > 0 else 0)
            row = (here + step) % max(1, self._found.rowCount())
            self.hits.setCurrentIndex(self._found.index(row))
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the hits away."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.hits.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the right, where nothing is typed."""
        super().resizeEvent(event)
        size = self.cap.sizeHint()
        self.cap.setGeometry(self.width() - size.width() - 6, (self.height() - size.height()) // 2, *size.toTuple())

    def _enter(self) -> None:
        if self._soon.isActive():
            self._soon.stop()
            self.sought.emit(self.text())
        if self.hits.isVisible() and self.hits.currentIndex().isValid():
            self._take(self.hits.currentIndex())
        else:
            self.next_asked.emit()

    def _show(self) -> None:
        rows = self._found.rowCount()
        if not rows or not self.hasFocus():
            self.hits.hide()
            return
        top = self.window()
        if self.hits.parentWidget() is not top:
            self.hits.setParent(top)
        corner = self.mapTo(top, QPoint(self.width() - LIST_WIDTH, self.height() + 2))
        height = min(rows, MOST_SHOWN) * ROW + 8
        self.hits.setGeometry(max(4, corner.x()), corner.y(), LIST_WIDTH, min(height, top.height() - corner.y() - 4))
        self.hits.setCurrentIndex(QModelIndex())
        self.hits.show()
        self.hits.raise_()

    def _take(self, index: QModelIndex) -> None:
        hit = index.data(HIT) if index.isValid() else None
        if hit is not None:
            self.hits.hide()
            self.chosen.emit(hit)

    def sizeHint(self) -> QSize:
        """Return the width that the bar has for it."""
        return QSize(WIDTH, 30)

    def _colour(self) -> None:
        self._glass.setIcon(icon("search", self._theme.colour("ink3")))
