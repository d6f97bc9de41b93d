"""What the mouse does: point, click a quote or a tag, drag over words, drag the map or the edge of a quote.

What is dragged keeps to whole words; with Ctrl held it goes by the character.
"""

from enum import Enum

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from core.model.spans import Span
from gui.selection import NO_EDGE, Selection
from gui.views.article.hints import Hints
from gui.views.article.hits import Hits
from gui.views.article.text_selection import TextSelection

AUTOSCROLL = 30  # milliseconds


class _Drag(Enum):
    NONE = 0
    PRESSED = 1
    WORDS = 2
    MAP = 3
    EDGE = 4


class Pointer(QObject):
    """Keeps the state of one press until it is let go."""

    activated = Signal(str)  # a quote was double-clicked
    words_changed = Signal()  # other words are selected
    scrolled = Signal(int)  # by so many pixels
    map_scrolled = Signal(float)  # to the place that this height of the map stands for
    edge_moved = Signal()  # the edge that is dragged is elsewhere
    edge_dropped = Signal(object)  # fragments of the current quote

    def __init__(
        self, selection: Selection, hits: Hits, words: TextSelection, *, hints: Hints, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._selection = selection
        self._hits = hits
        self._words = words
        self._edges = hits.edges
        self._hints = hints
        self._drag = _Drag.NONE
        self._start = QPointF()
        self._at = QPointF()
        self._from = 0  # where in the text the drag began
        self._exact = False
        self._timer = QTimer(self)
        self._timer.setInterval(AUTOSCROLL)
        self._timer.timeout.connect(self._autoscroll)
        selection.edge_changed.connect(self._give_up_edge)

    def press(self, event: QMouseEvent) -> None:
        """Begin a click or a drag with the left button; the others are not ours."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position()
        self._start = self._at = point
        self._exact = _by_character(event)
        hit = self._hits.at(point.toPoint())
        edge = self._hits.edge_at(point.toPoint())
        if edge >= 0 and not self._hints.active:
            self._drag = _Drag.EDGE
            self._selection.choose_edge(edge)
            fragments = self._hits.current_fragments()
            self._from = fragments[edge // 2][edge % 2]
            self._edges.take(edge, fragments)
        elif hit.on_map:
            self._drag = _Drag.MAP
            self.map_scrolled.emit(point.y())
        elif hit.on_tag:
            self._drag = _Drag.NONE
            self._selection.select_quote(hit.quote_id)
        else:
            self._drag = _Drag.PRESSED
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._drag = _Drag.WORDS
                self._from = self._words.anchor
                self._extend(point)

    def move(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        point = self._at = event.position()
        self._exact = _by_character(event)
        if self._drag is _Drag.MAP:
            self.map_scrolled.emit(point.y())
        elif self._drag is _Drag.EDGE:
            self._move_edge(point)
            self._timer.start()
        elif self._drag is _Drag.WORDS:
            self._extend(point)
        elif self._drag is _Drag.PRESSED and self._far(point):
            self._drag = _Drag.WORDS
            self._from = self._hits.position_at(self._start.toPoint())
            self._extend(point)
            self._timer.start()
        elif self._drag is _Drag.NONE:
            self._selection.hover(self._hits.at(point.toPoint()).quote_id)

    def release(self, event: QMouseEvent) -> None:
        """End a click: it chooses the quote under it. Clicking empty text unselects words and nothing else."""
        drag, self._drag = self._drag, _Drag.NONE
        self._timer.stop()
        if drag is _Drag.EDGE:
            self._drop_edge()
        if self._hints.takes_words and drag in (_Drag.PRESSED, _Drag.WORDS):
            self._point_out(event.position().toPoint())
            return
        if drag is not _Drag.PRESSED:
            return
        position = self._hits.position_at(event.position().toPoint())
        self._words.begin(position)
        self.words_changed.emit()
        hit = self._hits.at(event.position().toPoint())
        if hit.quote_id:
            self._selection.select_quote(hit.quote_id)

    def double(self, event: QMouseEvent) -> None:
        """Activate a quote; elsewhere select the word."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag = _Drag.NONE
        hit = self._hits.at(event.position().toPoint())
        if hit.quote_id:
            self._selection.select_quote(hit.quote_id)
            self.activated.emit(hit.quote_id)
        elif not (hit.on_map or hit.on_tag):
            self._words.select(*self._hits.word_at(event.position().toPoint()))
            self.words_changed.emit()

    def leave(self) -> None:
        """Forget what was pointed at."""
        self._selection.hover("")

    def _drop_edge(self) -> None:
        before, after = self._hits.current_fragments(), self._edges.let_go()
        if after != before:
            self.edge_dropped.emit(after)
        self.edge_moved.emit()

    def _give_up_edge(self, edge: int) -> None:
        """The quote was left, or Escape pressed, while its edge was dragged: what was dragged is not its any more."""
        if self._drag is _Drag.EDGE and edge == NO_EDGE:
            self._drag = _Drag.NONE
            self._timer.stop()
            self._edges.let_go()
            self.edge_moved.emit()

    def _point_out(self, point: QPoint) -> None:
        """Words that were dragged over, or the word that was clicked, are what the hints asked for."""
        span = self._words.span or Span(*self._hits.word_at(point))
        if span.start < span.end:
            self._words.begin(span.end)
            self.words_changed.emit()
            self._hints.finish(span)

    def _far(self, point: QPointF) -> bool:
        return (point - self._start).manhattanLength() >= QApplication.startDragDistance()

    def _extend(self, point: QPointF) -> None:
        here = self._hits.position_at(point.toPoint())
        start, end = sorted((self._from, here)) if self._exact else self._hits.whole.around(self._from, here)
        self._words.select(*((start, end) if here >= self._from else (end, start)))
        self.words_changed.emit()

    def _move_edge(self, point: QPointF) -> None:
        here = self._hits.position_at(point.toPoint())
        # An edge that stands within a word stays there until it is really dragged.
        by_character = self._exact or here == self._from
        to_end = bool(self._edges.held % 2)
        if self._edges.drag(here if by_character else self._hits.whole.nearest(here, to_end=to_end)):
            self.edge_moved.emit()

    def _autoscroll(self) -> None:
        """Scroll while words are dragged over the upper or lower edge, faster the further out."""
        over = self._hits.beyond(QPoint(round(self._at.x()), round(self._at.y())))
        if over and self._drag is _Drag.EDGE:
            self.scrolled.emit(over)
            self._move_edge(self._at)
        elif over:
            self.scrolled.emit(over)
            self._extend(self._at)


def _by_character(event: QMouseEvent) -> bool:
    return bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
