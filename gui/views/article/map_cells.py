"""Which pixels of the map belong to which quote, worked out for all quotes at once."""

from array import array
from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import NamedTuple

from gui.views.article.column import TOP
from gui.views.article.page import Page
from gui.views.article.pieces import Fragment, Pieces

NOBODY = -1
LEAST = 0.02  # of a line's width, which a last letter takes


class Cells(NamedTuple):
    """`pixels[row]` are the pixels that show a quote, counted through the picture; each belongs to one quote.

    `tops` and `bottoms` are where each quote begins and ends, `lines` the pixel rows of text lines and
    `pitch` their distance.
    """

    pixels: Sequence[Sequence[int]]
    tops: Sequence[float]
    bottoms: Sequence[float]
    lines: Sequence[int]
    pitch: float


class _Box(NamedTuple):
    """A rectangle of the page: heights in its pixels, sides as shares of the column's width."""

    top: float
    bottom: float
    left: float
    right: float


def cells_of(page: Page, pieces: Pieces, *, wide: int, high: int, scale: float) -> Cells:
    """Map every fragment to pixels. Lines are even shares of a block, so nothing needs to be laid out."""
    count = 1 + max((each.row for each in pieces.fragments), default=NOBODY)
    tops, bottoms = [float("inf")] * count, [0.0] * count
    owners = array("i", [NOBODY]) * (wide * high)
    pitch = page.pitch
    # The later quote lies on top: it takes what an earlier one had.
    for fragment in sorted(pieces.fragments, key=_row):
        row = fragment.row
        boxes = _boxes(page, fragment)
        tops[row] = min(tops[row], (boxes[0].top + pitch / 2) * scale)
        bottoms[row] = max(bottoms[row], boxes[-1].bottom * scale)
        for start, stop in _runs(boxes, wide=wide, high=high, scale=scale):
            owners[start:stop] = array("i", [row]) * (stop - start)
    pixels: list[list[int]] = [[] for _ in range(count)]
    for pixel, owner in enumerate(owners):
        if owner >= 0:
            pixels[owner].append(pixel)
    return Cells(pixels, tops, bottoms, _line_rows(page, high, scale), pitch * scale)


def _row(fragment: Fragment) -> int:
    return fragment.row


def _boxes(page: Page, fragment: Fragment) -> list[_Box]:
    """Return the first line, the full lines between and the last line of a fragment, as far as there are such."""
    pitch = page.pitch
    top, left = _point(page, fragment.start)
    last, right = _point(page, max(fragment.end - 1, fragment.start))
    right = min(1.0, right + LEAST)
    if top == last:
        return [_Box(top, top + pitch, left, right)]
    boxes = [_Box(top, top + pitch, left, 1.0)]
    if last > top + pitch:
        boxes.append(_Box(top + pitch, last, 0.0, 1.0))
    return [*boxes, _Box(last, last + pitch, 0.0, right)]


def _point(page: Page, position: int) -> tuple[float, float]:
    """Return the top of the line and the share of its width at which a character stands."""
    index = page.block_of(position)
    start, end, _ = page.blocks[index]
    share = min(max((position - start) / max(1, end - start), 0.0), 0.999999)
    along = share * page.heights.line_counts[index]
    line = int(along)
    return page.top_of(index) + line * page.pitch, along - line


def _runs(boxes: Sequence[_Box], *, wide: int, high: int, scale: float) -> Iterator[tuple[int, int]]:
    """Yield the pixels of boxes as runs (start, stop), at least one pixel a box."""
    for box in boxes:
        first = min(max(round(box.top * scale), 0), high - 1)
        last = max(min(max(round(box.bottom * scale), 1), high), first + 1)
        left = min(max(floor(box.left * wide), 0), wide - 1)
        right = max(min(max(ceil(box.right * wide), 1), wide), left + 1)
        for y in range(first, last):
            yield y * wide + left, y * wide + right


def _line_rows(page: Page, high: int, scale: float) -> list[int]:
    heights, pitch = page.heights, page.pitch
    rows = {
        min(max(int((TOP + top + (line + 0.5) * pitch) * scale), 0), high - 1)
        for top, count in zip(heights.tops, heights.line_counts, strict=True)
        for line in range(count)
    }
    return sorted(rows)
