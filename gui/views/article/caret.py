"""The caret: moves through the text and selects, as in any editor, without changing a letter."""

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from gui.theme import Theme
from gui.views.article.page import Page
from gui.views.article.text_selection import TextSelection
from gui.views.article.text_steps import Unit, stepped

WIDTH = 2
_SIDEWAYS = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}
_LINES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Caret(QObject):
    """Off until `begin`. The selection's moving end is where the caret stands."""

    moved = Signal()
    switched = Signal(bool)

    def __init__(self, page: Page, words: TextSelection, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._theme = theme
        self._words = words
        self._goal: float | None = None  # the x that going up and down aims at
        self.active = False

    @property
    def position(self) -> int:
        """Where the caret stands, in code points."""
        return self._words.end

    def begin(self, position: int) -> None:
        """Put the caret into the text; words that are selected stay so."""
        if self._words.span is None:
            self._words.begin(position)
        self.active, self._goal = True, None
        self.switched.emit(True)
        self.moved.emit()

    def end(self) -> None:
        """Take the caret and the selection away."""
        if self.active:
            self.active = False
            self._words.begin(self.position)
            self.switched.emit(False)
            self.moved.emit()

    def rect(self) -> QRect:
        """Return where the caret is painted on the page."""
        x, top = self._page.caret_at(self.position)
        return QRect(round(x) - 1, top + 1, WIDTH, self._page.pitch - 2)

    def paint(self, painter: QPainter) -> None:
        """Paint the caret."""
        painter.fillRect(self.rect(), self._theme.colour("ink"))

    def key(self, event: QKeyEvent, page_step: int) -> bool:
        """Move by a key, selecting with Shift; False for keys that are none of the caret's."""
        target = self._target(event, page_step)
        if target is None:
            return False
        if event.key() not in _LINES and event.key() not in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._goal = None
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._words.extend(target)
        else:
            self._words.begin(target)
        self.moved.emit()
        return True

    def _target(self, event: QKeyEvent, page_step: int) -> int | None:
        key = Qt.Key(event.key())
        by_word = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _SIDEWAYS:
            unit = Unit.WORD if by_word else Unit.CHARACTER
            forward = _SIDEWAYS[key] != self._page.right_to_left(self.position)
            return stepped(self._page, self.position, unit, forward=forward)
        if key in _LINES:
            if by_word:
                return stepped(self._page, self.position, Unit.SENTENCE, forward=_LINES[key] > 0)
            return self._vertically(_LINES[key] * self._page.pitch)
        if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            return self._vertically(-page_step if key == Qt.Key.Key_PageUp else page_step)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = key == Qt.Key.Key_End
            if by_word:
                return self._page.blocks[-1].end if last else self._page.blocks[0].start
            return self._page.line_ends(self.position)[1 if last else 0]
        return None

    def _vertically(self, pixels: int) -> int:
        x, top = self._page.caret_at(self.position)
        self._goal = x if self._goal is None else self._goal
        middle = top + self._page.pitch / 2 + pixels
        target = self._page.position_at(self._goal, max(0.0, middle))
        if target == self.position:  # the space between two paragraphs belongs to the upper one
            target = self._page.position_at(self._goal, max(0.0, middle + (pixels // abs(pixels)) * self._page.pitch))
        return target
