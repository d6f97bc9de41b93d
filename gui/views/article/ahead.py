"""Prepares the next screenful while nobody waits for it, so that going on to it only has to paint."""

from PySide6.QtCore import QObject, QTimer

from gui.views.article.canvas import Canvas
from gui.views.article.scrolling import Scrolling

REST = 20  # milliseconds after painting: a key that follows a key comes later than this


class Ahead(QObject):
    """Call `prepare` after painting."""

    def __init__(self, canvas: Canvas, scrolling: Scrolling) -> None:
        super().__init__(scrolling)
        self._canvas = canvas
        self._scrolling = scrolling
        self._prepared: tuple[int, int] | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(REST)
        self._soon.timeout.connect(self._prepare_next)

    @property
    def waiting(self) -> bool:
        """Whether something is to be prepared in a moment."""
        return self._soon.isActive()

    def prepare(self) -> None:
        """Prepare what lies below the view when it has been still for a moment."""
        if self._prepared != (self._scrolling.top, self._canvas.page.height):
            self._soon.start()

    def _prepare_next(self) -> None:
        page, top, height = self._canvas.page, self._scrolling.top, self._scrolling.height
        self._prepared = (top, page.height)
        blocks = range(page.block_at(top + height), page.block_at(top + 2 * height) + 1)
        self._canvas.prepare(blocks, self._scrolling.ratio)
