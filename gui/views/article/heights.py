"""How tall each block is and where it begins: one array, guessed until a block is laid out."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from gui.views.article.blocks import Block

# Average advance of a letter in the article's font, as a share of its size: 68 letters on 530 px at 15 px.
ADVANCE = 0.485


class Heights:
    """Tops and heights in pixels from the first line of the article. Changes count after `settle`."""

    def __init__(self, blocks: Sequence[Block], *, width: float, pitch: int, gap: int) -> None:
        self.pitch = pitch
        self._gaps = np.array([gap if block.gap else 0 for block in blocks], dtype=np.float64)
        letters = np.array([block.end - block.start for block in blocks], dtype=np.float64)
        fits = max(1.0, width / (ADVANCE * pitch / 1.6))
        self._lines = np.maximum(1.0, np.ceil(letters / fits * 1.03))
        self.measured = np.zeros(len(blocks), dtype=bool)
        self.tops: NDArray[np.float64] = np.zeros(len(blocks))
        self.total = 0.0
        self.stale = True
        self.settle()

    def __len__(self) -> int:
        return len(self._lines)

    def lines(self, index: int) -> int:
        """Return how many lines a block has or is thought to have."""
        return int(self._lines[index])

    @property
    def line_counts(self) -> NDArray[np.float64]:
        """The number of lines of every block."""
        return self._lines

    def measure(self, index: int, lines: int) -> None:
        """Note how many lines a block really has."""
        self.measured[index] = True
        if self._lines[index] != lines:
            self._lines[index] = lines
            self.stale = True

    def settle(self) -> bool:
        """Work out where every block begins; return whether anything moved."""
        if not self.stale:
            return False
        self.stale = False
        heights = self._lines * self.pitch + self._gaps
        ends = np.cumsum(heights)
        self.tops = ends - self._lines * self.pitch
        self.total = float(ends[-1]) if len(ends) else 0.0
        return True

    def at(self, y: float) -> int:
        """Return the block that stands at a height, the nearest one above it in the space between two."""
        return max(0, int(np.searchsorted(self.tops, y, side="right")) - 1)

    def unmeasured(self, near: int) -> int:
        """Return a block that is still a guess, below `near` first, -1 if there is none left."""
        below = np.flatnonzero(~self.measured[near:])
        if below.size:
            return near + int(below[0])
        above = np.flatnonzero(~self.measured[:near])
        return int(above[-1]) if above.size else -1
