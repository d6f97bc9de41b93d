"""The small cap that shows a key: a raised box with the key's name."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.fonts import sans
from gui.theme import Theme

HEIGHT = 20
_PIXELS = 11
_PADDING = 5.5
_RADIUS = 4


def cap_width(text: str) -> float:
    """Return how wide the cap of a key is, in pixels; never narrower than high."""
    return max(float(HEIGHT), QFontMetricsF(sans(_PIXELS)).horizontalAdvance(text) + 2 * _PADDING)


def draw_cap(painter: QPainter, area: QRectF, text: str, theme: Theme, *, on_primary: bool = False) -> None:
    """Draw a key cap into an area; on a primary button it is an outline in that button's text colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    box = area.adjusted(0.5, 0.5, -0.5, -0.5)
    if on_primary:
        painter.setPen(QPen(theme.colour("onprimary"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    else:
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("raised"))
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setPen(theme.colour("onprimary" if on_primary else "ink2"))
    painter.setFont(sans(_PIXELS))
    painter.drawText(area, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class KeyCap(QWidget):
    """A key cap as a widget; a screen reader hears its text."""

    def __init__(self, text: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = text
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        theme.changed.connect(self.update)

    def say(self, text: str) -> None:
        """Show another key."""
        self.text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the cap."""
        return QSize(round(cap_width(self.text)), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap."""
        painter = QPainter(self)
        draw_cap(painter, QRectF(self.rect()), self.text, self._theme)
        painter.end()
