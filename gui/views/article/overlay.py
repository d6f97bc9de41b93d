"""What lies over the page: handles of the current quote, the caret, letters to point with."""

from PySide6.QtGui import QPainter

from gui.selection import NO_EDGE, Selection
from gui.views.article.caret import Caret
from gui.views.article.find import Find
from gui.views.article.hints import Hints
from gui.views.article.hits import Hits


class Overlay:
    """Paints in the coordinates of the page, after everything else."""

    def __init__(self, hits: Hits, selection: Selection, *, caret: Caret, hints: Hints, find: Find) -> None:
        self._hits = hits
        self._selection = selection
        self._edges = hits.edges
        self._caret = caret
        self._hints = hints
        self._find = find

    @property
    def has_handles(self) -> bool:
        """Whether the edges of the current quote can be seen: one is live, or the pointer is over the quote."""
        chosen = self._selection.quote_id
        return bool(chosen) and (self._selection.edge != NO_EDGE or self._selection.hovered == chosen)

    def paint(self, painter: QPainter, *, top: int, height: int) -> None:
        """Paint what there is between two heights of the page."""
        if self._find.found:
            self._find.paint(painter, top=top, bottom=top + height)
        if self._edges.preview:
            self._edges.paint_preview(painter)
            self._edges.paint(painter, self._edges.preview, live=self._edges.held)
        elif self.has_handles:
            self._edges.paint(painter, self._hits.current_fragments(), live=self._selection.edge)
        if self._caret.active:
            self._caret.paint(painter)
        if self._hints.active:
            self._hints.paint(painter, top=top, bottom=top + height)
