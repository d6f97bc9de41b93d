"""Buttons of the frame that we paint ourselves: caption, icon and key cap in one, in the look of the design."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.fonts import sans
from gui.icons import draw_icon
from gui.key_cap import HEIGHT as CAP
from gui.key_cap import cap_width, draw_cap
from gui.theme import Theme

_PIXELS = 13
_ICON = 16
_GAP = 7
_RADIUS = 6
_HEIGHTS = {"plain": 26, "row": 26, "last": 26}


class KeyButton(QAbstractButton):
    """A button with its key beside the caption.

    `look`: "bordered", "primary" (the one filled button of a panel), "plain" (no border), "row" (plain, cap first)
    or "last" (plain, its cap ends where the line ends).
    """

    def __init__(self, caption: str, key: str, theme: Theme, *, look: str = "bordered", icon: str = "") -> None:
        super().__init__()
        self._theme = theme
        self._look = look
        self._icon = icon
        self._key = key
        self._height = _HEIGHTS.get(look, 30)
        self._plain = look in ("plain", "row", "last")
        self._padding = 4 if look == "row" else 6 if self._plain else 12
        self._after = 0 if look == "last" else self._padding
        self._name(caption)
        self.setCheckable(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def setCaption(self, caption: str, key: str | None = None) -> None:
        """Change what the button says, and its key; saying the same again lays nothing out anew."""
        if caption != self.text() or key not in (None, self._key):
            self._key = self._key if key is None else key
            self._name(caption)

    def _name(self, caption: str) -> None:
        self.setText(caption)
        self.setAccessibleName(caption.removesuffix(" ⌄"))
        self.setAccessibleDescription(f"Key: {self._key}" if self._key else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of caption, icon and cap together."""
        return QSize(round(self._content_width() + self._padding + self._after), self._height)

    def minimumSizeHint(self) -> QSize:
        """A button never cuts its caption."""
        return QSize(round(self._content_width() + min(self._padding, 6) + min(self._after, 6)), self._height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw ground, icon, caption and cap."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        colour = self._theme.colour("onprimary" if self._filled() else "ink" if self.isEnabled() else "off")
        free = self.width() - self._content_width()
        x = self._padding if self._plain else max(4.0, free / 2)
        middle = self.height() / 2
        if self._icon:
            draw_icon(painter, self._icon, QRectF(x, middle - _ICON / 2, _ICON, _ICON), colour)
            x += _ICON + _GAP
        if self._look == "row":
            x = self._draw_cap(painter, x) + _GAP + 2
        painter.setPen(colour)
        painter.setFont(self._font())
        words = self._words_width()
        painter.drawText(QRectF(x, 0, words + 1, self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._key and self._look != "row":
            self._draw_cap(painter, x + (words + _GAP if words else 0))
        painter.end()

    def _draw_cap(self, painter: QPainter, x: float) -> float:
        area = QRectF(round(x), round((self.height() - CAP) / 2), round(cap_width(self._key)), CAP)
        draw_cap(painter, area, self._key, self._theme, on_primary=self._filled())
        return area.right()

    def _draw_ground(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._filled():
            painter.setPen(Qt.PenStyle.NoPen)
            ground = self._theme.colour("primary")
            painter.setBrush(ground.lighter(115) if self.underMouse() else ground)
        elif self._plain:
            if not (self.underMouse() and self.isEnabled()):
                return
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
        else:
            painter.setPen(QPen(self._theme.colour("line2" if self.isEnabled() else "line"), 1))
            role = "selected" if self.isDown() else "hover" if self.underMouse() and self.isEnabled() else "raised"
            painter.setBrush(self._theme.colour(role) if self.isEnabled() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _filled(self) -> bool:
        return self._look == "primary" and self.isEnabled()

    def _font(self) -> QFont:
        return sans(_PIXELS, QFont.Weight.DemiBold if self._look == "primary" else QFont.Weight.Normal)

    def _words_width(self) -> float:
        return QFontMetricsF(self._font()).horizontalAdvance(self.text())

    def _content_width(self) -> float:
        parts = [float(_ICON)] if self._icon else []
        parts += [self._words_width()] if self.text() else []
        parts += [cap_width(self._key)] if self._key else []
        return sum(parts) + _GAP * max(0, len(parts) - 1)


class IconButton(QAbstractButton):
    """A square button that shows an icon; its name is for tool tips and screen readers."""

    def __init__(self, icon: str, name: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._theme = theme
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedSize(26, 26)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the icon, on a ground while the pointer is over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("selected"))
            painter.drawRoundedRect(QRectF(self.rect()), _RADIUS, _RADIUS)
        area = QRectF((self.width() - _ICON) / 2, (self.height() - _ICON) / 2, _ICON, _ICON)
        draw_icon(painter, self._icon, area, self._theme.colour("ink" if self.isEnabled() else "off"))
        painter.end()
