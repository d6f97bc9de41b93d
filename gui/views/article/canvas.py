"""Everything that is painted, put together for one view of the page."""

from collections.abc import Iterable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from core.model.records import Quote
from core.model.spans import Span
from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.article.column import MAP, TICK
from gui.views.article.evidence import Evidence, evidence_of
from gui.views.article.map_picture import MapPicture
from gui.views.article.marks import Marks
from gui.views.article.minimap import Minimap
from gui.views.article.page import Page
from gui.views.article.painting import Painting
from gui.views.article.pieces import Pieces
from gui.views.article.tag_painter import TagPainter
from gui.views.article.tags import Tags

MOST_BANDS = 4
BESIDE = TICK  # from the text's edge: what is left of it scrolls with the text, what is right is painted anew


class Canvas:
    """The page with its quotes, tags and map. It holds no state that the models hold, only places."""

    def __init__(self, model: ArticleModel, selection: Selection, theme: Theme) -> None:
        self._model = model
        self._selection = selection
        self._theme = theme
        self.page = Page()
        self._marks = Marks(model)
        self.tags = Tags(self._marks, self.page)
        self.minimap = Minimap(MapPicture(model, self.page, theme), self.page, theme)
        self.tag_painter = TagPainter(model, self.page, theme, self.tags)
        self._painting = Painting(model, self._marks, self.page, theme)
        self.pieces = Pieces((), self.page.blocks, self.page.starts)
        self._evidence: tuple[Quote, Evidence] | None = None
        self._arranged: tuple[int, int, int] | None = None
        self._blocks = range(0)
        self._slots: dict[str, int] = {}

    def read(self) -> None:
        """Take in the quotes anew; the text stays."""
        self._marks.forget_all()
        self._slots = self._model.slots
        self._read_names()
        self.pieces = Pieces(self._model.quotes, self.page.blocks, self.page.starts)
        self.forget_places()

    def reread(self, rows: list[int]) -> None:
        """Take in what some quotes have become; they stand where they stood."""
        self._marks.forget(rows)
        self.minimap.picture.reread(rows)
        self._arranged = None

    def recast(self) -> bool:
        """Take in that speakers have other names or colours; return whether it is colours, too."""
        self._read_names()
        if self._slots == self._model.slots:
            return False
        self._slots = self._model.slots
        self._marks.forget_all()
        self.minimap.picture.forget()
        self._arranged = None
        return True

    def _read_names(self) -> None:
        speakers = self._model.article.speakers if self._model.article else {}
        self.tag_painter.tell_apart(each.name for each in speakers.values())

    def forget_places(self) -> None:
        """Say that lines have moved."""
        self.minimap.picture.forget()
        self.tags.forget()
        self._arranged = None

    def arrange(self, top: int, height: int) -> range:
        """Lay out what is in view and place its tags; return the blocks in view."""
        current = self._model.row_of(self._selection.quote_id)
        key = (top, height, current)
        if self._arranged != key:
            self._blocks = self.page.visible(top, top + height)
            first = self.page.block_at(top - height // 3)
            blocks = range(first, self._blocks.stop)
            self.tags.arrange(self.pieces, blocks, top=top, bottom=top + height, current=current)
            self._arranged = key
        return self._blocks

    def prepare(self, blocks: Iterable[int], ratio: float) -> None:
        """Lay out blocks that will soon be in view and draw their tags, so that going on to them only has to paint."""
        for index in blocks:
            self.page.laid(index)
            pieces = self.pieces.in_block(index)
            for piece in pieces:
                self.page.rows_in(index, piece.start, piece.end)
            self.tag_painter.prepare([self._marks.of(piece.row) for piece in pieces if piece.head], ratio)

    def paint(self, painter: QPainter, region: QRegion, *, top: int, height: int, words: Span | None) -> None:
        """Paint the part of a viewport that `region` covers, the page scrolled to `top`."""
        blocks = self.arrange(top, height)
        painter.fillRect(region.boundingRect(), self._theme.colour("paper"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(0, -top)
        # One rectangle at a time: under a clip of several, Qt paints pictures fifty times slower.
        for text in _bands(region & QRegion(self.text_rect(height))):
            painter.setClipRect(text.translated(0, top))
            self._paint_text(painter, self._between(blocks, text.translated(0, top)), text.translated(0, top), words)
        self._paint_side(painter, region & QRegion(self.side_rect(height)), top=top, height=height)

    def text_rect(self, height: int) -> QRect:
        """Return the part of the viewport that scrolls as it is: margin and text."""
        return QRect(0, 0, self.page.column.right + BESIDE, height)

    def side_rect(self, height: int) -> QRect:
        """Return the part that is painted anew at every step: ticks, tags and map."""
        left = self.page.column.right + BESIDE
        return QRect(left, 0, self.page.column.map_left + MAP + MAP - left, height)

    def tag_region(self, quotes: Iterable[str], *, top: int, height: int) -> QRegion:
        """Return the part of the side that shows some quotes, now that they have become another or current.

        Where tags are many, others may have to move for them.
        """
        before = self.tags.standings()
        self.arrange(top, height)
        after = self.tags.standings()
        rows = {self._model.row_of(quote) for quote in quotes}
        touched = (before ^ after) | {each for each in after if not rows.isdisjoint(each.rows)}
        tags = QRect()
        for standing in touched:
            tags |= self.tags.reach(standing)
        return QRegion(tags.translated(0, -top)) | QRegion(self.map_rect(height))

    def map_rect(self, height: int) -> QRect:
        """Return the part of the viewport with the map."""
        return QRect(self.page.column.map_left - 1, 0, MAP + 2, height)

    def quote_rect(self, quote: Quote, top: int) -> QRect:
        """Return the band of the viewport with a quote's words and, if it is or was the current one, its evidence."""
        spans = list(quote.fragments)
        if self._evidence and self._evidence[0].id == quote.id:
            spans += self._evidence[1].spans
        if quote.id == self._selection.quote_id:
            spans += self._evidence_of(quote).spans
        rows = [row for span in spans for row in self.page.rows(span)]
        if not rows:
            return QRect()
        upper, lower = min(row.top for row in rows), max(row.bottom for row in rows)
        return QRect(0, int(upper) - top - 3, self.page.column.right + BESIDE, int(lower - upper) + 6)

    def _paint_side(self, painter: QPainter, region: QRegion, *, top: int, height: int) -> None:
        """Paint what lies in a part of the page: ticks, leaders and tags, and the map, which stays in place."""
        current, hovered = (self._model.row_of(quote) for quote in (self._selection.quote_id, self._selection.hovered))
        map_rect = self.map_rect(height)
        tags = (region - QRegion(map_rect)).boundingRect().translated(0, top)
        if not tags.isEmpty():
            painter.setClipRect(tags)
            self.tag_painter.paint(painter, tags, current=current, hovered=hovered)
        if region.intersects(map_rect):
            painter.setClipRect(map_rect.translated(0, top))
            painter.translate(0, top)
            self.minimap.paint(painter, self.pieces, height=height, scroll=top, current=current)

    def _between(self, blocks: range, band: QRect) -> range:
        first = max(blocks.start, self.page.block_at(band.top() - self.page.pitch))
        last = min(blocks.stop - 1, self.page.block_at(band.bottom() + self.page.pitch))
        return range(first, last + 1)

    def _paint_text(self, painter: QPainter, blocks: range, band: QRect, words: Span | None) -> None:
        found = self._painting.found(self.pieces, blocks)
        self._painting.paint_text(painter, found, blocks, band=band, selected=words)
        self._painting.paint_margin(painter, found, top=band.top(), bottom=band.bottom())
        chosen, hovered = self._selection.quote_id, self._selection.hovered
        self._painting.paint_outlines(painter, found, current=chosen, hovered=hovered)
        quote = self._model.quote(chosen)
        if quote is not None and not self._model.is_ghost(quote.id):
            self._painting.paint_evidence(painter, quote, self._evidence_of(quote))

    def _evidence_of(self, quote: Quote) -> Evidence:
        if self._evidence is None or self._evidence[0] is not quote:
            self._evidence = (quote, evidence_of(self._model.text, quote, self._model.speaker(quote)))
        return self._evidence[1]


def _bands(region: QRegion) -> list[QRect]:
    """The rectangles of a region, or the one round it where they are many."""
    return list(region) if region.rectCount() <= MOST_BANDS else [region.boundingRect()]  # type: ignore[call-overload]
