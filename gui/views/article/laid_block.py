"""One block of the article laid out in lines, and where its letters stand."""

import re
import unicodedata
from typing import NamedTuple, cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextLine, QTextOption

from core.model.utf16 import Utf16
from gui.views.article.display_copy import display_copy

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


class Stretch(NamedTuple):
    """Part of one line: `left` and `right` in pixels from the column's left edge."""

    line: int
    left: float
    right: float


class LaidBlock:
    """Lines of one pitch, each placed by its baseline, so that a taller fallback font moves nothing.

    Offsets are code points from the block's start.
    """

    def __init__(self, text: str, font: QFont, *, width: float, pitch: int) -> None:
        self.pitch = pitch
        self._text = text
        self.offsets = Utf16(text)
        self.mixed = bool(_RIGHT_TO_LEFT.search(text))
        self.right_to_left = self.mixed and reads_right_to_left(text)
        self.layout = QTextLayout(display_copy(text), font)
        self.layout.setTextOption(_option(text) if self.mixed else _LEFT)
        self.layout.setCacheEnabled(True)
        self.baseline = baseline(font, pitch)
        self._starts16: list[int] = []
        self._stretches: dict[tuple[int, int], tuple[Stretch, ...]] = {}
        self._lay_out(width)

    def _lay_out(self, width: float) -> None:
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, len(self._starts16) * self.pitch + self.baseline - line.ascent()))
            self._starts16.append(line.textStart())
        self.layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines there are, at least one."""
        return max(1, len(self._starts16))

    def line_of(self, position: int) -> int:
        """Return the line that holds a character."""
        line = self.layout.lineForTextPosition(self.offsets.to16(position))
        return line.lineNumber() if line.isValid() else 0

    def stretches(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return where a span of characters stands, line by line; worked out once."""
        key = (start, end)
        if key not in self._stretches:
            self._stretches[key] = tuple(self._find(self.offsets.to16(start), self.offsets.to16(end)))
        return self._stretches[key]

    def position_at(self, line: int, x: float) -> int:
        """Return the character boundary nearest to a point, never inside a letter with its marks."""
        line = min(max(line, 0), self.lines - 1)
        at = self.layout.lineAt(line)
        position = at.xToCursor(x, QTextLine.CursorPosition.CursorBetweenCharacters) if at.isValid() else 0
        if not self.layout.isValidCursorPosition(position):
            position = self.layout.previousCursorPosition(position)
        return self.offsets.from16(position)

    def x_at(self, position: int) -> float:
        """Return where the caret stands before a character, in pixels from the column's left edge."""
        line = self.layout.lineForTextPosition(self.offsets.to16(position))
        return _x(line, self.offsets.to16(position)) if line.isValid() else 0.0

    def line_end(self, line: int) -> tuple[int, int]:
        """Return the first and the last caret position of a line."""
        at = self.layout.lineAt(min(max(line, 0), self.lines - 1))
        if not at.isValid():
            return 0, 0
        start, end = self.offsets.from16(at.textStart()), self.offsets.from16(at.textStart() + at.textLength())
        if end == len(self._text):
            return start, end
        last = start + len(self._text[start:end].rstrip())
        if last == end:  # a line without a space at its end: behind its last letter the next line begins
            last = self.offsets.from16(self.layout.previousCursorPosition(self.offsets.to16(end)))
        return start, last

    def word_at(self, position: int) -> tuple[int, int]:
        """Return the span of the word around a position."""
        mode = QTextLayout.CursorMode.SkipWords
        at = self.offsets.to16(position)
        end = self.layout.nextCursorPosition(at, mode)
        start = self.layout.previousCursorPosition(end, mode)
        first, last = self.offsets.from16(start), self.offsets.from16(end)
        return first, first + len(self._text[first:last].rstrip())

    def _find(self, start: int, end: int) -> list[Stretch]:
        found: list[Stretch] = []
        first = self.layout.lineForTextPosition(start)
        for number in range(first.lineNumber() if first.isValid() else 0, len(self._starts16)):
            line = self.layout.lineAt(number)
            begin = line.textStart()
            if begin >= end:
                break
            low, high = max(start, begin), min(end, begin + line.textLength())
            if low < high:
                found += self._on_line(line, low, high)
        return found

    def _on_line(self, line: QTextLine, low: int, high: int) -> list[Stretch]:
        ends = high == line.textStart() + line.textLength()
        if self.mixed:
            while ends and high > low and self._text[self.offsets.from16(high - 1)].isspace():
                high -= 1
            return _visual_runs(line, low, high)
        left, right = _x(line, low), _x(line, high)
        right = min(right, line.naturalTextWidth()) if ends else right
        return [Stretch(line.lineNumber(), left, right)] if right > left else []


def baseline(font: QFont, pitch: int) -> int:
    """Return how far below the top of its line a baseline stands, in whole pixels."""
    metrics = QFontMetricsF(font)
    return round((pitch - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent())


def _visual_runs(line: QTextLine, low: int, high: int) -> list[Stretch]:
    """Join the boxes of glyph runs: in a line of two directions a span may stand in several places.

    Asking the line for the position of a letter would not do: where the direction changes it has two.
    """
    runs: list[list[float]] = []
    for left, right in sorted(_boxes(line, low, high)):
        if runs and left <= runs[-1][1] + 0.5:
            runs[-1][1] = max(runs[-1][1], right)
        else:
            runs.append([left, right])
    return [Stretch(line.lineNumber(), left, right) for left, right in runs]


def _boxes(line: QTextLine, low: int, high: int) -> list[tuple[float, float]]:
    boxes = []
    for run in line.glyphRuns(low, high - low):
        advances = run.rawFont().advancesForGlyphIndexes(run.glyphIndexes())
        edges = [(at.x(), at.x() + wide.x()) for at, wide in zip(run.positions(), advances, strict=False)]
        left, right = min((left for left, _ in edges), default=0.0), max((right for _, right in edges), default=0.0)
        if right - left >= 0.01:
            boxes.append((left, right))
    return boxes


def _x(line: QTextLine, position: int) -> float:
    x, _ = cast(tuple[float, int], line.cursorToX(position))  # declared as one float, answers a pair
    return x


def _option(text: str) -> QTextOption:
    option = QTextOption(_LEFT)
    if reads_right_to_left(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight)
    return option


def reads_right_to_left(text: str) -> bool:
    """Return whether the first letter that has a direction is read from the right."""
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        if direction in ("L", "R", "AL"):
            return direction != "L"
    return False


def _left() -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


_LEFT = _left()
