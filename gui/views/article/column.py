"""Where things stand from left to right: signs, text, ticks, tags, map. One place for every horizontal figure."""

from typing import NamedTuple

RING = 2  # the view keeps its outermost pixels for the focus ring; everything here counts from inside it
MARGIN = 50 - RING
MEASURE = 530
LEAST_MEASURE = 430
GUTTER = 27  # between the text and the tags: tick and leader
TICK = 6  # from the text's edge to the tick
TAG_WIDE = 174
TAG_COMPACT = 92
MAP_GAP = 9
MAP = 20  # 12 px of bars in a track of 20
EDGE = 6 - RING
TOP = 12 - RING
BOTTOM = 24


class Column(NamedTuple):
    """The page at one width and zoom, in pixels of the viewport."""

    left: int
    width: int
    tag_width: int
    map_left: int

    @property
    def right(self) -> int:
        """The right edge of the text."""
        return self.left + self.width

    @property
    def tick(self) -> int:
        """The left edge of the ticks."""
        return self.right + TICK

    @property
    def tag_left(self) -> int:
        """The left edge of the tags."""
        return self.right + GUTTER

    @property
    def compact(self) -> bool:
        """Whether tags show no name."""
        return self.tag_width == TAG_COMPACT


def column_for(viewport: int, zoom: float) -> Column:
    """Fit the page into a viewport: first tags go compact, then the text narrows, to `LEAST_MEASURE` at the least."""
    wanted = round(MEASURE * zoom)
    around = MARGIN + GUTTER + MAP_GAP + MAP + EDGE
    tag_width = TAG_WIDE if viewport >= wanted + around + TAG_WIDE else TAG_COMPACT
    width = max(LEAST_MEASURE, min(wanted, viewport - around - tag_width))
    spare = max(0, viewport - around - tag_width - width)
    return Column(MARGIN + spare // 2, width, tag_width, viewport - EDGE - MAP)
