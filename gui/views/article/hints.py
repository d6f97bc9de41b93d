"""Letters over words and quotes: typing them points at one, as the mouse would."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QFont, QPainter, QPen

from core.model.spans import Span
from gui.theme import Theme
from gui.views.article.labels import Labels
from gui.views.article.page import Page
from gui.views.article.signs import draw_round

ALPHABET = "asdfghjklqwertyuiopzxcvbnm"
HEIGHT = 14
PADDING = 4
RISE = 8  # above the line: between the capitals of its words and the line before


@dataclass(frozen=True)
class Target:
    """Something to point at: where its letters stand, and what it is to whoever asked.

    Letters that change nothing and only go there look another way than those that decide.
    """

    span: Span
    value: object
    decides: bool = True


class Hints(QObject):
    """Off until `begin`; what was asked to be done with the value pointed at is not done where it was given up."""

    changed = Signal()

    def __init__(self, page: Page, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self._letters = Labels(11, QFont.Weight.DemiBold)
        self._done: Callable[[object], None] | None = None
        self.takes_words = False
        self.typed = ""
        self.labels: dict[str, Target] = {}

    @property
    def active(self) -> bool:
        """Whether letters are shown."""
        return self._done is not None

    def begin(self, targets: Sequence[Target], done: Callable[[object], None], *, takes_words: bool = False) -> None:
        """Show letters; `takes_words` lets a click on any word or a drag over some (a `Span`) count as well."""
        self.labels = dict(zip(labels_for(len(targets)), targets, strict=False))
        self.typed, self._done, self.takes_words = "", done, takes_words
        self.changed.emit()

    def type(self, letter: str) -> None:
        """Take a letter: the one target that is left is what was meant; letters that lead nowhere are not taken."""
        typed = self.typed + letter.lower()
        left = [label for label in self.labels if label.startswith(typed)]
        if left == [typed]:
            self.finish(self.labels[typed].value)
        elif left:
            self.typed = typed
            self.changed.emit()

    def back(self) -> None:
        """Take the last letter back."""
        self.typed = self.typed[:-1]
        self.changed.emit()

    def finish(self, value: object) -> None:
        """Put the letters away and hand on what was meant."""
        done = self._done
        self.cancel()
        if done is not None:
            done(value)

    def cancel(self) -> None:
        """Put the letters away; nothing was meant."""
        if self.active:
            self._done, self.takes_words, self.typed, self.labels = None, False, "", {}
            self.changed.emit()

    def paint(self, painter: QPainter, *, top: int, bottom: int) -> None:
        """Paint the letters that can still be meant, each at the upper left of its words."""
        edge = QPen(self._theme.colour("line2"), 1)
        for label, target in self.labels.items():
            x, line = self._page.caret_at(target.span.start)
            if not label.startswith(self.typed) or not top - HEIGHT <= line <= bottom:
                continue
            left = label[len(self.typed) :].upper()
            box = QRectF(round(x) - 4, line - RISE, self._letters.width(left) + 2 * PADDING, HEIGHT)
            if target.decides:
                sharp = box.adjusted(0.5, 0.5, 0.5, -0.5)
                draw_round(painter, sharp, 3, pen=edge, brush=self._theme.colour("raised"))
            else:
                draw_round(painter, box, 3, pen=None, brush=self._theme.colour("primary"))
            ink = self._theme.colour("ink" if target.decides else "onprimary")
            self._letters.draw(painter, box.left() + PADDING, box.center().y(), left, colour=ink)


def labels_for(count: int) -> list[str]:
    """Return so many labels, none of which begins another: single letters, pairs where those do not suffice."""
    if count <= len(ALPHABET):
        return list(ALPHABET[:count])
    if count <= len(ALPHABET) ** 2:
        return ["".join(pair) for pair in product(ALPHABET, repeat=2)][:count]
    return ["".join(three) for three in product(ALPHABET, repeat=3)][:count]
