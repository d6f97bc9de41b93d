"""Beside the text: "?" and flags at its left, at its right the brackets that tie the pieces of one quote together."""

from collections.abc import Collection, Sequence
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QFont, QPainter, QPen

from gui.theme import Theme
from gui.views.article.column import TICK
from gui.views.article.labels import Labels
from gui.views.article.leaders import ticks
from gui.views.article.marks import Look, Mark
from gui.views.article.page import Page
from gui.views.article.pieces import Piece
from gui.views.article.signs import draw_flag, draw_round
from gui.views.article.textures import faded

SIGN = 17
SIGN_LEFT = 36  # from the text's edge
APART = 18  # from one sign to the next
CROWDED, CROWDED_APART = 4, 17  # where the margin is narrow, "?" stands that much further right and the flag beside it
NARROWER = 2  # "?" is then, so that it keeps clear of the line to the speaker's mention
BRACKET = 4  # from the text's edge
NUB = 3
TO_TICK = TICK - BRACKET - 0.5
BRACKET_SHARE = 0.75
Found = tuple[int, Piece, Mark]


class Margin:
    """Paints signs and brackets for the pieces in view."""

    def __init__(self, page: Page, theme: Theme) -> None:
        self._page = page
        self._theme = theme
        self._letters = Labels(12, QFont.Weight.Bold)

    def paint(self, painter: QPainter, found: Sequence[Found], *, top: float, bottom: float) -> None:
        """Paint for pieces given as (block, piece, mark), between two heights of the page."""
        signs: dict[int, set[str]] = {}
        split: dict[int, list[Found]] = {}
        for index, piece, mark in found:
            if piece.head and (mark.look is Look.DOUBTFUL or mark.quote.flagged):
                kinds = {"?"} if mark.look is Look.DOUBTFUL else set()
                signs.setdefault(self._line(index, piece), set()).update(
                    kinds | ({"flag"} if mark.quote.flagged else set())
                )
            if piece.opens and len(mark.quote.fragments) > 1 and mark.look is not Look.GHOST:
                split.setdefault(piece.row, []).append((index, piece, mark))
        for line, kinds in signs.items():
            self._signs(painter, line, kinds)
        for pieces in split.values():
            tick = self._tick(found, pieces[0]) if pieces[0][1].head else None
            self._bracket(painter, pieces, tick, top=top, bottom=bottom)

    def _tick(self, found: Sequence[Found], first: Found) -> float:
        """Return the height of a quote's tick: others that begin on its line have theirs right above and below."""
        index, own, _ = first
        heads = sorted(
            (self._line(block, piece), piece.row) for block, piece, _ in found if block == index and piece.head
        )
        half = self._page.pitch // 2 + 0.5
        return next(
            floor(tick.middle) for tick in ticks([(row, line + half) for line, row in heads]) if tick.row == own.row
        )

    def _line(self, index: int, piece: Piece) -> int:
        page = self._page
        return page.top_of(index) + page.laid(index).line_of(piece.start - page.blocks[index].start) * page.pitch

    def _signs(self, painter: QPainter, line: int, kinds: Collection[str]) -> None:
        first = self._page.column.left - SIGN_LEFT
        box = QRectF(first, line + (self._page.pitch - SIGN) // 2, SIGN, SIGN)
        crowded = len(kinds) > 1 and first < APART
        if "?" in kinds:
            box.translate(CROWDED if crowded else 0, 0)
            self._question(painter, box.adjusted(0, 0, -NARROWER if crowded else 0, 0))
            box.translate(-CROWDED_APART if crowded else -APART, 0)
        if "flag" in kinds:
            draw_flag(painter, box, colour=self._theme.colour("ink"))

    def _question(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(self._theme.colour("doubt"), 1)
        draw_round(painter, box.adjusted(0.5, 0.5, -0.5, -0.5), 4, pen=pen, brush=self._theme.colour("doubtfill"))
        middle = box.center()
        left = middle.x() - self._letters.width("?") / 2
        self._letters.draw(painter, left, middle.y(), "?", colour=self._theme.colour("doubttext"))

    def _bracket(
        self, painter: QPainter, pieces: Sequence[Found], tick: float | None, *, top: float, bottom: float
    ) -> None:
        """Draw from the quote's tick, if it is in view, down to the last piece's line, as far as that is."""
        mark = pieces[0][2]
        half = self._page.pitch / 2
        middles = {piece.fragment: self._line(index, piece) + half for index, piece, _ in pieces}
        if tick is not None:
            middles[0] = tick
        head = middles.get(0, top - half)
        last = middles.get(len(mark.quote.fragments) - 1, bottom + half)
        if last <= head:
            return
        x = self._page.column.right + BRACKET + 0.5
        painter.setPen(QPen(faded(self._theme.line(mark.slot), BRACKET_SHARE), 1))
        painter.drawLine(QLineF(x, head + 0.5, x, last + 0.5))
        for fragment, middle in middles.items():
            if middle > head or fragment == 0:
                left, right = (x - NUB, x) if fragment else (x, x + TO_TICK)
                painter.drawLine(QPointF(left, middle + 0.5), QPointF(right, middle + 0.5))
