"""The article as a page: from characters to pixels and back. Vertical pixels count from the top of the article."""

from bisect import bisect_right
from typing import NamedTuple

from core.model.spans import Span
from gui.fonts import serif
from gui.views.article.blocks import Block, blocks_of
from gui.views.article.column import BOTTOM, MEASURE, TOP, Column, column_for
from gui.views.article.heights import Heights
from gui.views.article.laid_block import LaidBlock, baseline
from gui.views.article.layouts import Layouts

SIZE = 15
LEADING = 1.6
SPACE = 0.5  # between paragraphs, in lines


class Row(NamedTuple):
    """A stretch of one line on the page, in pixels."""

    top: float
    bottom: float
    left: float
    right: float


class Page:
    """Text, blocks, heights and layouts at one width and zoom."""

    def __init__(self) -> None:
        self.text = ""
        self.zoom = 1.0
        self.blocks: list[Block] = blocks_of("")
        self.starts = [0]
        self.column: Column = column_for(0, 1.0)
        self._lay_out()

    def show(self, text: str) -> None:
        """Put another text on the page."""
        self.text = text
        self.blocks = blocks_of(text)
        self.starts = [block.start for block in self.blocks]
        self._lay_out()

    def fit(self, viewport: int, zoom: float, measure: int = MEASURE) -> None:
        """Set the page for a viewport's width, a zoom and a measure; layouts are made anew only if lines change."""
        column = column_for(viewport, zoom, measure)
        changed = column.width != self.column.width or zoom != self.zoom
        self.column, self.zoom = column, zoom
        if changed:
            self._lay_out()

    def _lay_out(self) -> None:
        font = serif(SIZE * self.zoom)
        self.pitch = round(font.pixelSize() * LEADING)
        gap = round(self.pitch * SPACE)
        self.underline = baseline(font, self.pitch) + round(self.pitch / 8)  # from the top of a line
        width = self.column.width
        self.heights = Heights(self.blocks, width=width, pitch=self.pitch, gap=gap)
        self.layouts = Layouts(self.text, self.blocks, self.heights, font=font, width=width)

    @property
    def height(self) -> int:
        """The height of the whole article with its margins."""
        return self.heights.total + TOP + BOTTOM

    def top_of(self, index: int) -> int:
        """Return where a block begins."""
        return TOP + self.heights.tops[index]

    def laid(self, index: int) -> LaidBlock:
        """Return a block laid out."""
        return self.layouts.block(index)

    def block_at(self, y: float) -> int:
        """Return the block at a height."""
        return self.heights.at(y - TOP)

    def block_of(self, position: int) -> int:
        """Return the block that holds a character."""
        return max(0, bisect_right(self.starts, position) - 1)

    def visible(self, top: float, bottom: float) -> range:
        """Return the blocks between two heights, all of them laid out and in their final place.

        What stands above them is not measured here, so the caller keeps its first block where it was.
        """
        first = self.block_at(top)
        last = first
        while last < len(self.blocks):
            self.laid(last)
            self.heights.settle()
            if self.top_of(last) + self.heights.lines(last) * self.pitch >= bottom:
                break
            last += 1
        return range(first, min(last + 1, len(self.blocks)))

    def line_top(self, position: int) -> int:
        """Return the top of the line that holds a character; like `rows` it moves nothing."""
        index = self.block_of(position)
        laid = self.laid(index)
        local = min(position, self.blocks[index].end) - self.blocks[index].start
        return self.top_of(index) + laid.line_of(max(0, local)) * self.pitch

    def rows(self, span: Span) -> list[Row]:
        """Return where a span stands, one row a line (more where a line runs both ways).

        Moves nothing, so it can be asked while painting; heights found out on the way count after `settle`.
        """
        indices = range(self.block_of(span.start), self.block_of(max(span.start, span.end - 1)) + 1)
        return [row for index in indices for row in self.rows_in(index, span.start, span.end)]

    def rows_in(self, index: int, start: int, end: int) -> list[Row]:
        """Return where the part of a span stands that lies in one block."""
        block = self.blocks[index]
        low, high = max(start, block.start), min(end, block.end)
        if low >= high:
            return []
        top, left = self.top_of(index), self.column.left
        found = self.laid(index).stretches(low - block.start, high - block.start)
        return [
            Row(top + line * self.pitch, top + (line + 1) * self.pitch, left + x, left + right)
            for line, x, right in found
        ]

    def caret_at(self, position: int) -> tuple[float, int]:
        """Return where the caret stands before a character: its x and the top of its line."""
        index = self.block_of(position)
        block = self.blocks[index]
        local = max(0, min(position, block.end) - block.start)
        laid = self.laid(index)
        return self.column.left + laid.x_at(local), self.top_of(index) + laid.line_of(local) * self.pitch

    def line_ends(self, position: int) -> tuple[int, int]:
        """Return the first and the last caret position of the line that holds a character."""
        index = self.block_of(position)
        start, end, _ = self.blocks[index]
        laid = self.laid(index)
        first, last = laid.line_end(laid.line_of(max(0, min(position, end) - start)))
        return start + first, start + last

    def right_to_left(self, position: int) -> bool:
        """Return whether the paragraph of a character is read from the right."""
        return self.laid(self.block_of(position)).right_to_left

    def position_at(self, x: float, y: float) -> int:
        """Return the character boundary nearest to a point of the page."""
        index = self.block_at(y)
        laid = self.laid(index)
        line = int((y - self.top_of(index)) // self.pitch)
        if line >= laid.lines:
            return self.blocks[index].end
        return self.blocks[index].start + laid.position_at(line, x - self.column.left)
