"""The current quote's first words on a card in its speaker's colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fonts import serif
from gui.theme import Theme
from gui.views.article.laid_block import reads_right_to_left
from gui.views.article_row import two_lines
from gui.views.row_painting import draw_words

HEIGHT = 52
PITCH = 20


class Excerpt(QWidget):
    """Two lines of the quote; the screen reader gets all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self._slot = 0
        self._hint = ""
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def show_words(self, words: str, slot: int, *, hint: str = "") -> None:
        """Show another quote; where there is none, a hint how to come to one."""
        self._words, self._slot, self._hint = words, slot, hint
        self.setAccessibleName(f"Quote: {words}" if words else "No quote is selected")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        area = QRectF(self.rect())
        painter.setBrush(self._theme.fill(self._slot))
        painter.drawRoundedRect(area, 3, 3)
        painter.setBrush(self._theme.line(self._slot))
        painter.drawRect(QRectF(0, 0, 3, area.height()))
        words = self._words or self._hint
        inner = area.adjusted(14, 0, -10, 0)
        lines = two_lines(words, serif(15), inner.width())
        top = (area.height() - PITCH * len(lines)) / 2
        for place, line in enumerate(lines):
            where = QRectF(inner.x(), top + place * PITCH, inner.width(), PITCH)
            right = reads_right_to_left(words)
            draw_words(painter, where, line, font=serif(15), colour=self._theme.colour("ink"), right=right)
        painter.end()
