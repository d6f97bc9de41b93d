"""A row of small round switches of which one is on."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.bars import draw_edge
from gui.fonts import figures, sans
from gui.theme import Theme

_HEIGHT = 22


class Chip(QAbstractButton):
    """One switch; on it is filled with the primary colour."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the words with their ground."""
        words, count = self._said()
        return QSize(round(self._wide(words, sans) + self._wide(count, figures)) + 14, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        role = "primary" if self.isChecked() else "selected" if self.underMouse() else "window"
        painter.setBrush(self._theme.colour(role))
        painter.drawRoundedRect(QRectF(self.rect()), _HEIGHT / 2, _HEIGHT / 2)
        if not self.isChecked():
            draw_edge(painter, QRectF(self.rect()), _HEIGHT / 2, self._theme)
        painter.setPen(self._theme.colour("onprimary" if self.isChecked() else "ink2"))
        words, count = self._said()
        room = self.width() - 12 - self._wide(count, figures)
        words = QFontMetricsF(self._font(sans)).elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room))
        x = (self.width() - self._wide(words, sans) - self._wide(count, figures)) / 2
        for part, face in ((words, sans), (count, figures)):
            painter.setFont(self._font(face))
            area = QRectF(x, 0, self.width(), self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, part)
            x += self._wide(part, face)
        painter.end()

    def _said(self) -> tuple[str, str]:
        """Return the words, and the figure after them, which may change while one looks."""
        words, space, count = self.text().rpartition(" ")
        return words + space, count

    def _wide(self, part: str, face: Callable[[float, QFont.Weight], QFont]) -> float:
        return QFontMetricsF(self._font(face)).horizontalAdvance(part)

    def _font(self, face: Callable[[float, QFont.Weight], QFont]) -> QFont:
        return face(12, QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal)


class Chips(QWidget):
    """The switches; `chosen` gives the place of the one that was put on. Arrow keys move between them.

    `apart`: the last one stands on a line of its own, where its words may be long.
    """

    chosen = Signal(int)

    def __init__(self, words: Sequence[str], theme: Theme, *, apart: bool = False) -> None:
        super().__init__()
        self.chips = [Chip(word, theme) for word in words]
        self._group = QButtonGroup(self)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        for chips in (self.chips[:-1], self.chips[-1:]) if apart else (self.chips,):
            line = QHBoxLayout()
            line.setSpacing(4)
            for chip in chips:
                line.addWidget(chip)
            line.addStretch()
            lines.addLayout(line)
        for place, chip in enumerate(self.chips):
            self._group.addButton(chip, place)
        self.chips[0].setChecked(True)
        self._group.idToggled.connect(self._tell)

    def put_on(self, place: int) -> None:
        """Put a switch on without telling that it was chosen."""
        self._group.blockSignals(True)
        self.chips[place].setChecked(True)
        self._group.blockSignals(False)

    def say(self, place: int, words: str) -> None:
        """Change the words of one switch."""
        chip = self.chips[place]
        if chip.text() != words:
            chip.setText(words)
            chip.setAccessibleName(words)
            chip.setToolTip(words if chip.sizeHint().width() > self.width() else "")
            chip.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter put on the switch that has the focus, as Space does."""
        on = next((chip for chip in self.chips if chip.hasFocus()), None)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and on is not None:
            on.setChecked(True)
            return
        super().keyPressEvent(event)

    def _tell(self, place: int, on: bool) -> None:
        if on:
            self.chosen.emit(place)
