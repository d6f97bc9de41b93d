"""The two patterns that are painted with: dots for reported words, slanting stripes for doubt."""

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap, QPolygonF

from gui.theme import Theme
from gui.views.article.stamps import blank

DOT = 1.7
GRID = 4
STRIPE = 6
DOUBT_HEIGHT = 3
TINT = 0.22
DOTS = 0.34


def faded(colour: QColor, share: float) -> QColor:
    """Return a colour that covers only a share of what is below it."""
    thin = QColor(colour)
    thin.setAlphaF(share)
    return thin


class Textures:
    """Brushes by theme, slot and pixel ratio, each made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[str, int, float], QBrush] = {}

    def dots(self, slot: int, ratio: float) -> QBrush:
        """Return the dots of a speaker slot, on a thin ground of its colour: one brush, since it is painted often."""
        key = (self._theme.name, slot, ratio)
        if key not in self._made:
            self._made[key] = QBrush(self._dots(slot, ratio))
        return self._made[key]

    def stripes(self, ratio: float) -> QBrush:
        """Return the stripes of doubt, `DOUBT_HEIGHT` high."""
        key = (self._theme.name, -1, ratio)
        if key not in self._made:
            self._made[key] = QBrush(self._stripes(ratio))
        return self._made[key]

    def _dots(self, slot: int, ratio: float) -> QPixmap:
        tile = blank(QSizeF(GRID, GRID), ratio)
        tile.fill(faded(self._theme.fill(slot), TINT))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._theme.line(slot), DOTS))
        # Round the middle of a pixel: one dark dot, not four grey ones.
        painter.drawEllipse(QPointF(1.5, 1.5), DOT / 2, DOT / 2)
        painter.end()
        return tile

    def _stripes(self, ratio: float) -> QPixmap:
        tile = blank(QSizeF(STRIPE, DOUBT_HEIGHT), ratio)
        tile.fill(self._theme.colour("doubtfill"))
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubt"))
        height, half = DOUBT_HEIGHT, STRIPE / 2
        corners = [(0.0, height), (half, height), (half + height, 0), (height, 0)]
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in corners]))
        painter.end()
        return tile
