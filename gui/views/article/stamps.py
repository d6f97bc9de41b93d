"""Small pictures that stand in many places: drawn once, put down everywhere."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QPointF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

MOST = 2000


class Stamps:
    """Keeps pictures by what is on them, so that whatever looks the same is drawn once, wherever it stands."""

    def __init__(self) -> None:
        self._made: dict[tuple[Hashable, float], QPixmap] = {}

    def put(
        self, painter: QPainter, at: QPointF, size: QSizeF, *, key: Hashable, draw: Callable[[QPainter], None]
    ) -> None:
        """Put a picture down with its upper left corner `at`; `draw` makes it, from (0, 0), where it is not known."""
        ratio = painter.device().devicePixelRatioF()
        picture = self._made.get((key, ratio))
        if picture is None:
            if len(self._made) >= MOST:
                self._made.clear()
            picture = self._made[key, ratio] = _drawn(size, ratio, draw)
        painter.drawPixmap(at, picture)


def blank(size: QSizeF, ratio: float) -> QPixmap:
    """Return a picture of nothing to draw on, at least one pixel wide and high."""
    picture = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _drawn(size: QSizeF, ratio: float, draw: Callable[[QPainter], None]) -> QPixmap:
    picture = blank(size, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return picture
