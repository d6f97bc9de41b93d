"""Which quotes lie in which block, found by bisection; nothing is built for blocks that nobody looks at."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.model.records import Quote
from gui.views.article.blocks import Block

DEEPEST = 2


class Piece(NamedTuple):
    """The part of a fragment that lies in one block. Offsets are those of the whole text.

    `head` marks the first piece of the quote, `opens` the first of its fragment; `depth` counts the quotes
    it lies inside of, `DEEPEST` at most.
    """

    row: int
    fragment: int
    start: int
    end: int
    head: bool
    opens: bool
    depth: int


class Pieces:
    """All fragments of all quotes by block."""

    def __init__(self, quotes: Sequence[Quote], blocks: Sequence[Block], starts: NDArray[np.int64]) -> None:
        flat = [
            (row, number, span[0], span[1])
            for row, quote in enumerate(quotes)
            for number, span in enumerate(quote.fragments)
        ]
        table = np.array(flat, dtype=np.int64).reshape(-1, 4)
        self.table = table[np.lexsort((-table[:, 3], table[:, 2]))]
        self.blocks = blocks
        self._first = np.maximum(0, np.searchsorted(starts, self.table[:, 2], side="right") - 1)
        last = np.maximum(0, np.searchsorted(starts, self.table[:, 3] - 1, side="right") - 1)
        self._reach = np.maximum.accumulate(last) if len(last) else last
        self._made: dict[int, tuple[Piece, ...]] = {}

    def in_block(self, index: int) -> tuple[Piece, ...]:
        """Return the pieces in a block in text order, outer ones before inner ones."""
        if index not in self._made:
            self._made[index] = tuple(self._make(index))
        return self._made[index]

    def _make(self, index: int) -> list[Piece]:
        block = self.blocks[index]
        # `reach` never falls, so everything that can touch the block lies between these two.
        low = int(np.searchsorted(self._reach, index, side="left"))
        high = int(np.searchsorted(self._first, index, side="right"))
        found: list[Piece] = []
        open_ends: list[int] = []
        for row, number, start, end in self.table[low:high].tolist():
            if min(end, block.end) <= max(start, block.start):
                continue
            open_ends = [stop for stop in open_ends if stop > start]
            opens = start >= block.start
            depth = min(len(open_ends), DEEPEST)
            found.append(
                Piece(row, number, max(start, block.start), min(end, block.end), opens and number == 0, opens, depth)
            )
            open_ends.append(end)
        return found
