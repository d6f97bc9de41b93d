"""Direct, mixed, indirect, or not a quote: one control in four segments."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from core.model.terms import Kind
from gui.fonts import sans
from gui.icons import draw_icon
from gui.theme import Theme

NOT_A_QUOTE = "not_a_quote"
_SEGMENTS = (
    (Kind.DIRECT.value, "Direct", "direct", "D"),
    (Kind.MIXED.value, "Mixed", "mixed", "M"),
    (Kind.INDIRECT.value, "Indirect", "indirect", "I"),
    (NOT_A_QUOTE, "Not a quote", "cross", "X"),
)
_GLYPH = 13
_EDGE = 2


class Segment(QAbstractButton):
    """One of the four; the kind that holds is filled."""

    def __init__(self, words: str, icon: str, key: str, theme: Theme) -> None:
        super().__init__()
        self._icon = icon
        self._theme = theme
        self.setText(words)
        self.setCheckable(True)
        self.setToolTip(f"{words} ({key})")
        self.setAccessibleName(words)
        self.setAccessibleDescription(f"Key: {key}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFixedHeight(26)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the width of glyph and words, the same whether it holds or not."""
        widest = QFontMetricsF(sans(12, QFont.Weight.DemiBold)).horizontalAdvance(self.text())
        return QSize(round(widest) + _GLYPH + 18, 26)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the segment as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)

    def nextCheckState(self) -> None:
        """A press only asks; what holds is shown when the desk says so."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, glyph and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        if on or (self.underMouse() and self.isEnabled()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("primary" if on else "hover"))
            painter.drawRoundedRect(QRectF(self.rect()), 5, 5)
        colour = self._theme.colour("onprimary" if on else "ink2" if self.isEnabled() else "off")
        x = (self.width() - self._words_width() - _GLYPH - 4) / 2
        draw_icon(painter, self._icon, QRectF(x, (self.height() - _GLYPH) / 2, _GLYPH, _GLYPH), colour)
        painter.setFont(self._font())
        painter.setPen(colour)
        words = QRectF(x + _GLYPH + 4, 0, self.width() - x - _GLYPH - 4, self.height())
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.end()

    def _font(self) -> QFont:
        return sans(12, QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Medium)

    def _words_width(self) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(self.text())


class KindSwitch(QWidget):
    """`asked` gives a kind's word, or `NOT_A_QUOTE`."""

    asked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.segments: dict[str, Segment] = {}
        self.setFixedHeight(30)
        self.setAccessibleName("Kind of quote")
        for value, words, icon, key in _SEGMENTS:
            segment = Segment(words, icon, key, theme)
            segment.setParent(self)
            segment.clicked.connect(lambda checked=False, value=value: self.asked.emit(value))
            self.segments[value] = segment
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the width of the segments with their words."""
        segments = self.segments.values()
        return QSize(sum(one.sizeHint().width() for one in segments) + 2 * _EDGE + len(segments) - 1, 30)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each segment as much air as the next, however long its words are."""
        super().resizeEvent(event)
        spare = (self.width() - self.sizeHint().width()) / len(self.segments)
        left = float(_EDGE)
        for segment in self.segments.values():
            right = left + segment.sizeHint().width() + spare
            segment.setGeometry(round(left), _EDGE, round(right) - round(left), segment.height())
            left = right + 1

    def show_value(self, value: str) -> None:
        """Fill the segment that holds, none with ""."""
        for name, segment in self.segments.items():
            segment.setChecked(name == value)
            segment.setEnabled(bool(value))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame around the segments."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.colour("line2"), 1))
        painter.setBrush(self._theme.colour("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.end()
