"""Which pixels of the map belong to which quote."""

from array import array
from math import ceil, floor
from typing import NamedTuple

from gui.views.article.column import TOP
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces

NOBODY = -1
LEAST = 0.02  # of a line's width, which a last letter takes


class Grid(NamedTuple):
    """The pixels of a picture: `ratio` of them to a unit of the screen, `scale` of them to a pixel of the page."""

    wide: int
    high: int
    scale: float
    ratio: float = 1.0


class Cells(NamedTuple):
    """`pixels[row]` are the pixels that show a quote, counted through the picture; each belongs to one quote.

    `tops` and `bottoms` are where each quote begins and ends, `lines` the pixel rows of text lines and
    `pitch` their distance.
    """

    pixels: list[list[int]]
    tops: list[float]
    bottoms: list[float]
    lines: list[int]
    pitch: float


class Survey:
    """Maps fragments to pixels, some at a time, so that nobody waits for ten thousand of them.

    Lines are taken as even shares of a block, so nothing needs to be laid out.
    """

    def __init__(self, page: Page, pieces: Pieces, grid: Grid) -> None:
        self._blocks = page.blocks
        self._heights = page.heights
        self._pitch = page.pitch
        self._pieces = pieces
        self.grid = grid
        self._tops, self._bottoms = [float("inf")] * pieces.quotes, [0.0] * pieces.quotes
        self._owners = array("i", [NOBODY]) * (grid.wide * grid.high)
        self._done = 0

    def go_on(self, count: int) -> bool:
        """Map so many more fragments; return whether all of them are mapped. A later one lies on top."""
        stop = min(self._done + count, len(self._pieces))
        for index in range(self._done, stop):
            self._map(index)
        self._done = stop
        return stop == len(self._pieces)

    def cells(self) -> Cells:
        """Return what has been found."""
        pixels: list[list[int]] = [[] for _ in self._tops]
        for pixel, owner in enumerate(self._owners):
            if owner >= 0:
                pixels[owner].append(pixel)
        return Cells(pixels, self._tops, self._bottoms, self._line_rows(), self._pitch * self.grid.scale)

    def _map(self, index: int) -> None:
        """Map the first line, the full lines between and the last line of a fragment, as far as there are such."""
        row, _, start, end = self._pieces.fragment(index)
        pitch, scale = self._pitch, self.grid.scale
        top, left = self._point(self._pieces.first[index], start)
        last, right = self._point(self._pieces.last[index], max(end - 1, start))
        right = min(1.0, right + LEAST)
        self._tops[row] = min(self._tops[row], (top + pitch / 2) * scale)
        self._bottoms[row] = max(self._bottoms[row], (last + pitch) * scale)
        if top == last:
            self._take(row, top, top + pitch, left, right)
            return
        self._take(row, top, top + pitch, left, 1.0)
        if last > top + pitch:
            self._take(row, top + pitch, last, 0.0, 1.0)
        self._take(row, last, last + pitch, 0.0, right)

    def _point(self, index: int, position: int) -> tuple[int, float]:
        """Return the top of the line and the share of its width at which a character of a block stands."""
        start, end, _ = self._blocks[index]
        share = min(max((position - start) / max(1, end - start), 0.0), 0.999999)
        along = share * self._heights.line_counts[index]
        line = int(along)
        return TOP + self._heights.tops[index] + line * self._pitch, along - line

    def _take(self, row: int, top: float, bottom: float, left: float, right: float) -> None:
        """Give a rectangle of the page to a quote, at least one pixel; sides are shares of the column's width."""
        wide, high, scale, _ = self.grid
        first = min(max(round(top * scale), 0), high - 1)
        last = max(min(round(bottom * scale), high), first + 1)
        start = min(floor(left * wide), wide - 1)
        run = array("i", [row]) * (max(ceil(right * wide), start + 1) - start)
        for at in range(first * wide + start, last * wide + start, wide):
            self._owners[at : at + len(run)] = run

    def _line_rows(self) -> list[int]:
        """Return the pixel rows of text lines; where there are more lines than rows nobody draws them."""
        heights, pitch, scale = self._heights, self._pitch, self.grid.scale
        if pitch * scale < 1:
            return []
        rows = {
            min(max(int((TOP + top + (line + 0.5) * pitch) * scale), 0), self.grid.high - 1)
            for top, count in zip(heights.tops, heights.line_counts, strict=True)
            for line in range(count)
        }
        return sorted(rows)
