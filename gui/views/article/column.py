"""Where things stand from left to right: signs, text, ticks, tags, map. One place for every horizontal figure."""

from typing import NamedTuple

RING = 2  # the view keeps its outermost pixels for the focus ring; everything here counts from inside it
MARGIN = 50 - RING
MEASURE = 530
LEAST_MEASURE = 430
NEED = 160  # a text that is narrower than this is cut off rather than squeezed
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


def column_for(viewport: int, zoom: float, measure: int = MEASURE) -> Column:
    """Fit the page into a viewport: first tags go compact, then the text narrows. `measure` is the text's width at Fit.

    Below `narrowest()` the window should make room; the text narrows on meanwhile, so that nothing overlaps.
    """
    wanted = round(measure * zoom)
    around = _around()
    tag_width = TAG_WIDE if viewport >= wanted + around + TAG_WIDE else TAG_COMPACT
    width = max(NEED, min(wanted, viewport - around - tag_width))
    spare = max(0, viewport - around - tag_width - width)
    return Column(MARGIN + spare // 2, width, tag_width, viewport - EDGE - MAP)


def narrowest() -> int:
    """Return the width of the view below which its text would be narrower than `LEAST_MEASURE`."""
    return LEAST_MEASURE + _around() + TAG_COMPACT + 2 * RING


def _around() -> int:
    return MARGIN + GUTTER + MAP_GAP + MAP + EDGE
