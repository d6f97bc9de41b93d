"""The whole article as a strip: every quote in its speaker's colour, doubt at its edge, the view as a frame."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QPolygonF

from gui.theme import Theme
from gui.views.article.column import MAP
from gui.views.article.map_picture import STEP, MapPicture
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from gui.views.article.signs import draw_round
from gui.views.article.stamps import blank

BARS = 12
TRACK = 6  # from the top and bottom of the viewport
WEDGE = 5.0  # wide, and 1 more high


class Minimap:
    """Paints the strip and turns a point of it into a place in the article."""

    def __init__(self, picture: MapPicture, page: Page, theme: Theme) -> None:
        self.picture = picture
        self._page = page
        self._theme = theme
        self._wedges = QPixmap()
        self._wedged: tuple[object, ...] = ()

    def rect(self, height: int) -> QRectF:
        """Return the track in a viewport of some height."""
        return QRectF(self._page.column.map_left, TRACK, MAP, max(1, height - 2 * TRACK))

    def scale(self, height: int) -> float:
        """Return how many pixels of the strip one pixel of the article takes."""
        return self.rect(height).height() / max(1, self._page.height, height)

    def place_at(self, y: float, height: int) -> float:
        """Return the height in the article that a point of the strip stands for."""
        return (y - TRACK) / self.scale(height)

    def paint(self, painter: QPainter, pieces: Pieces, *, height: int, scroll: int, current: int) -> None:
        """Paint the strip for a viewport of some height."""
        track = self.rect(height)
        bars = QRectF(track.left() + (MAP - BARS) / 2, track.top(), BARS, track.height())
        ratio = painter.device().devicePixelRatioF()
        self.picture.make(pieces, bars.size(), scale=self.scale(height), ratio=ratio)
        painter.fillRect(track, self._theme.colour("panel"))
        painter.drawImage(bars, self.picture.image)
        self._draw_wedges(painter, track)
        self._frames(painter, track, scroll=scroll, height=height, current=current)

    def _draw_wedges(self, painter: QPainter, track: QRectF) -> None:
        """Draw the wedges of doubt, from a picture that is made anew only when one comes or goes."""
        steps = tuple(sorted(step for step, count in self.picture.doubts.items() if count > 0))
        if not steps:
            return
        key = (steps, self._theme.name, self.picture.ratio, track.height())
        if key != self._wedged:
            self._wedged = key
            self._wedges = self._wedge_picture(steps, track.height(), self.picture.ratio)
        painter.drawPixmap(track.topLeft(), self._wedges)

    def _wedge_picture(self, steps: Sequence[int], height: float, ratio: float) -> QPixmap:
        picture = blank(QSizeF(WEDGE, height), ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubt"))
        for y in (step * STEP for step in steps):
            painter.drawPolygon(QPolygonF([QPointF(0, y - 3), QPointF(WEDGE, y), QPointF(0, y + 3)]))
        painter.end()
        return picture

    def _frames(self, painter: QPainter, track: QRectF, *, scroll: int, height: int, current: int) -> None:
        scale = self.scale(height)
        seen = QRectF(track.left() + 0.5, track.top() + scroll * scale + 0.5, MAP - 1, height * scale - 1)
        seen.setBottom(min(seen.bottom(), track.bottom() - 0.5))
        draw_round(painter, seen, 4, pen=QPen(self._theme.colour("line2"), 1), brush=None)
        cells = self.picture.cells
        if cells is None or not 0 <= current < len(cells.tops):
            return
        top = track.top() + cells.tops[current] / self.picture.ratio - 2
        bottom = track.top() + cells.bottoms[current] / self.picture.ratio + 2
        frame = QRectF(track.left() + 2, top, MAP - 4, max(6.0, bottom - top))
        draw_round(painter, frame, 3, pen=QPen(self._theme.colour("ink"), 2), brush=None)
