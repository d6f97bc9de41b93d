"""Last changes: when, which quote, what became of it, and an arrow that takes one step back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QRect, QRectF, Signal
from PySide6.QtGui import QFont, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from core.model.overview import HistoryRow
from gui.fonts import figures, sans
from gui.icons import draw_icon
from gui.models.history import ROW, STEP, HistoryModel, can_revert, clock
from gui.models.steps import Step
from gui.theme import Theme
from gui.views.listing import Listing
from gui.views.row import Index, Row
from gui.views.row_painting import draw_words

HEIGHT = 23
_ARROW = 24
_FONT = 12


class StepRow(Row):
    """Draws one step; a step that was undone is faint."""

    height = HEIGHT

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        row: HistoryRow = index.data(ROW)
        line = area.adjusted(10, 0, -10, 0)
        if can_revert(row):
            arrow = QRectF(arrow_of(area.toRect())).center()
            draw_icon(painter, "undo", QRectF(arrow.x() - 7, arrow.y() - 7, 14, 14), self._theme.colour("ink2"))
            line.setRight(line.right() - _ARROW)
        self._draw_step(painter, row, index.data(STEP), line)

    def _draw_step(self, painter: QPainter, row: HistoryRow, step: Step, line: QRectF) -> None:
        ink = self._theme.colour("ink3" if row.undone else "ink")
        quiet = self._theme.colour("ink3" if row.undone else "ink2")
        font = sans(_FONT)
        font.setStrikeOut(row.undone)
        draw_words(painter, line, clock(row.at), font=figures(_FONT), colour=quiet)
        line = line.adjusted(44, 0, 0, 0)
        if step.number:
            used = draw_words(painter, line, step.number, font=font, colour=quiet)
            line = line.adjusted(max(28, used + 4), 0, 0, 0)
        used = draw_words(painter, line, step.lead, font=font, colour=ink)
        bold = sans(_FONT, QFont.Weight.DemiBold)
        bold.setStrikeOut(row.undone)
        draw_words(painter, line.adjusted(used + 4, 0, 0, 0), step.strong, font=bold, colour=ink)


class History(QWidget):
    """`revert_asked` gives the revision to be taken back; `quote_asked` the quote of a step that was clicked."""

    revert_asked = Signal(int)
    quote_asked = Signal(str, str)

    def __init__(self, history: HistoryModel, theme: Theme) -> None:
        super().__init__()
        title = QLabel("Last changes")
        title.setProperty("text_role", "heading")
        self.note = QLabel()
        self.note.setProperty("text_role", "note")
        self.list = Listing("Last changes; Enter takes one back", whole_rows_of=HEIGHT)
        self.list.setModel(history)
        self.list.setItemDelegate(StepRow(theme, self.list))
        self.list.viewport().installEventFilter(self)
        self.list.chosen.connect(self._choose)
        self._pressed_arrow: bool | None = None
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 10, 0)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.note)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 9, 8, 6)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.list, 1)

    def show_caps(self, cap: Callable[[str], str]) -> None:
        """Name the key that undoes; `cap` gives what the key of an action is called."""
        key = cap("undo")
        self.note.setText(f"{key} undoes the newest" if key else "")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note whether a click is on the arrow of a row."""
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            assert isinstance(event, QMouseEvent)
            index = self.list.indexAt(event.position().toPoint())
            arrow = arrow_of(self.list.visualRect(index))
            self._pressed_arrow = index.isValid() and arrow.contains(event.position().toPoint())
        return super().eventFilter(watched, event)

    def _choose(self, index: QModelIndex) -> None:
        row: HistoryRow = index.data(ROW)
        by_mouse, self._pressed_arrow = self._pressed_arrow, None
        if by_mouse is False:
            if row.quote_id:
                self.quote_asked.emit(row.document_id or "", row.quote_id)
        elif can_revert(row):
            self.revert_asked.emit(row.revision)


def arrow_of(row: QRect) -> QRect:
    """Return where the arrow of a row is."""
    return QRect(row.right() - _ARROW - 4, row.y(), _ARROW, row.height())
