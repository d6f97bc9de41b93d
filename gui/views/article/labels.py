"""Short words drawn often: shaped once, elided once."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText

from gui.fonts import figures, sans

MOST = 4000


class Labels:
    """Draws text of one font, one for figures unless it is for words, its shapes kept by the words and their width."""

    def __init__(self, pixels: int, weight: QFont.Weight, *, words: bool = False) -> None:
        self._font = sans(pixels, weight) if words else figures(pixels, weight)
        self._metrics = QFontMetricsF(self._font)
        self._texts: dict[str, QStaticText] = {}
        self._elided: dict[tuple[str, int, bool], str] = {}
        self._widths: dict[str, float] = {}

    def width(self, words: str) -> float:
        """Return how wide the words are."""
        width = self._widths.get(words)
        if width is None:
            self._trim(self._widths)
            width = self._widths[words] = self._metrics.horizontalAdvance(words)
        return width

    def elided(self, words: str, width: int, *, middle: bool = False) -> str:
        """Return the words, cut with an ellipsis at their end or in the middle where they are wider than `width`."""
        key = (words, width, middle)
        if key not in self._elided:
            self._trim(self._elided)
            mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
            self._elided[key] = self._metrics.elidedText(words, mode, width)
        return self._elided[key]

    def draw(self, painter: QPainter, left: float, middle: float, words: str, *, colour: QColor) -> None:
        """Draw words from `left`, their capitals centred on the height `middle`."""
        text = self._texts.get(words)
        if text is None:
            self._trim(self._texts)
            text = self._texts[words] = QStaticText(words)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.prepare(font=self._font)
        painter.setFont(self._font)
        painter.setPen(colour)
        painter.drawStaticText(QPointF(round(left), self._top(middle)), text)

    def draw_once_to(self, painter: QPainter, right: float, middle: float, words: str, *, colour: QColor) -> None:
        """Draw words that end at `right` and are not drawn again: to keep their shapes would take twice as long."""
        painter.setFont(self._font)
        painter.setPen(colour)
        left = round(right - self._metrics.horizontalAdvance(words))
        painter.drawText(QPointF(left, self._top(middle) + self._metrics.ascent()), words)

    def draw_to(self, painter: QPainter, right: float, middle: float, words: str, *, colour: QColor) -> None:
        """Draw words that end at `right`."""
        self.draw(painter, right - self.width(words), middle, words, colour=colour)

    def _top(self, middle: float) -> int:
        return round(middle + self._metrics.capHeight() / 2 - self._metrics.ascent())

    @staticmethod
    def _trim(cache: dict) -> None:  # type: ignore[type-arg]
        if len(cache) >= MOST:
            cache.clear()
