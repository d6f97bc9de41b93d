"""The edges of the current quote: where they are, which one is held, and where they would be let go."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.laid_block import reads_right_to_left
from gui.views.article.outline import PAD, outline
from gui.views.article.page import Page
from gui.views.article.text_steps import Unit, stepped

OUTSIDE, INSIDE = 3, 17
"""Pixels beside an edge that take hold of it: little outside, where words that follow are selected."""
KNOB = 4.0  # the radius of a handle's end
STEM = 2.0


class Edges:
    """Edges count from 0, two to a fragment: the start of the first, its end, the start of the second, …"""

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self._theme = theme
        self.held = -1
        self.preview: tuple[Span, ...] = ()
        """The fragments as they would be if the edge that is dragged were let go; empty when none is."""

    def take(self, edge: int, fragments: Sequence[Span]) -> None:
        """Take hold of an edge."""
        self.held, self.preview = edge, tuple(fragments)

    def drag(self, position: int) -> bool:
        """Move the held edge to a place in the text; True where that changes anything."""
        before, self.preview = self.preview, moved(self._page, self.preview, edge=self.held, position=position)
        return before != self.preview

    def let_go(self) -> tuple[Span, ...]:
        """Let go of the edge and return the fragments that came of it."""
        held, self.held, self.preview = self.preview, -1, ()
        return held

    def at(self, point: QPoint, fragments: Sequence[Span]) -> int:
        """Return the edge at a point of the page, -1 if there is none. Of two at one place the nearer one."""
        best, nearest = -1, float(INSIDE)
        for edge in range(2 * len(fragments)):
            x, top = self._place(edge, fragments)
            inside = (point.x() - x) * self._inwards(edge, fragments)
            if top <= point.y() < top + self._page.pitch and inside >= -OUTSIDE and abs(inside) < nearest:
                best, nearest = edge, abs(inside)
        return best

    def paint(self, painter: QPainter, fragments: Sequence[Span], *, live: int) -> None:
        """Paint the handles of the current quote: the live one filled, the others hollow."""
        accent = self._theme.colour("accent")
        for edge in range(2 * len(fragments)):
            x, top = self._place(edge, fragments)
            x = round(x) - self._inwards(edge, fragments) * (PAD - 1)
            painter.fillRect(QRectF(x - STEM / 2, top + 2, STEM, self._page.pitch - 4), accent)
            middle = QPointF(x, top + self._page.pitch - 2 if edge % 2 else top + 2)
            painter.setPen(QPen(accent, STEM))
            painter.setBrush(accent if edge == live else self._theme.colour("paper"))
            painter.drawEllipse(middle, KNOB, KNOB)

    def paint_preview(self, painter: QPainter) -> None:
        """Paint where the quote would stand."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        for fragment in self.preview:
            painter.drawPath(outline(self._page.rows(fragment)))

    def _place(self, edge: int, fragments: Sequence[Span]) -> tuple[float, int]:
        """Return where an edge stands: an end where its last letter ends, though the caret be on the next line."""
        fragment = fragments[edge // 2]
        if edge % 2 == 0:
            return self._page.caret_at(fragment.start)
        rows = self._page.rows(Span(fragment.end - 1, fragment.end))
        if not rows:
            return self._page.caret_at(fragment.end)
        return rows[-1].right if self._inwards(edge, fragments) < 0 else rows[-1].left, int(rows[-1].top)

    def _inwards(self, edge: int, fragments: Sequence[Span]) -> int:
        """Return 1 where the fragment lies to the right of its edge, -1 where to the left."""
        backwards = reads_right_to_left(self._page.text[slice(*fragments[edge // 2])])
        return -1 if backwards != bool(edge % 2) else 1


def moved(page: Page, fragments: Sequence[Span], *, edge: int, position: int) -> tuple[Span, ...]:
    """Return the fragments with one edge elsewhere: a letter stays in each, and none goes over its neighbour."""
    number = edge // 2
    start, end = fragments[number]
    if edge % 2:
        least = stepped(page, start, Unit.CHARACTER, forward=True)
        most = fragments[number + 1].start if number + 1 < len(fragments) else len(page.text)
        end = min(most, max(position, least))
    else:
        least = fragments[number - 1].end if number else 0
        most = stepped(page, end, Unit.CHARACTER, forward=False)
        start = max(least, min(position, most))
    return (*fragments[:number], Span(start, end), *fragments[number + 1 :])
