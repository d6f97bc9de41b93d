"""The first articles of an import as a small table."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from gui.focus_ring import draw_row_ring
from gui.models.import_preview import MOST_ROWS, Row
from gui.theme import Theme

HEADINGS = ("Article", "First words", "Words", "Quotes", "Speakers")
HEIGHT, HEAD = 22, 26
_WIDTHS = (190, 330, 70, 70, 76)
_FIRST_FIGURE = 2


class Samples(QTableWidget):
    """As high as it can get, so that nothing jumps. Arrow keys go through it, Tab leaves it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(0, len(HEADINGS))
        self._theme = theme
        self._rows: list[Row] = []
        self.setObjectName("samples")
        self.setAccessibleName("The first articles")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(HEAD + MOST_ROWS * HEIGHT + 2)
        self.setMinimumWidth(sum(_WIDTHS) + 2)
        rows, columns = self.verticalHeader(), self.horizontalHeader()
        rows.hide()
        rows.setMinimumSectionSize(HEIGHT)
        rows.setDefaultSectionSize(HEIGHT)
        columns.setFixedHeight(HEAD)
        columns.setHighlightSections(False)
        columns.setSectionsClickable(False)
        for place, (words, width) in enumerate(zip(HEADINGS, _WIDTHS, strict=True)):
            self.setHorizontalHeaderItem(place, _item(words, place))
            self.setColumnWidth(place, width)
            columns.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)
        columns.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these articles."""
        if rows == self._rows:
            return
        self._rows = list(rows)
        here = self.currentRow()
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for place, said in enumerate(row):
                self.setItem(number, place, _item(f"{said:,}" if isinstance(said, int) else str(said), place))
        if 0 <= here < len(rows):
            self.setCurrentCell(here, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the ring around the current one while the table has the keys."""
        super().paintEvent(event)
        top = self.rowViewportPosition(self.currentRow())
        draw_row_ring(self, QRect(0, top, self.viewport().width(), HEIGHT), self._theme)


def _item(words: str, place: int) -> QTableWidgetItem:
    item = QTableWidgetItem(words)
    side = Qt.AlignmentFlag.AlignRight if place >= _FIRST_FIGURE else Qt.AlignmentFlag.AlignLeft
    item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
    item.setToolTip(words if place < _FIRST_FIGURE else "")
    return item
