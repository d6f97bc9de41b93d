"""Which quotes lie in which block, found by bisection; nothing is built for blocks that nobody looks at."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

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


class Fragment(NamedTuple):
    """One fragment of the quote in a row. Offsets are those of the whole text."""

    row: int
    number: int
    start: int
    end: int


class Pieces:
    """All fragments of all quotes by block."""

    def __init__(self, quotes: Sequence[Quote], blocks: Sequence[Block], starts: Sequence[int]) -> None:
        self._flat = [
            (start, -end, row, number)
            for row, quote in enumerate(quotes)
            for number, (start, end) in enumerate(quote.fragments)
        ]
        self._flat.sort()  # outer ones before inner ones
        self.quotes = len(quotes)
        self.blocks = blocks
        self.first = [bisect_right(starts, start, 1) - 1 for start, _, _, _ in self._flat]
        """The block in which each fragment begins."""
        following = [*starts[1:], sys.maxsize]
        self.last = [
            first if -end <= following[first] else bisect_right(starts, -end - 1) - 1
            for first, (_, end, _, _) in zip(self.first, self._flat, strict=True)
        ]
        """The block in which each fragment ends."""
        self._reach = list(accumulate(self.last, max))
        self._made: dict[int, tuple[Piece, ...]] = {}

    def __len__(self) -> int:
        return len(self._flat)

    def fragment(self, index: int) -> Fragment:
        """Return a fragment by its place in text order."""
        start, minus_end, row, number = self._flat[index]
        return Fragment(row, number, start, -minus_end)

    def in_block(self, index: int) -> tuple[Piece, ...]:
        """Return the pieces in a block in text order, outer ones before inner ones."""
        if index not in self._made:
            self._made[index] = tuple(self._make(index))
        return self._made[index]

    def _make(self, index: int) -> list[Piece]:
        block = self.blocks[index]
        # `reach` never falls, so everything that can touch the block lies between these two.
        low, high = bisect_left(self._reach, index), bisect_right(self.first, index)
        found: list[Piece] = []
        open_ends: list[int] = []
        for row, number, start, end in map(self.fragment, range(low, high)):
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
