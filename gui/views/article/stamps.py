"""Small pictures of what is shown again and again: drawn once, put down wherever it stands."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import QPainter, QPixmap

Draw = Callable[[QPainter], None]
Made = TypeVar("Made")
MOST = 300


class Kept(Generic[Made]):
    """Keeps what was made for each thing that is shown, until that thing looks another way."""

    def __init__(self) -> None:
        self._made: dict[Hashable, tuple[tuple[object, ...], Made]] = {}

    def get(self, of: Hashable, looks: tuple[object, ...], make: Callable[[], Made]) -> Made:
        """Return what stands for a thing; `make` makes it where the thing is new or `looks` another way.

        What is the very same object in `looks` as before is not compared any further. The oldest go first.
        """
        kept = self._made.get(of)
        if kept is None or kept[0] != looks:
            if len(self._made) >= MOST:
                del self._made[next(iter(self._made))]
            kept = self._made[of] = (looks, make())
        return kept[1]


class Stamps:
    """Keeps one picture for each thing that is shown."""

    def __init__(self) -> None:
        self._kept = Kept[QPixmap]()

    def put(self, painter: QPainter, box: QRectF, *, of: Hashable, looks: tuple[object, ...], draw: Draw) -> None:
        """Put the picture of a thing into a box."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(box.topLeft(), self.picture(box.size(), ratio, of=of, looks=looks, draw=draw))

    def picture(self, size: QSizeF, ratio: float, *, of: Hashable, looks: tuple[object, ...], draw: Draw) -> QPixmap:
        """Return the picture of a thing; `draw` makes it, from (0, 0), where it is new or `looks` another way."""
        looks = (*looks, size.width(), size.height(), ratio)
        return self._kept.get(of, looks, lambda: _drawn(size, ratio, draw))


def blank(size: QSizeF, ratio: float) -> QPixmap:
    """Return a picture of nothing to draw on, at least one pixel wide and high."""
    picture = QPixmap(max(1, round(size.width() * ratio)), max(1, round(size.height() * ratio)))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _drawn(size: QSizeF, ratio: float, draw: Draw) -> QPixmap:
    picture = blank(size, ratio)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return picture
