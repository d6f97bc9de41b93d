"""What is under a point of the viewport."""

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRectF

from core.model.spans import Span
from gui.models.article import ArticleModel
from gui.selection import Selection
from gui.views.article.canvas import Canvas
from gui.views.article.edges import Edges
from gui.views.article.scrolling import Scrolling
from gui.views.article.tag_places import Place
from gui.views.article.whole_words import WholeWords

EASY = 2  # pixels around the words that still count
MAP_EASY = 4


class Hit(NamedTuple):
    """A quote in the text or on its tag, or the map; everything empty for bare paper."""

    quote_id: str = ""
    on_map: bool = False
    place: Place | None = None

    @property
    def on_tag(self) -> bool:
        """Whether a tag was hit."""
        return self.place is not None


class Hits:
    """Finds what was hit from what was laid out last."""

    def __init__(
        self, model: ArticleModel, selection: Selection, canvas: Canvas, *, scrolling: Scrolling, edges: Edges
    ) -> None:
        self._model = model
        self.edges = edges
        self._selection = selection
        self._canvas = canvas
        self._page = canvas.page
        self.whole = WholeWords(canvas.page)
        self._scrolling = scrolling

    def at(self, point: QPoint) -> Hit:
        """Return what is under a point."""
        height = self._scrolling.height
        track = self._canvas.minimap.rect(height)
        if point.x() >= track.left() - MAP_EASY:
            return Hit(on_map=True)
        on_page = QPoint(point.x(), point.y() + self._scrolling.top)
        self._canvas.arrange(self._scrolling.top, height)
        place = self._canvas.tags.place_at(on_page)
        if place is not None:
            return Hit(self._model.quotes[place.rows[0]].id, place=place)
        return Hit(self._quote_at(on_page))

    def current_fragments(self) -> tuple[Span, ...]:
        """Return where the current quote stands, empty for none."""
        quote = self._model.quote(self._selection.quote_id)
        return quote.fragments if quote and not self._model.is_ghost(quote.id) else ()

    def edge_at(self, point: QPoint) -> int:
        """Return the edge of the current quote at a point, -1 if there is none."""
        if point.x() > self._page.column.tick:
            return -1
        return self.edges.at(QPoint(point.x(), point.y() + self._scrolling.top), self.current_fragments())

    def position_at(self, point: QPoint) -> int:
        """Return the character boundary nearest to a point."""
        return self._page.position_at(point.x(), point.y() + self._scrolling.top)

    def word_at(self, point: QPoint) -> tuple[int, int]:
        """Return the span of the word under a point."""
        position = self.position_at(point)
        index = self._page.block_of(position)
        start = self._page.blocks[index].start
        first, last = self._page.laid(index).word_at(position - start)
        return start + first, start + last

    def beyond(self, point: QPoint) -> int:
        """Return how far a point is above (negative) or below the viewport."""
        return min(0, point.y()) or max(0, point.y() - self._scrolling.height)

    def _quote_at(self, point: QPoint) -> str:
        """Return the innermost quote whose words are at a point of the page."""
        index = self._page.block_at(point.y())
        for piece in reversed(self._canvas.pieces.in_block(index)):
            for row in self._page.rows_in(index, piece.start, piece.end):
                box = QRectF(row.left - EASY, row.top, row.right - row.left + 2 * EASY, row.bottom - row.top)
                if box.contains(point):
                    return self._model.quotes[piece.row].id
        return ""
