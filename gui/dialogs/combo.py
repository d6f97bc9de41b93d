"""A list to choose from, with the sign that there is one."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox

from gui.theme import Theme

_ROOM = 16


class Combo(QComboBox):
    """A combo box that draws its arrow in a colour of the theme, grey where there is nothing to choose."""

    def __init__(self, name: str, words: Sequence[str], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.show_choices(words)

    def show_choices(self, words: Sequence[str]) -> None:
        """Offer other words; one alone is no choice."""
        self.clear()
        self.addItems(list(words))
        self.setEnabled(len(words) > 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box and its arrow."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("ink2" if self.isEnabled() else "off"), 1.5)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        middle = QPointF(self.width() - _ROOM, self.height() / 2 + 2)
        painter.drawPolyline([middle + QPointF(-4, -4), middle, middle + QPointF(4, -4)])
        painter.end()
