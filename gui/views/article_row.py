"""How an article looks in the queue: ring or tick, title on two lines, its source, doubt and figures."""

from collections.abc import Sequence
from datetime import date
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem

from core.model.overview import DocumentRow
from core.model.terms import State
from core.model.utf16 import Utf16
from gui.bars import draw_edge
from gui.fonts import figures, sans
from gui.icons import draw_icon
from gui.models.documents import ROW, day_of
from gui.views.article.laid_block import reads_right_to_left
from gui.views.row import Index, Row
from gui.views.row import State as RowState
from gui.views.row_painting import cut, draw_ground, draw_words, has, row_area

HEIGHT = 72
_MARGIN = 8
_TEXT_LEFT = 58
_RING = 26
_LINE = 17
LEAST = 4  # signs of a place that are worth a glance


class ArticleRow(Row):
    """Draws one row of the queue."""

    height = HEIGHT

    def area(self, option: QStyleOptionViewItem) -> QRectF:
        """Leave a margin at the sides."""
        return row_area(option).adjusted(_MARGIN, 1, -_MARGIN, -1)

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        row: DocumentRow = index.data(ROW)
        font, width = sans(13, QFont.Weight.Medium), area.right() - _TEXT_LEFT - 8
        lines = two_lines(row.title, font, width)
        spare = (2 - len(lines)) * _LINE / 2  # all rows are of one height: a short title stands in the middle of it
        self._draw_state(painter, row, QRectF(area.x() + 13, area.y() + 10 + spare / 2, _RING, _RING))
        words = QRectF(_TEXT_LEFT, area.y() + 8 + spare, width, 2 * _LINE)
        draw_title(painter, words, lines, font, self._theme.colour("ink"))
        self._draw_note(painter, row, QRectF(words.x(), words.y() + len(lines) * _LINE + 3, width, 18))

    def draw_ground(self, painter: QPainter, option: QStyleOptionViewItem, area: QRectF) -> None:
        """The article on show has an accent edge at its left, whether or not the list has the focus."""
        chosen = has(option, RowState.State_Selected)
        ring = has(option, RowState.State_HasFocus)
        if chosen or ring:
            draw_ground(painter, area, self._theme, "selected" if chosen else "", ring=ring)
        elif has(option, RowState.State_MouseOver):
            draw_ground(painter, area, self._theme, "hover")
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("accent"))
            painter.drawRoundedRect(QRectF(area.x(), area.y() + 8, 3, area.height() - 16), 1.5, 1.5)

    def _draw_state(self, painter: QPainter, row: DocumentRow, ring: QRectF) -> None:
        circle = ring.adjusted(1.5, 1.5, -1.5, -1.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if row.state is State.COMPLETE:
            painter.setPen(QPen(self._theme.colour("good"), 2.4))
            painter.drawEllipse(circle)
            draw_icon(painter, "tick", ring.adjusted(6, 6, -6, -6), self._theme.colour("good"))
            return
        painter.setPen(QPen(self._theme.colour("track"), 3))
        painter.drawEllipse(circle)
        draw_edge(painter, ring, _RING / 2, self._theme)
        draw_edge(painter, ring.adjusted(2, 2, -2, -2), _RING / 2 - 2, self._theme)
        if row.total and row.checked:
            pen = QPen(self._theme.colour("accent"), 3)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * row.checked / row.total))
        left = in_ring(row.total - row.checked) if row.total else "–"
        painter.setFont(figures(11 if len(left) < 3 else 9))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, left)

    def _draw_note(self, painter: QPainter, row: DocumentRow, line: QRectF) -> None:
        quiet = self._theme.colour("ink2")
        count = f"{row.checked:,}/{row.total:,}" if row.total or row.labelled else ""
        used = draw_words(painter, line, count, font=figures(12), colour=quiet, right=True) + 8
        if row.doubtful and row.state is not State.COMPLETE:
            used += self._draw_badge(painter, row.doubtful, line.right() - used, line.center().y()) + 6
        words = place_and_day(row.source or "", day_of(row, date.today()), sans(12), line.width() - used)
        draw_words(painter, line.adjusted(0, 0, -used, 0), words, font=sans(12), colour=quiet)

    def _draw_badge(self, painter: QPainter, doubtful: int, right: float, middle: float) -> float:
        words = f"? {doubtful:,}"
        font = figures(12, QFont.Weight.DemiBold)
        width = ceil(QFontMetricsF(font).horizontalAdvance(words)) + 10
        badge = QRectF(right - width, middle - 9, width, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubtfill"))
        painter.drawRoundedRect(badge, 5, 5)
        painter.setFont(font)
        painter.setPen(self._theme.colour("doubttext"))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)
        return width


def place_and_day(place: str, day: str, font: QFont, width: float) -> str:
    """Return where an article is from and of which day it is; where there is little room, the day stays whole."""
    if not (place and day):
        return place or day
    metrics, after = QFontMetricsF(font), f" · {day}"
    room = max(0.0, width - metrics.horizontalAdvance(after))
    shown = metrics.elidedText(place, Qt.TextElideMode.ElideRight, room)
    return shown + after if len(shown) >= LEAST else day


def draw_title(painter: QPainter, area: QRectF, lines: Sequence[str], font: QFont, colour: QColor) -> None:
    """Draw the lines of a title."""
    right = reads_right_to_left(" ".join(lines))
    for place, line in enumerate(lines):
        where = QRectF(area.x(), area.y() + place * _LINE, area.width(), _LINE)
        draw_words(painter, where, line, font=font, colour=colour, right=right)


def two_lines(words: str, font: QFont, width: float) -> list[str]:
    """Return words as one line or two, the second cut with an ellipsis after a whole word."""
    layout = QTextLayout(" ".join(words.split())[:400], font)
    wrap = QTextOption()
    wrap.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(wrap)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    second = layout.createLine()
    layout.endLayout()
    text = layout.text()
    above, below = _parted(text, first.textLength())
    return [above.rstrip(), cut(below, font, width)] if second.isValid() else [text]


def _parted(text: str, units: int) -> tuple[str, str]:
    """Part a text where Qt says, which counts an emoji as two."""
    cut = Utf16(text).from16(units)
    return text[:cut], text[cut:]


def in_ring(left: int) -> str:
    """Return a number in at most three signs, which is what a ring has room for; the row's figures are exact."""
    if left < 1000:
        return str(left)
    return f"{round(left / 1000)}k" if left < 99_500 else "∞"
