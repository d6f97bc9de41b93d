"""Fill tells the kind: solid for words in quotation marks, dots for words that are reported."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter

from core.model.spans import Span
from core.model.terms import Kind
from gui.theme import Theme
from gui.views.article.marks import Look, Mark
from gui.views.article.page import Page, Row
from gui.views.article.pieces import Piece
from gui.views.article.textures import Textures

RADIUS = 3.0
WIDER = 2
GAP = 1  # of paper above and below, so that 2 px part two lines
INSET = 2  # more of it for each quote around this one


class Standing(NamedTuple):
    """A piece of a quote in a block, what it looks like, and where it stands."""

    block: int
    piece: Piece
    mark: Mark
    rows: Sequence[Row]


class Fills:
    """Paints the ground of quotes."""

    def __init__(self, page: Page, theme: Theme, textures: Textures) -> None:
        self._page = page
        self._theme = theme
        self._textures = textures

    def paint(self, painter: QPainter, standing: Standing) -> None:
        """Paint what a piece of a quote stands on; one that was said to be no quote stands on nothing."""
        index, piece, mark, rows = standing
        if mark.look is Look.GHOST:
            return
        if mark.quote.kind is not Kind.MIXED:
            self._ground(painter, rows, piece, mark, solid=mark.quote.kind is Kind.DIRECT)
            return
        for part, solid in parts(piece, mark):
            self._ground(painter, self._page.rows_in(index, part.start, part.end), piece, mark, solid=solid)

    def _ground(self, painter: QPainter, rows: Sequence[Row], piece: Piece, mark: Mark, *, solid: bool) -> None:
        paint = self._solid if solid else self._dotted
        for row in rows:
            paint(painter, box(row, piece.depth), mark.slot)

    def _solid(self, painter: QPainter, rect: QRectF, slot: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.fill(slot))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _dotted(self, painter: QPainter, rect: QRectF, slot: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrushOrigin(QPointF(0, rect.top()))
        painter.setBrush(self._textures.dots(slot, painter.device().devicePixelRatioF()))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)


def box(row: Row, depth: int) -> QRectF:
    """Return the ground of a row on whole pixels, smaller the more quotes it lies inside of."""
    left, right = round(row.left) - WIDER, round(row.right) + WIDER
    inset = GAP + depth * INSET
    return QRectF(left, row.top + inset, right - left, row.bottom - row.top - GAP - inset - depth)


def parts(piece: Piece, mark: Mark) -> list[tuple[Span, bool]]:
    """Cut a piece into what is filled (True) and what is dotted."""
    whole = Span(piece.start, piece.end)
    if mark.quote.kind is not Kind.MIXED:
        return [(whole, mark.quote.kind is Kind.DIRECT)]
    found: list[tuple[Span, bool]] = []
    at = piece.start
    for start, end in _inside(mark.quote.quoted, whole):
        if start > at:
            found.append((Span(at, start), False))
        found.append((Span(start, end), True))
        at = end
    if at < piece.end:
        found.append((Span(at, piece.end), False))
    return found


def _inside(spans: Iterable[Span], whole: Span) -> Iterable[Span]:
    for start, end in sorted(spans):
        low, high = max(start, whole.start), min(end, whole.end)
        if low < high:
            yield Span(low, high)
