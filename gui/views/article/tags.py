"""The tags of the quotes in view: which there are, where, and what is under the pointer."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

from gui.views.article.leaders import TICK_WIDTH, Tick, lanes, ticks
from gui.views.article.marks import Look, Mark, Marks
from gui.views.article.page import Page
from gui.views.article.pieces import Pieces
from gui.views.article.tag_places import DRIFT_LINES, PITCH, Place, arrange

HEIGHT = 20
ABOVE_LINES = 6
OUTLINE = 3  # how far the line round the current tag, and smooth edges, reach beyond a box
_FIRMNESS = {Look.CHECKED: 0, Look.SUGGESTED: 1, Look.DOUBTFUL: 2, Look.GHOST: 3}


class Leader(NamedTuple):
    """The line from a tick to its tag, one for each place: at which height it ends and at which x it bends."""

    tick: Tick
    middle: float
    turn: float


class Standing(NamedTuple):
    """Where a tag stands, and for whom: while this stays the same, nothing has moved."""

    rows: tuple[int, ...]
    top: float
    turn: float


class Tags:
    """Places worked out for one view of the page; heights count from the top of the article."""

    def __init__(self, marks: Marks, page: Page) -> None:
        self._marks = marks
        self._page = page
        self._lines: list[tuple[int, int]] = []
        self._lines_of: tuple[object, ...] = ()
        self._heads_of: dict[int, list[tuple[int, int]]] = {}  # by block: rows, and how far down their first line is
        self.places: list[Place] = []
        self.ticks: list[Tick] = []
        self.leaders: list[Leader] = []
        self.marks: dict[int, Mark] = {}

    def forget(self) -> None:
        """Say that lines have moved."""
        self._lines_of = ()
        self._heads_of.clear()

    def arrange(self, pieces: Pieces, blocks: range, *, top: int, bottom: int, current: int) -> None:
        """Place the tags of the quotes that begin between two heights.

        Those that begin a few lines above keep their places, so that nothing jumps when their line scrolls out.
        """
        pitch = self._page.pitch
        view = (blocks, top, bottom)
        if self._lines_of != view:
            self._lines = self._heads(pieces, blocks, top - ABOVE_LINES * pitch, bottom - pitch // 2)
            self._lines_of = view
        heads = self._lines
        self.ticks = ticks([(row, line + pitch // 2 + 0.5) for row, line in heads])
        self.marks = {}
        places = [self._place(row, line, current) for row, line in heads]
        inside = next((at for at, place in enumerate(places) if place.wish >= top - HEIGHT / 2), len(places))
        drift = DRIFT_LINES * pitch
        above = arrange(places[:inside], first=top - 1e6, last=1e9, drift=drift)
        last = bottom - HEIGHT - 2
        first = above[-1].top + PITCH if above else top - 1e6
        if (last - max(first, top + 2)) // PITCH + 1 < len(places) - inside:
            above, first = [], top + 2
        self.places = above + arrange(places[inside:], first=first, last=last, drift=drift)
        self.leaders = self._leaders()

    def _heads(self, pieces: Pieces, blocks: Sequence[int], top: float, bottom: float) -> list[tuple[int, int]]:
        """Return (row, top of its first line) of the quotes whose first line begins in a range."""
        found = []
        for index in blocks:
            if index not in self._heads_of:
                self._heads_of[index] = self._heads_in(pieces, index)
            from_top = self._page.top_of(index)
            lines = [(row, from_top + down) for row, down in self._heads_of[index]]
            found += [(row, line) for row, line in lines if top <= line <= bottom]
        return sorted(found)

    def _heads_in(self, pieces: Pieces, index: int) -> list[tuple[int, int]]:
        laid, start = self._page.laid(index), self._page.blocks[index].start
        heads = (piece for piece in pieces.in_block(index) if piece.head)
        return [(piece.row, laid.line_of(piece.start - start) * self._page.pitch) for piece in heads]

    def _place(self, row: int, line: int, current: int) -> Place:
        mark = self.marks[row] = self._marks.of(row)
        firmness = 3 if row == current else _FIRMNESS[mark.look]
        return Place([row], line + (self._page.pitch - HEIGHT) // 2, firmness)

    def rect(self, place: Place) -> QRect:
        """Return the box of a tag."""
        return self._box(place.top)

    def standings(self) -> set[Standing]:
        """Return where every tag stands now."""
        pairs = zip(self.places, self.leaders, strict=True)
        return {Standing(tuple(place.rows), place.top, leader.turn) for place, leader in pairs}

    def reach(self, standing: Standing) -> QRect:
        """Return the part of the page that a tag takes, or took, with its leader and ticks."""
        column = self._page.column
        box = self._box(standing.top)
        for tick in self.ticks:
            if tick.row in standing.rows:
                box |= QRect(column.tick, int(tick.middle - tick.height / 2), TICK_WIDTH, int(tick.height) + 1)
        return box.adjusted(-OUTLINE, -OUTLINE, OUTLINE, OUTLINE)

    def _box(self, top: float) -> QRect:
        return QRect(self._page.column.tag_left, round(top), self._page.column.tag_width, HEIGHT)

    def _leaders(self) -> list[Leader]:
        column = self._page.column
        tick_of = {tick.row: tick for tick in self.ticks}
        ways = [(tick_of[place.rows[0]], place.top + HEIGHT / 2 + 0.5) for place in self.places]
        left, right = column.tick + TICK_WIDTH, column.tag_left - 1
        turns = lanes([(tick.middle, middle) for tick, middle in ways], left=left, right=right)
        return [Leader(tick, middle, turn) for (tick, middle), turn in zip(ways, turns, strict=True)]

    def place_at(self, point: QPoint) -> Place | None:
        """Return the tag under a point of the page."""
        return next((place for place in self.places if self.rect(place).contains(point)), None)

    def place_of(self, row: int) -> Place | None:
        """Return the tag that stands for a row, alone or folded."""
        return next((place for place in self.places if row in place.rows), None)
