"""How a candidate looks: its digit, name, role, reason, and how likely it is."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QPainter

from gui.bars import draw_bar
from gui.fonts import figures, sans
from gui.icons import draw_icon
from gui.key_cap import draw_cap
from gui.models.candidates import CHOICE, Choice
from gui.views.row import Index, Row, State
from gui.views.row_painting import both_ends, draw_words, level

HEIGHT = 40
_LEFT = 40
_BAR = 46
_TOP, _ALONE = 3, 8  # where the name stands, and how much lower without a reason below it


class CandidateRow(Row):
    """Draws one choice; the row under the candidate cursor has the accent edge."""

    height = HEIGHT
    ring_for = State.State_Selected

    def draw(self, painter: QPainter, area: QRectF, index: Index) -> None:
        """Draw what the row says."""
        choice: Choice = index.data(CHOICE)
        if choice.cap:
            cap = QRectF(area.x() + 10, area.y() + (HEIGHT - 20) / 2, 20, 20)
            draw_cap(painter, cap, choice.cap, self._theme)
        right = area.right() - 10
        if choice.share is not None:
            right = self._draw_share(painter, choice, area, right)
        elif choice.chosen:
            draw_icon(painter, "tick", QRectF(right - 16, area.center().y() - 8, 16, 16), self._theme.colour("good"))
            right -= 24
        self._draw_name(painter, choice, QRectF(area.x() + _LEFT, area.y() + _TOP, right - area.x() - _LEFT, 18))

    def _draw_name(self, painter: QPainter, choice: Choice, line: QRectF) -> None:
        ink, quiet = self._theme.colour("ink"), self._theme.colour("ink2")
        below = line.translated(0, 16)
        if not choice.reason:
            line = line.translated(0, _ALONE)
        name, small = sans(13, QFont.Weight.DemiBold), sans(12)
        used = draw_words(painter, line, both_ends(choice.name, name, line.width()), font=name, colour=ink)
        beside = level(line.adjusted(used + 5, 0, 0, 0), small, name)
        draw_words(painter, beside, choice.role, font=small, colour=quiet)
        draw_words(painter, below, choice.reason, font=sans(12), colour=quiet)

    def _draw_share(self, painter: QPainter, choice: Choice, area: QRectF, right: float) -> float:
        share = choice.share or 0.0
        weight = QFont.Weight.DemiBold if share >= 0.5 else QFont.Weight.Normal
        colour = self._theme.colour("ink" if share >= 0.5 else "ink2")
        lower = 0 if choice.reason else _ALONE  # level with the name
        place = QRectF(right - _BAR, area.y() + _TOP + lower, _BAR, 18)
        draw_words(painter, place, f"{share:.0%}", font=figures(13, weight), colour=colour, right=True)
        bar = QRectF(right - _BAR, area.y() + (31 if lower else 27), _BAR, 4)
        draw_bar(painter, bar, share, self._theme.line(choice.slot), self._theme)
        return right - _BAR - 8
