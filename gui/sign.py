"""A small icon that tells of what kind the words beside it are."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.icons import draw_icon
from gui.theme import Theme


class Sign(QWidget):
    """An icon of the theme's colours, 16 pixels wide."""

    def __init__(self, name: str, role: str, theme: Theme) -> None:
        super().__init__()
        self._name, self._role, self._theme = name, role, theme
        self.setFixedSize(16, 16)
        theme.changed.connect(self.update)

    def show_sign(self, name: str, role: str) -> None:
        """Show another icon."""
        self._name, self._role = name, role
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        draw_icon(painter, self._name, QRectF(self.rect()), self._theme.colour(self._role))
        painter.end()
