"""Paints the page in its layers: grounds, selected words, underlines, text, outlines, evidence, signs."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from core.model.records import Quote
from core.model.spans import Span
from gui.models.article import ArticleModel
from gui.theme import Theme
from gui.views.article.evidence import Evidence, paint_evidence
from gui.views.article.fills import Fills, Standing
from gui.views.article.margin import Margin
from gui.views.article.marks import Look, Mark, Marks
from gui.views.article.outline import outline
from gui.views.article.page import Page
from gui.views.article.pieces import Piece, Pieces
from gui.views.article.textures import Textures
from gui.views.article.underlines import Underlines

Found = tuple[int, Piece, Mark]
GHOST_DASHES = [3.0, 3.0]


class Painting:
    """Knows every layer of the text and their order. Tags and map are painted by their own."""

    def __init__(self, model: ArticleModel, marks: Marks, page: Page, theme: Theme) -> None:
        self._model = model
        self._marks = marks
        self._page = page
        self._theme = theme
        textures = Textures(theme)
        self._fills = Fills(page, theme, textures)
        self._underlines = Underlines(page, theme, textures)
        self._margin = Margin(page, theme)

    def found(self, pieces: Pieces, blocks: Sequence[int]) -> list[Found]:
        """Return every piece in some blocks with what it looks like."""
        marks = self._marks
        return [(index, piece, marks.of(piece.row)) for index in blocks for piece in pieces.in_block(index)]

    def paint_text(
        self, painter: QPainter, found: Sequence[Found], blocks: Sequence[int], *, band: QRect, selected: Span | None
    ) -> None:
        """Paint grounds, selected words, underlines and text of some blocks, as far as they reach into a band."""
        standings = list(self._standing(found, band))
        for standing in standings:
            self._fills.paint(painter, standing)
        if selected is not None:
            self._selected(painter, blocks, selected)
        for standing in standings:
            self._underlines.paint(painter, standing)
        painter.setPen(self._theme.colour("ink"))
        part = QRectF(band)
        for index in blocks:
            origin = QPointF(self._page.column.left, self._page.top_of(index))
            self._page.laid(index).layout.draw(painter, origin, [], part)

    def _standing(self, found: Sequence[Found], band: QRect) -> Iterator[Standing]:
        top, bottom = band.top(), band.bottom()
        for index, piece, mark in found:
            rows = self._page.rows_in(index, piece.start, piece.end)
            if rows and rows[0].top <= bottom and rows[-1].bottom >= top:
                yield Standing(index, piece, mark, rows)

    def paint_margin(self, painter: QPainter, found: Sequence[Found], *, top: float, bottom: float) -> None:
        """Paint what stands beside the text."""
        self._margin.paint(painter, found, top=top, bottom=bottom)

    def paint_outlines(self, painter: QPainter, found: Sequence[Found], *, current: str, hovered: str) -> None:
        """Paint the lines round the current quote, the one under the pointer and the one just rejected."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark in {mark.quote.id: mark for _, _, mark in found}.values():
            if mark.look is Look.GHOST:
                pen = QPen(self._theme.colour("ink3"), 1)
                pen.setDashPattern(GHOST_DASHES)
                self._outline(painter, mark.quote, pen)
            elif mark.quote.id == hovered != current:
                self._outline(painter, mark.quote, QPen(self._theme.line(mark.slot), 1))
        for _, _, mark in found:
            if mark.quote.id == current and mark.look is not Look.GHOST:
                self._outline(painter, mark.quote, QPen(self._theme.colour("ink"), 2))
                break

    def paint_evidence(self, painter: QPainter, quote: Quote, evidence: Evidence) -> None:
        """Paint why the current quote is said to be its speaker's."""
        colour = self._theme.line(self._model.slot(quote))
        paint_evidence(painter, self._page, quote, evidence, colour=colour)

    def _outline(self, painter: QPainter, quote: Quote, pen: QPen) -> None:
        painter.setPen(pen)
        path = QPainterPath()
        for fragment in quote.fragments:
            path.addPath(outline(self._page.rows(fragment)))
        if pen.widthF() == 1:
            path.translate(0.5, 0.5)
        painter.drawPath(path)

    def _selected(self, painter: QPainter, blocks: Sequence[int], span: Span) -> None:
        colour = self._theme.colour("selected")
        for index in blocks:
            for row in self._page.rows_in(index, span.start, span.end):
                painter.fillRect(QRectF(row.left, row.top, row.right - row.left, row.bottom - row.top), colour)
