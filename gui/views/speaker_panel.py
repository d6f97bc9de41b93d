"""The speakers of the article, each with a chip, other names and how many quotes."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.fonts import figures, sans
from gui.models.speakers import ENTRY, Entry, SpeakersModel
from gui.theme import Theme
from gui.views.listing import Listing
from gui.views.merge_hint import MergeHint
from gui.views.row import Index, Row
from gui.views.row_painting import CHIP, both_ends, draw_chip, draw_words, level

ROW = 27


class SpeakerRow(Row):
    """Draws one speaker."""

    height = ROW

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        entry: Entry = index.data(ENTRY)
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink2")
        corner = QPointF(area.x() + 10, area.center().y() - CHIP / 2)
        draw_chip(painter, corner, name=entry.name, slot=entry.slot, theme=self._theme)
        line = QRectF(area.x() + 38, area.y(), area.width() - 48, area.height())
        taken = draw_words(painter, line, str(entry.count), font=figures(13), colour=quiet, right=True)
        line.setRight(line.right() - taken - 8)
        name, small = sans(13, QFont.Weight.Medium), sans(12)
        used = draw_words(painter, line, both_ends(entry.name, name, line.width()), font=name, colour=ink)
        beside = level(line.adjusted(used + 8, 0, 0, 0), small, name)
        draw_words(painter, beside, entry.also, font=small, colour=quiet)


class SpeakerList(Listing):
    """A row dragged onto another one asks for a merge: `dropped` gives the rows of who goes and who stays."""

    dropped = Signal(int, int)

    def __init__(self, name: str) -> None:
        super().__init__(name, whole_rows_of=ROW)
        self._from = QPersistentModelIndex()
        self._start = QPoint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note where a drag would begin."""
        self._start = event.position().toPoint()
        left = event.button() is Qt.MouseButton.LeftButton
        self._from = QPersistentModelIndex(self.indexAt(self._start) if left else QModelIndex())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer that a speaker is carried."""
        super().mouseMoveEvent(event)
        if event.buttons() & Qt.MouseButton.LeftButton and self._is_far(event):
            self.viewport().setCursor(Qt.CursorShape.DragMoveCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the speaker fall onto another one."""
        onto, carried = self.indexAt(event.position().toPoint()), self._from
        self._from = QPersistentModelIndex()
        self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)
        if self._is_far(event) and carried.isValid() and onto.isValid() and onto.row() != carried.row():
            self.dropped.emit(carried.row(), onto.row())

    def _is_far(self, event: QMouseEvent) -> bool:
        """A shaky click between two rows is no drag."""
        away = event.position().toPoint() - self._start
        return bool(away.manhattanLength() >= QApplication.startDragDistance())


class SpeakerPanel(QWidget):
    """Choosing a speaker asks for the next quote of theirs: `chosen` gives the speaker's id.

    `merge_asked` gives the ids of who would go and who would stay, `menu_asked` the place for a menu of one speaker.
    """

    chosen = Signal(str)
    merge_asked = Signal(str, str)
    menu_asked = Signal(QPoint)

    def __init__(self, speakers: SpeakersModel, theme: Theme) -> None:
        super().__init__()
        self._speakers = speakers
        title = QLabel("Speakers")
        title.setProperty("text_role", "heading")
        note = QLabel("quotes in this article")
        note.setProperty("text_role", "note")
        self.hint = MergeHint(theme)
        self.list = SpeakerList("Speakers of this article")
        self.list.setModel(speakers)
        self.list.setItemDelegate(SpeakerRow(theme, self.list))
        self.list.chosen.connect(self._choose)
        self.list.dropped.connect(self._drop)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(note)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 9, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.hint)

    def marked(self) -> str:
        """Return the id of the speaker that is marked while the list has the keys, "" for none."""
        index = self.list.currentIndex()
        return index.data(ENTRY).speaker_id if index.isValid() and self.list.hasFocus() else ""

    def _drop(self, gone: int, kept: int) -> None:
        entries = self._speakers.entries
        self.merge_asked.emit(entries[gone].speaker_id, entries[kept].speaker_id)

    def _ask_menu(self, at: QPoint) -> None:
        index = self.list.indexAt(at)
        if index.isValid():
            self.list.setFocus(Qt.FocusReason.MouseFocusReason)
            self.list.setCurrentIndex(index)
            self.menu_asked.emit(self.list.viewport().mapToGlobal(at))

    def _choose(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        self.chosen.emit(entry.speaker_id)
