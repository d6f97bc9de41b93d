"""The whole article as a strip: every quote in its speaker's colour, doubt at its edge, the view as a frame."""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPixmap, QPolygonF

from core.model.records import Quote
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
        self._pixels = array("I", [0])
        self._wide = 1
        self._cells: Cells | None = None
        self._colours: list[tuple[bool, int]] = []  # of each quote: whether it is weak, and its slot
        self._doubt: list[bool] = []
        self._doubtful: Counter[int] = Counter()  # quotes in doubt by the wedge that tells of them
        self._ratio = 1.0
        self._height = 0
        self._mixed: tuple[str, tuple[list[int], list[int]]] | None = None
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
        self._colours = [self._colour_of(quote) for quote in quotes]
        self._doubt = [look_of(self._model, quote) is Look.DOUBTFUL for quote in quotes]
        self._height = 0

    def reread(self, rows: list[int]) -> None:
        """Take in what some quotes have become."""
        for row in rows:
            if row < len(self._colours):
                quote = self._model.quotes[row]
                self._colours[row] = self._colour_of(quote)
                self._count_doubt(row, -1)
                self._doubt[row] = look_of(self._model, quote) is Look.DOUBTFUL
                self._count_doubt(row, 1)
        self._colour(rows)

    def _colour_of(self, quote: Quote) -> tuple[bool, int]:
        return quote.kind is Kind.INDIRECT, fold(self._model.slot(quote))

    def _count_doubt(self, row: int, by: int) -> None:
        if self._doubt[row] and self._cells is not None and row < len(self._cells.tops):
            self._doubtful[round(self._cells.tops[row] / self._ratio / WEDGE)] += by

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
        self._wide, self._ratio = wide, ratio
        self._pixels = array("I", [0]) * (wide * high)
        self._image = QImage(memoryview(self._pixels).cast("B"), wide, high, wide * 4, QImage.Format.Format_RGB32)
        self._cells = cells_of(self._page, pieces, wide=wide, high=high, scale=scale * ratio)
        self._doubtful.clear()
        for row in range(len(self._doubt)):
            self._count_doubt(row, 1)
        self._ground(self._cells)
        self._colour(range(len(self._cells.pixels)))

    def _ground(self, cells: Cells) -> None:
        """Set every pixel to the panel's colour or, where lines have room, to theirs."""
        panel, wide = self._theme.colour("panel"), self._wide
        self._pixels[:] = array("I", [panel.rgb()]) * len(self._pixels)
        if cells.pitch >= LINES_FROM:
            line = array("I", [_mix(panel, self._theme.colour("line"), 1.0)]) * wide
            for y in cells.lines:
                self._pixels[y * wide : (y + 1) * wide] = line

    def _colour(self, rows: Iterable[int]) -> None:
        """Set the pixels of some quotes."""
        if self._cells is None:
            return
        table, known = self._table(), min(len(self._colours), len(self._cells.pixels))
        for row in rows:
            if row < known:
                weak, slot = self._colours[row]
                colour = table[weak][slot]
                for pixel in self._cells.pixels[row]:
                    self._pixels[pixel] = colour

    def _table(self) -> tuple[list[int], list[int]]:
        """Return the colour of each slot, strong and weak, in the theme of now."""
        if self._mixed is None or self._mixed[0] != self._theme.name:
            panel = self._theme.colour("panel")
            strong, weak = (
                [_mix(panel, self._theme.line(slot), share) for slot in range(8)] for share in (STRONG, WEAK)
            )
            self._mixed = (self._theme.name, (strong, weak))
        return self._mixed[1]

    def _draw_wedges(self, painter: QPainter, track: QRectF) -> None:
        """Draw the wedges of doubt, from a picture that is made anew only when one comes or goes."""
        if self._cells is None or not self._doubt:
            return
        steps = tuple(sorted(step for step, count in self._doubtful.items() if count > 0))
        key = (steps, self._theme.name, self._ratio, track.height())
        if key != self._wedged:
            self._wedged = key
            self._wedges = self._wedge_picture(steps, track.height(), self._ratio)
        painter.drawPixmap(track.topLeft(), self._wedges)

    def _wedge_picture(self, steps: Sequence[int], height: float, ratio: float) -> QPixmap:
        picture = blank(QSizeF(WEDGE, height), ratio)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("doubt"))
        for y in (step * WEDGE for step in steps):
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
