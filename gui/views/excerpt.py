"""The current quote's first words on a card in its speaker's colour."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.fonts import serif
from gui.theme import Theme
from gui.views.article_row import draw_title

HEIGHT = 52


class Excerpt(QWidget):
    """Two lines of the quote; the screen reader gets all of it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._words = ""
        self._slot = 0
        self.setFixedHeight(HEIGHT)
        theme.changed.connect(self.update)

    def show_words(self, words: str, slot: int) -> None:
        """Show another quote."""
        self._words, self._slot = words, slot
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
        words = self._words or "Choose a quote in the text, or press →."
        inner = area.adjusted(14, 8, -10, -8)
        draw_title(painter, inner, words, serif(15), self._theme.colour("ink"))
        painter.end()
