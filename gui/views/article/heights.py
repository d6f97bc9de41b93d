"""How tall each block is and where it begins: guessed until a block is laid out."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import ceil

from gui.views.article.blocks import Block

# Average advance of a letter in the article's font, as a share of its size: 68 letters on 530 px at 15 px.
ADVANCE = 0.485


class Heights:
    """Tops and heights in pixels from the first line of the article. Changes count after `settle`."""

    def __init__(self, blocks: Sequence[Block], *, width: float, pitch: int, gap: int) -> None:
        self.pitch = pitch
        self._gaps = [gap if block.gap else 0 for block in blocks]
        fits = max(1.0, width / (ADVANCE * pitch / 1.6))
        self.line_counts = [max(1, ceil((block.end - block.start) / fits * 1.03)) for block in blocks]
        """The number of lines of every block."""
        self.measured = bytearray(len(blocks))
        """1 for each block whose lines were counted."""
        self.tops: list[int] = []
        self.total = 0
        self.stale = True
        self.settle()

    def __len__(self) -> int:
        return len(self.line_counts)

    def lines(self, index: int) -> int:
        """Return how many lines a block has or is thought to have."""
        return self.line_counts[index]

    def measure(self, index: int, lines: int) -> None:
        """Note how many lines a block really has."""
        self.measured[index] = 1
        if self.line_counts[index] != lines:
            self.line_counts[index] = lines
            self.stale = True

    def settle(self) -> bool:
        """Work out where every block begins; return whether anything moved."""
        if not self.stale:
            return False
        self.stale = False
        tall = [lines * self.pitch for lines in self.line_counts]
        ends = list(accumulate(map(int.__add__, tall, self._gaps)))
        self.tops = list(map(int.__sub__, ends, tall))
        self.total = ends[-1] if ends else 0
        return True

    def at(self, y: float) -> int:
        """Return the block that stands at a height, the nearest one above it in the space between two."""
        return max(0, bisect_right(self.tops, y) - 1)

    def unmeasured(self, near: int) -> int:
        """Return a block that is still a guess, below `near` first, -1 if there is none left."""
        below = self.measured.find(0, near)
        return below if below >= 0 else self.measured.rfind(0, 0, near)
