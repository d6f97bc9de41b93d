"""Thin bars for shares, and the edge that they have where colours alone part too little."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme


def draw_edge(painter: QPainter, area: QRectF, radius: float, theme: Theme) -> None:
    """Draw the line round what is told from its ground by its fill alone; only high contrast has one."""
    edge = theme.colour("edge")
    if edge.alpha():
        painter.setPen(QPen(edge, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), radius - 0.5, radius - 0.5)


def draw_bar(painter: QPainter, area: QRectF, share: float, colour: QColor, theme: Theme) -> None:
    """Draw a share, 0 to 1, as a bar on its track."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("track"))
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2)
    draw_edge(painter, area, area.height() / 2, theme)
    painter.setPen(Qt.PenStyle.NoPen)
    if share > 0:
        painter.setBrush(colour)
        width = max(area.height() / 2, area.width() * min(share, 1.0))
        painter.drawRoundedRect(QRectF(area.x(), area.y(), width, area.height()), area.height() / 2, area.height() / 2)
