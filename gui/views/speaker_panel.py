"""The speakers of the article, each with a chip, other names and how many quotes."""

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Signal
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from gui.fonts import sans
from gui.models.speakers import ENTRY, Entry, SpeakersModel
from gui.theme import Theme
from gui.views.listing import Listing
from gui.views.row import Index, Row
from gui.views.row_painting import CHIP, draw_chip, draw_words

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
        figures = draw_words(painter, line, str(entry.count), font=sans(13), colour=quiet, right=True)
        line.setRight(line.right() - figures - 8)
        used = draw_words(painter, line, entry.name, font=sans(13, QFont.Weight.Medium), colour=ink)
        draw_words(painter, line.adjusted(used + 8, 0, 0, 0), entry.also, font=sans(12), colour=quiet)


class SpeakerPanel(QWidget):
    """Choosing a speaker asks for the next quote of theirs: `chosen` gives the speaker's id."""

    chosen = Signal(str)

    def __init__(self, speakers: SpeakersModel, theme: Theme) -> None:
        super().__init__()
        self._speakers = speakers
        title = QLabel("Speakers")
        title.setProperty("text_role", "heading")
        note = QLabel("quotes in this article")
        note.setProperty("text_role", "note")
        self.list = Listing("Speakers of this article", whole_rows_of=ROW)
        self.list.setModel(speakers)
        self.list.setItemDelegate(SpeakerRow(theme, self.list))
        self.list.setMinimumHeight(ROW)
        self.list.chosen.connect(self._choose)
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

    def _choose(self, index: QModelIndex) -> None:
        entry: Entry = index.data(ENTRY)
        self.chosen.emit(entry.speaker_id)
