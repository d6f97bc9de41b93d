"""Moves the view: smoothly to a quote, and not at all while guesses above turn into heights."""

from time import perf_counter

from PySide6.QtCore import QEasingCurve, QObject, QRect, QTimer, QVariantAnimation, Signal
from PySide6.QtWidgets import QAbstractScrollArea

from core.model.spans import Span
from gui.views.article.page import Page

MOTION = 120  # milliseconds
SLICE = 0.004  # seconds of measuring at a time
THIRD = 3


class Scrolling(QObject):
    """Owns the scroll range and every jump; measures blocks that nobody has seen yet when nothing else is to do."""

    moved = Signal()  # lines have moved on the page: paint all of it again

    def __init__(self, view: QAbstractScrollArea, page: Page) -> None:
        super().__init__(view)
        self._view = view
        self._page = page
        self.reduced_motion = False
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)
        self._motion.finished.connect(self._arrived)
        self._revealed: Span | None = None
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._measure_some)

    @property
    def top(self) -> int:
        """The height of the article at the top edge of the view."""
        return self._view.verticalScrollBar().value()

    @property
    def height(self) -> int:
        """The height of the view."""
        return self._view.viewport().height()

    @property
    def ratio(self) -> float:
        """How many pixels the screen has to a unit of the view."""
        return self._view.devicePixelRatioF()

    @property
    def measuring(self) -> bool:
        """Whether some heights are still guesses."""
        return self._idle.isActive()

    def measure(self) -> None:
        """Begin to measure what is not measured, in slices between other work."""
        self._idle.start()

    def set_range(self) -> None:
        """Fit the scroll range to page and viewport."""
        bar, height = self._view.verticalScrollBar(), self.height
        bar.setRange(0, max(0, self._page.height - height))
        bar.setPageStep(max(1, height - 2 * self._page.pitch))
        bar.setSingleStep(self._page.pitch)

    def anchor(self) -> tuple[int, float]:
        """Return the character at the top of the view and how far into its line the view begins."""
        index = self._page.block_at(self.top)
        into = self.top - self._page.top_of(index)
        line = max(0, int(into // self._page.pitch))
        start = self._page.blocks[index].start + self._page.laid(index).position_at(line, 0)
        return start, (into - line * self._page.pitch) / self._page.pitch

    def restore(self, anchor: tuple[int, float]) -> None:
        """Put a character back to the top of the view, after zoom or width have moved every line."""
        position, into = anchor
        self._motion.stop()
        top = self._page.line_top(position) if position else 0
        self.set_range()
        self.jump(round(top + into * self._page.pitch) if position or into > 0 else 0)

    def below_top(self, span: Span, height: int) -> int | None:
        """Return how far below the top of the view a span begins, None if a view of some height does not show it."""
        below = self._page.line_top(span.start) - self.top
        return below if 0 <= below <= height - self._page.pitch else None

    def keep(self, span: Span, below: int) -> None:
        """Show a span as far below the top of the view as it was, or so much higher that it is in view."""
        self._page.rows(span)
        top = self._page.line_top(span.start) - below
        self._page.visible(top, top + self.height)  # or it would move once these lines are painted
        self.set_range()
        first, lowest = self._reach(span)
        self.jump(first - max(0, min(below, self.height - lowest + first)))

    def settle(self) -> None:
        """Take in heights that were found out, the top of the view staying where it is."""
        index = self._page.block_at(self.top)
        into = self.top - self._page.top_of(index)
        if self._page.heights.settle():
            self.set_range()
            self.jump(self._page.top_of(index) + into if self.top else 0)
            self.moved.emit()

    def jump(self, value: int) -> None:
        """Show a height at the top of the view, at once."""
        self._motion.stop()
        self._view.verticalScrollBar().setValue(value)

    def jump_to_end(self) -> None:
        """Show the last lines, measured first so that they are the last."""
        self._page.visible(self._page.height - 2 * self.height, self._page.height)
        self.settle()
        self.set_range()
        self.jump(self._view.verticalScrollBar().maximum())
        self.moved.emit()

    def reveal(self, span: Span) -> None:
        """Bring a span into view, its first line to a third of the height, if it is not there already."""
        self._page.rows(span)
        self.settle()
        self._revealed = span
        if self._in_view(span):
            return
        target = self._target(span)
        self._motion.stop()
        if self.reduced_motion:
            self.jump(target)
            return
        # A long way is mostly jumped: what nobody can read while it flies by need not be laid out.
        near = max(target - self.height, min(self.top, target + self.height))
        self.jump(near)
        self._motion.setStartValue(near)
        self._motion.setEndValue(target)
        self._motion.start()

    def keep_in_view(self, rect: QRect) -> None:
        """Scroll just so far that a rectangle of the page is in view, with a line to spare."""
        spare = self._page.pitch
        if rect.top() - spare < self.top:
            self.jump(max(0, rect.top() - spare))
        elif rect.bottom() + spare > self.top + self.height:
            self.jump(rect.bottom() + spare - self.height)

    def _in_view(self, span: Span) -> bool:
        first, lowest = self._reach(span)
        return self.top <= first and lowest <= self.top + self.height

    def _reach(self, span: Span) -> tuple[int, int]:
        """Return the top and the bottom of what is to be seen of a span: of a long one half a view."""
        first, last = self._page.line_top(span.start), self._page.line_top(span.end - 1)
        return first, min(last + self._page.pitch, first + self.height // 2)

    def _target(self, span: Span) -> int:
        self.set_range()
        wish = self._page.line_top(span.start) - self.height // THIRD
        return max(0, min(wish, self._view.verticalScrollBar().maximum()))

    def _arrived(self) -> None:
        """Make good what guessed heights on the way have shifted."""
        if self._revealed is not None:
            self.settle()
            if not self._in_view(self._revealed):
                self.jump(self._target(self._revealed))

    def _move(self, value: object) -> None:
        self._view.verticalScrollBar().setValue(int(value))  # type: ignore[call-overload]

    def _measure_some(self) -> None:
        if self._motion.state() is QVariantAnimation.State.Running:
            return
        until = perf_counter() + SLICE
        near = self._page.block_at(self.top)
        while (index := self._page.heights.unmeasured(near)) >= 0:
            self._page.layouts.measure(index)
            near = index
            if perf_counter() > until:
                return
        self._idle.stop()
        self.settle()
