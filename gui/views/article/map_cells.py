"""Which pixels of the map belong to which quote, worked out for all quotes at once."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gui.views.article.column import TOP
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


class Cells(NamedTuple):
    """`pixels[i]` is a pixel (counted through the picture), each once, and `rows[i]` the quote it shows.

    `tops` and `bottoms` are where each quote begins and ends, `lines` the pixel rows of text lines and
    `pitch` their distance.
    """

    pixels: Ints
    rows: Ints
    tops: Floats
    bottoms: Floats
    lines: Ints
    pitch: float


def cells_of(page: Page, pieces: Pieces, *, wide: int, high: int, scale: float) -> Cells:
    """Map every fragment to pixels. Lines are even shares of a block, so nothing needs to be laid out."""
    table = pieces.table
    rows, starts, ends = table[:, 0], table[:, 2], np.maximum(table[:, 3] - 1, table[:, 2])
    first_y, first_x = _points(page, starts)
    last_y, last_x = _points(page, ends)
    last_x = np.minimum(1.0, last_x + 0.02)
    pitch = float(page.pitch)
    same = first_y == last_y
    count = len(rows)
    zeros, ones = np.zeros(count), np.ones(count)
    boxes = [
        (first_y, first_y + pitch, first_x, np.where(same, last_x, ones), np.ones(count, dtype=bool)),
        (first_y + pitch, last_y, zeros, ones, last_y > first_y + pitch),
        (last_y, last_y + pitch, zeros, last_x, ~same),
    ]
    index, owners = _fill(boxes, rows, wide=wide, high=high, scale=scale)
    tops = np.full(int(rows.max(initial=-1)) + 1, np.inf)
    bottoms = np.zeros(len(tops))
    np.minimum.at(tops, rows, (first_y + pitch / 2) * scale)
    np.maximum.at(bottoms, rows, (last_y + pitch) * scale)
    return Cells(index, owners, tops, bottoms, _line_rows(page, high, scale), pitch * scale)


def _points(page: Page, positions: Ints) -> tuple[Floats, Floats]:
    """Return the top of the line and the share of its width at which characters stand."""
    heights = page.heights
    block = np.maximum(0, np.searchsorted(page.starts, positions, side="right") - 1)
    lengths = np.array([max(1, end - start) for start, end, _ in page.blocks], dtype=np.float64)
    lines = heights.line_counts[block]
    along = np.clip((positions - page.starts[block]) / lengths[block], 0.0, 0.999999) * lines
    line = np.floor(along)
    return TOP + heights.tops[block] + line * page.pitch, along - line


def _fill(
    boxes: list[tuple[Floats, Floats, Floats, Floats, NDArray[np.bool_]]],
    rows: Ints,
    *,
    wide: int,
    high: int,
    scale: float,
) -> tuple[Ints, Ints]:
    """Turn boxes, given as (top, bottom, left, right, whether it counts), into pixels."""
    tops, bottoms, lefts, rights, owners = (
        np.concatenate(parts)
        for parts in zip(*[(*[side[use] for side in sides], rows[use]) for *sides, use in boxes], strict=True)
    )
    order = np.argsort(owners, kind="stable")
    first = np.clip(np.round(tops * scale), 0, high - 1).astype(np.int64)[order]
    last = np.clip(np.round(bottoms * scale), 1, high).astype(np.int64)[order]
    left = np.clip(np.floor(lefts * wide), 0, wide - 1).astype(np.int64)[order]
    right = np.clip(np.ceil(rights * wide), 1, wide).astype(np.int64)[order]
    down, across = np.maximum(1, last - first), np.maximum(1, right - left)
    sizes = down * across
    box = np.repeat(np.arange(len(sizes)), sizes)
    inside = np.arange(int(sizes.sum())) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    y, x = first[box] + inside // across[box], left[box] + inside % across[box]
    pixels, rows_of_pixels = np.minimum(y * wide + x, high * wide - 1), owners[order][box]
    # The later quote lies on top: of all that claim a pixel only the last one counts.
    shown, last_claim = np.unique(pixels[::-1], return_index=True)
    return shown, rows_of_pixels[::-1][last_claim]


def _line_rows(page: Page, high: int, scale: float) -> Ints:
    counts = page.heights.line_counts.astype(np.int64)
    block = np.repeat(np.arange(len(counts)), counts)
    within = np.arange(int(counts.sum())) - np.repeat(np.cumsum(counts) - counts, counts)
    middles = (TOP + page.heights.tops[block] + (within + 0.5) * page.pitch) * scale
    return np.unique(np.clip(middles, 0, high - 1).astype(np.int64))
