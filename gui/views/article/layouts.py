"""Lays blocks out when they are needed and keeps the last few hundred."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtGui import QFont

from gui.views.article.blocks import Block
from gui.views.article.heights import Heights
from gui.views.article.laid_block import LaidBlock

KEPT = 300


class Layouts:
    """Blocks laid out, the least recently used let go first; each tells `heights` what it measured."""

    def __init__(self, text: str, blocks: Sequence[Block], heights: Heights, *, font: QFont, width: float) -> None:
        self._text = text
        self._blocks = blocks
        self._heights = heights
        self._font = font
        self._width = width
        self._kept: OrderedDict[int, LaidBlock] = OrderedDict()

    def block(self, index: int) -> LaidBlock:
        """Return a block laid out."""
        laid = self._kept.get(index)
        if laid is not None:
            self._kept.move_to_end(index)
            return laid
        laid = self._make(index)
        self._kept[index] = laid
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return laid

    def measure(self, index: int) -> None:
        """Find out how tall a block is without keeping its layout."""
        if index not in self._kept:
            self._make(index)

    def kept(self) -> set[int]:
        """Return the blocks whose layouts are at hand."""
        return set(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def _make(self, index: int) -> LaidBlock:
        block = self._blocks[index]
        text = self._text[block.start : block.end]
        laid = LaidBlock(text, self._font, width=self._width, pitch=self._heights.pitch)
        self._heights.measure(index, laid.lines)
        return laid
