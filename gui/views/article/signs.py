"""The small drawn signs: kinds, tick, cross, flag, question mark. Lines and shapes, so they need no font."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from core.model.terms import Kind

GLYPH = 4.0  # radius of the sign for a kind


def draw_kind(painter: QPainter, middle: QPointF, kind: Kind, *, colour: QColor) -> None:
    """Draw ● for direct, ◐ for mixed, ◌ for indirect."""
    circle = QRectF(middle.x() - GLYPH, middle.y() - GLYPH, 2 * GLYPH, 2 * GLYPH)
    if kind is Kind.DIRECT:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawEllipse(circle)
        return
    inner = circle.adjusted(0.75, 0.75, -0.75, -0.75)
    pen = QPen(colour, 1.5)
    if kind is Kind.INDIRECT:
        pen.setDashPattern([0.95, 0.75])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    if kind is Kind.MIXED:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPie(circle, 90 * 16, 180 * 16)


def draw_tick(painter: QPainter, right: float, middle: float, *, colour: QColor) -> None:
    """Draw a tick whose right end stands at `right`."""
    points = [QPointF(right - 10, middle + 0.5), QPointF(right - 6.5, middle + 4), QPointF(right - 0.5, middle - 3.5)]
    painter.setPen(_pen(colour, 2.0))
    painter.drawPolyline(QPolygonF(points))


def draw_cross(painter: QPainter, middle: QPointF, *, colour: QColor) -> None:
    """Draw the ✕ of a quote that is none."""
    painter.setPen(_pen(colour, 1.6))
    for slope in (1, -1):
        step = QPointF(3.5, 3.5 * slope)
        painter.drawLine(middle - step, middle + step)


def draw_flag(painter: QPainter, box: QRectF, *, colour: QColor) -> None:
    """Draw a flag on its pole, centred in a box."""
    left, top = box.center().x() - 5.5, box.center().y() - 7
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(left, top, 2, 14))
    cloth = [(2, 0.5), (11, 0.5), (8.5, 4.25), (11, 8), (2, 8)]
    painter.drawPolygon(QPolygonF([QPointF(left + x, top + y) for x, y in cloth]))


def draw_round(painter: QPainter, rect: QRectF, radius: float, *, pen: QPen | None, brush: QColor | None) -> None:
    """Draw a box with round corners."""
    painter.setPen(pen or QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(brush) if brush is not None else QBrush(Qt.BrushStyle.NoBrush))
    painter.drawRoundedRect(rect, radius, radius)


def bent(start: QPointF, end: QPointF, lane: float, radius: float = 5.0) -> QPainterPath:
    """Return a line that goes level to `lane`, up or down there, and level on, its two corners rounded."""
    path = QPainterPath(start)
    rise = end.y() - start.y()
    first, second = 1 if lane > start.x() else -1, 1 if end.x() > lane else -1
    turn = min(radius, abs(rise) / 2, abs(lane - start.x()), abs(end.x() - lane))
    way = turn if rise > 0 else -turn
    path.lineTo(lane - first * turn, start.y())
    path.quadTo(lane, start.y(), lane, start.y() + way)
    path.lineTo(lane, end.y() - way)
    path.quadTo(lane, end.y(), lane + second * turn, end.y())
    path.lineTo(end)
    return path


def _pen(colour: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(colour, width, Qt.PenStyle.SolidLine, cap, join)
