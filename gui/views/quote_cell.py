"""How a cell of the table of all quotes looks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

from core.model.overview import QuoteRow
from core.model.terms import Status
from gui.fonts import figures, sans, serif
from gui.icons import draw_icon
from gui.models.quotes import ROW, TEXTS, Column, status
from gui.views.article.signs import draw_flag, draw_kind, draw_round, draw_tick
from gui.views.row import Index, Row, State
from gui.views.row_painting import draw_words, has

HEIGHT = 28
_EDGE, _SIGN = 8, 16
_SMALL = {Column.NUMBER, Column.DATE}
_QUIET = {*_SMALL, Column.ARTICLE, Column.KIND, Column.CUE, Column.HOW, Column.COMMENT}


class QuoteCell(Row):
    """Draws one cell; the ground of a row goes over all of its cells."""

    height = HEIGHT
    pointed = _here = -1
    """The row under the pointer, and the one that is being drawn."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the cell."""
        self._here = index.row()
        super().paint(painter, option, index)

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """Fill the cell by the state of its row, over a hairline that parts it from the next."""
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), self._theme.colour("line"))
        if has(option, State.State_Selected):
            painter.fillRect(area, self._theme.colour("selected"))
        elif self._here == self.pointed:
            painter.fillRect(area.adjusted(0, 0, 0, -1), self._theme.colour("hover"))

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the column says of the quote."""
        row: QuoteRow = index.data(ROW)
        column = Column(index.column())
        cell = area.adjusted(_EDGE, 0, -_EDGE, -1)
        if column is Column.STATUS:
            self._draw_status(painter, row, cell)
        elif column is Column.FLAG:
            if row.flagged:
                draw_flag(painter, QRectF(cell.x(), cell.y(), _SIGN, cell.height()), colour=self._theme.colour("ink"))
        else:
            self._draw_words(painter, row, column, cell)

    def _draw_words(self, painter: QPainter, row: QuoteRow, column: Column, cell: QRectF) -> None:
        role, font = "ink2" if column in _QUIET else "ink", sans(12 if column in _SMALL else 13)
        if column is Column.QUOTE:
            font = serif(14)
        elif column is Column.SPEAKER:
            role = "ink" if row.speaker_name else "ink3"
            font = sans(13, QFont.Weight.Medium if row.speaker_name else QFont.Weight.Normal)
        elif column is Column.KIND:
            middle = QPointF(cell.x() + 4, cell.center().y())
            draw_kind(painter, middle, row.kind, colour=self._theme.colour("ink2"))
            cell = cell.adjusted(15, 0, 0, 0)
        if column is Column.NUMBER:
            font = figures(12 if column in _SMALL else 13)
        colour = self._theme.colour(role)
        draw_words(painter, cell, TEXTS[column](row), font=font, colour=colour, right=column is Column.NUMBER)

    def _draw_status(self, painter: QPainter, row: QuoteRow, cell: QRectF) -> None:
        sign = QRectF(cell.x(), cell.center().y() - _SIGN / 2, _SIGN, _SIGN)
        self._draw_sign(painter, row, sign)
        word, _, share = status(row).partition(" ")
        colour = self._theme.colour("doubttext" if row.doubtful else "ink2")
        draw_words(painter, cell, share, font=figures(12), colour=colour, right=True)
        draw_words(painter, cell.adjusted(_SIGN + 6, 0, 0, 0), word, font=sans(13), colour=colour)

    def _draw_sign(self, painter: QPainter, row: QuoteRow, sign: QRectF) -> None:
        if row.doubtful:
            draw_round(painter, sign, 5, pen=None, brush=self._theme.colour("doubtfill"))
            painter.setFont(sans(12, QFont.Weight.DemiBold))
            painter.setPen(self._theme.colour("doubttext"))
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, "?")
        elif row.status is Status.SUGGESTED:
            pen = QPen(self._theme.colour("ink3"), 1.5)
            pen.setDashPattern([2, 1.6])
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawLine(QPointF(sign.x() + 1, sign.center().y()), QPointF(sign.right() - 1, sign.center().y()))
        elif row.status is Status.ADDED:
            draw_icon(painter, "plus", sign.adjusted(1, 1, -1, -1), self._theme.colour("good"))
        else:
            draw_tick(painter, sign.right() - 2, sign.center().y(), colour=self._theme.colour("good"))
