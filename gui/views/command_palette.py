"""The command palette: type a few letters of what shall be done, Enter does it."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from gui.fonts import sans
from gui.key_cap import cap_width, draw_cap
from gui.models.palette import ENTRY, Entry, PaletteModel
from gui.theme import Theme
from gui.views.glass import Glass
from gui.views.listing import Listing
from gui.views.row import Index, Row, State
from gui.views.row_painting import draw_words, level

ROW = 34
EDGE, FIELD, GAP = 10, 30, 8
SIZE = (560, 11 * ROW + FIELD + GAP + 2 * EDGE)  # whole rows, as much air below as beside them
FROM_TOP = 90
RADIUS = 10


class EntryRow(Row):
    """Draws one action: its title, where it belongs, its key."""

    height = ROW
    ring_for = State.State_Selected  # the keys stay in the field, the mark is in the list

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        entry: Entry = index.data(ENTRY)
        right = area.right() - 12
        if entry.cap:
            width = round(cap_width(entry.cap))
            draw_cap(painter, QRectF(right - width, area.center().y() - 10, width, 20), entry.cap, self._theme)
            right -= width + 4
        line = QRectF(area.x() + 12, area.y(), right - area.x() - 24, area.height())
        ink = self._theme.colour("ink" if entry.enabled else "off")
        title, small = sans(13, QFont.Weight.Medium), sans(12)
        used = draw_words(painter, line, entry.title, font=title, colour=ink)
        quiet = self._theme.colour("ink2" if entry.enabled else "off")
        note = entry.group if entry.enabled else f"{entry.group} · not possible now"
        draw_words(painter, level(line.adjusted(used + 10, 0, 0, 0), small, title), note, font=small, colour=quiet)


class CommandPalette(QDialog):
    """`chosen` is the id of the action that was asked for, "" while none was."""

    def __init__(self, entries: Sequence[Entry], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle("Commands")
        self.setAccessibleName("Commands")
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)  # outside of its round corners
        self.resize(*SIZE)
        self.chosen = ""
        self._theme = theme
        self._model = PaletteModel(entries, self)
        self.field = QLineEdit()
        self.field.setPlaceholderText("What shall be done?")
        self.field.setAccessibleName("What shall be done")
        self.glass = Glass(self.field, theme)
        self.list = Listing("Commands that fit", whole_rows_of=ROW)
        self.list.setModel(self._model)
        self.list.setItemDelegate(EntryRow(theme, self.list))
        self.list.chosen.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(GAP)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.field.textEdited.connect(self._look)
        self._mark_first()
        self.move(parent.mapToGlobal(QPoint((parent.width() - self.width()) // 2, FROM_TOP)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list from the field, take what is marked, or leave."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._move(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._take(self.list.currentIndex())
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card on which everything stands."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line2"), 1))
        painter.setBrush(self._theme.colour("panel"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        painter.end()

    def _look(self, typed: str) -> None:
        self._model.look_for(typed)
        self._mark_first()

    def _move(self, key: int) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        last = sum(entry.enabled for entry in self._model.entries) - 1
        row = min(max(0, self.list.currentIndex().row() + steps[Qt.Key(key)]), last)
        self.list.setCurrentIndex(self._model.index(row))

    def _mark_first(self) -> None:
        entries = self._model.entries
        self.list.setCurrentIndex(self._model.index(0) if entries and entries[0].enabled else QModelIndex())

    def _take(self, index: QModelIndex) -> None:
        entry = index.data(ENTRY) if index.isValid() else None
        if isinstance(entry, Entry) and entry.enabled:
            self.chosen = entry.id
            self.accept()
