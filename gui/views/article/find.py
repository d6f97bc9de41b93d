"""Finding words in the article: every place where they stand, and the one that is looked at."""

import re

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPen

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.page import Page

MOST = 5_000


class Find(QObject):
    """Empty until `look_for`. Capitals do not count, and any white space stands for any other."""

    changed = Signal()

    def __init__(self, page: Page, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self.words = ""
        self.found: list[Span] = []
        self.at = -1

    def look_for(self, words: str) -> int:
        """Find words in the text that is shown and return how often they stand there."""
        self.words = " ".join(words.split())
        self.at = -1
        self.found = []
        if self.words:
            pattern = re.compile(r"\s+".join(map(re.escape, self.words.split())), re.IGNORECASE)
            for match in pattern.finditer(self._page.text):
                self.found.append(Span(*match.span()))
                if len(self.found) == MOST:
                    break
        self.changed.emit()
        return len(self.found)

    def again(self) -> None:
        """Look for the same words in another text."""
        if self.words:
            self.look_for(self.words)

    def step(self, start: int, *, forward: bool) -> Span | None:
        """Go to the next place after an offset, or the one before it, and round the end."""
        if not self.found:
            return None
        if forward:
            self.at = next((place for place, span in enumerate(self.found) if span.start > start), 0)
        else:
            before = [place for place, span in enumerate(self.found) if span.start < start]
            self.at = before[-1] if before else len(self.found) - 1
        self.changed.emit()
        return self.found[self.at]

    def paint(self, painter: QPainter, *, top: int, bottom: int) -> None:
        """Frame the places in view; the one that is looked at has the stronger frame."""
        low, high = (self._page.blocks[self._page.block_at(height)] for height in (top, bottom))
        for place, span in enumerate(self.found):
            if low.start <= span.start and span.end <= high.end:
                wide = 2 if place == self.at else 1
                painter.setPen(QPen(self._theme.colour("accent"), wide))
                sharp = wide / 2 % 1  # a line of one pixel lies between two
                for row in self._page.rows(span):
                    left, right = round(row.left) - 1, round(row.right) + 1
                    box = QRectF(left, row.top + 2, right - left, row.bottom - row.top - 3)
                    painter.drawRoundedRect(box.translated(sharp, sharp), 3, 3)
