"""The whole article as a strip: every quote in its speaker's colour, doubt at its edge, the view as a frame."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from core.model.terms import Kind
from gui.models.article import ArticleModel
from gui.theme import Theme, fold
from gui.views.article.column import MAP
from gui.views.article.map_cells import Cells, cells_of
from gui.views.article.marks import Look, look_of
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from gui.views.article.signs import draw_round
from gui.views.article.stamps import blank

BARS = 12
TRACK = 6  # from the top and bottom of the viewport
STRONG = 0.62
WEAK = 0.32
WEDGE = 5.0  # wide, and 1 more high
LINES_FROM = 5.0  # pixels a line of text needs for its own stroke


class Minimap:
    """Paints the strip and turns a point of it into a place in the article."""

    def __init__(self, model: ArticleModel, page: Page, theme: Theme) -> None:
        self._model = model
        self._page = page
        self._theme = theme
        self._image = QImage()
        self._pixels: NDArray[np.uint32] = np.zeros((1, 1), dtype=np.uint32)
        self._cells: Cells | None = None
        self._slots: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._weak: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self._doubt: NDArray[np.bool_] = np.zeros(0, dtype=bool)
        self._height = 0
        self._mixed: tuple[str, NDArray[np.uint32]] | None = None
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

    def read(self) -> None:
        """Take in every quote's colour and state anew."""
        quotes = self._model.quotes
        self._slots = np.array([fold(self._model.slot(quote)) for quote in quotes], dtype=np.int64)
        self._weak = np.array([quote.kind is Kind.INDIRECT for quote in quotes], dtype=bool)
        self._doubt = np.array([look_of(self._model, quote) is Look.DOUBTFUL for quote in quotes], dtype=bool)
        self._height = 0

    def reread(self, rows: list[int]) -> None:
        """Take in what some quotes have become."""
        for row in rows:
            if row < len(self._slots):
                quote = self._model.quotes[row]
                self._slots[row] = fold(self._model.slot(quote))
                self._weak[row] = quote.kind is Kind.INDIRECT
                self._doubt[row] = look_of(self._model, quote) is Look.DOUBTFUL
        self._colour()

    def forget_places(self) -> None:
        """Say that lines have moved: the picture is made anew when it is next painted."""
        self._height = 0

    def paint(self, painter: QPainter, pieces: Pieces, *, height: int, scroll: int, current: int) -> None:
        """Paint the strip for a viewport of some height."""
        track = self.rect(height)
        if self._height != height:
            self._build(pieces, track, self.scale(height), painter.device().devicePixelRatioF())
            self._height = height
        painter.fillRect(track, self._theme.colour("panel"))
        bars = QRectF(track.left() + (MAP - BARS) / 2, track.top(), BARS, track.height())
        painter.drawImage(bars, self._image)
        self._draw_wedges(painter, track)
        self._frames(painter, track, scroll=scroll, height=height, current=current)

    def _build(self, pieces: Pieces, track: QRectF, scale: float, ratio: float) -> None:
        wide, high = round(BARS * ratio), max(1, round(track.height() * ratio))
        self._pixels = np.zeros((high, wide), dtype=np.uint32)
        self._image = QImage(self._pixels.data, wide, high, wide * 4, QImage.Format.Format_RGB32)
        self._cells = cells_of(self._page, pieces, wide=wide, high=high, scale=scale * ratio)
        self._colour()

    def _colour(self) -> None:
        """Set every pixel; the later quote lies on top."""
        if self._cells is None:
            return
        panel, table = self._theme.colour("panel"), self._table()
        self._pixels[:] = panel.rgb()
        if self._cells.pitch >= LINES_FROM:
            self._pixels[self._cells.lines] = _mix(panel, self._theme.colour("line"), 1.0)
        known = self._cells.rows < len(self._slots)
        rows = self._cells.rows[known]
        flat = self._pixels.reshape(-1)
        flat[self._cells.pixels[known]] = table[self._weak[rows].astype(np.int64), self._slots[rows]]

    def _table(self) -> NDArray[np.uint32]:
        """Return the colour of each slot, strong and weak, in the theme of now."""
        if self._mixed is None or self._mixed[0] != self._theme.name:
            panel = self._theme.colour("panel")
            mixed = [[_mix(panel, self._theme.line(slot), share) for slot in range(8)] for share in (STRONG, WEAK)]
            self._mixed = (self._theme.name, np.array(mixed, dtype=np.uint32))
        return self._mixed[1]

    def _draw_wedges(self, painter: QPainter, track: QRectF) -> None:
        """Draw the wedges of doubt, from a picture that is made anew only when one comes or goes."""
        if self._cells is None or not len(self._doubt):
            return
        ratio = painter.device().devicePixelRatioF()
        tops = self._cells.tops[: len(self._doubt)][self._doubt[: len(self._cells.tops)]]
        steps = np.unique(np.round(tops / ratio / WEDGE))
        key = (steps.tobytes(), self._theme.name, ratio, track.height())
        if key != self._wedged:
            self._wedged = key
            self._wedges = self._wedge_picture(steps, track.height(), ratio)
        painter.drawPixmap(track.topLeft(), self._wedges)

    def _wedge_picture(self, steps: NDArray[np.float64], height: float, ratio: float) -> QPixmap:
        picture = blank(QSizeF(WEDGE, height), ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubt"))
        for y in steps * WEDGE:
            painter.drawPolygon(QPolygonF([QPointF(0, y - 3), QPointF(WEDGE, y), QPointF(0, y + 3)]))
        painter.end()
        return picture

    def _frames(self, painter: QPainter, track: QRectF, *, scroll: int, height: int, current: int) -> None:
        scale = self.scale(height)
        seen = QRectF(track.left() + 0.5, track.top() + scroll * scale + 0.5, MAP - 1, height * scale - 1)
        seen.setBottom(min(seen.bottom(), track.bottom() - 0.5))
        draw_round(painter, seen, 4, pen=QPen(self._theme.colour("line2"), 1), brush=None)
        if self._cells is None or not 0 <= current < len(self._cells.tops):
            return
        ratio = painter.device().devicePixelRatioF()
        top = track.top() + self._cells.tops[current] / ratio - 2
        bottom = track.top() + self._cells.bottoms[current] / ratio + 2
        frame = QRectF(track.left() + 2, top, MAP - 4, max(6.0, bottom - top))
        draw_round(painter, frame, 3, pen=QPen(self._theme.colour("ink"), 2), brush=None)


def _mix(ground: QColor, colour: QColor, share: float) -> int:
    pairs = ((ground.red(), colour.red()), (ground.green(), colour.green()), (ground.blue(), colour.blue()))
    red, green, blue = (round(below + (above - below) * share) for below, above in pairs)
    return 0xFF000000 | red << 16 | green << 8 | blue
