"""The underline tells the state: dashed while suggested, striped where doubtful, solid once checked."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from gui.theme import Theme
from gui.views.article.fills import Standing
from gui.views.article.marks import Look, Mark
from gui.views.article.page import Page, Row
from gui.views.article.textures import DOUBT_HEIGHT, Textures, faded

DASHES = (5.0, 3.5)
SUGGESTED = 1.5
CHECKED = 1.3
CHECKED_SHARE = 0.75


class Underlines:
    """Paints the lines under quotes."""

    def __init__(self, page: Page, theme: Theme, textures: Textures) -> None:
        self._page = page
        self._theme = theme
        self._textures = textures
        self._pens: dict[tuple[str, int, bool], QPen] = {}

    def paint(self, painter: QPainter, standing: Standing) -> None:
        """Paint the line under a piece of a quote."""
        _, piece, mark, rows = standing
        if mark.look is Look.GHOST:
            return
        height = self._page.underline - piece.depth * 2
        for row in rows:
            if mark.look is Look.DOUBTFUL:
                self._stripe(painter, row, row.top + height)
            else:
                pen = self._pen(mark)
                painter.setPen(pen)
                y = row.top + height + pen.widthF() / 2  # its upper edge on a whole pixel
                painter.drawLine(QPointF(round(row.left), y), QPointF(round(row.right), y))

    def _pen(self, mark: Mark) -> QPen:
        """Return the pen of a speaker and a state; made once, since a full page asks for it a hundred times."""
        key = (self._theme.name, mark.slot, mark.look is Look.CHECKED)
        if key not in self._pens:
            self._pens[key] = _pen(self._theme.line(mark.slot), checked=mark.look is Look.CHECKED)
        return self._pens[key]

    def _stripe(self, painter: QPainter, row: Row, top: float) -> None:
        left, right = round(row.left), round(row.right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrushOrigin(QPointF(0, top))
        painter.setBrush(self._textures.stripes(painter.device().devicePixelRatioF()))
        painter.drawRect(QRectF(left, top, right - left, DOUBT_HEIGHT))


def _pen(colour: QColor, *, checked: bool) -> QPen:
    if checked:
        pen = QPen(faded(colour, CHECKED_SHARE), CHECKED)
    else:
        pen = QPen(colour, SUGGESTED)
        pen.setDashPattern([length / SUGGESTED for length in DASHES])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen
