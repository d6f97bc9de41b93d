"""Our own small icons: SVG outlines under `resources/icons`, drawn in a colour of the theme."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource

_SIZE = 16
_RATIOS = (1, 2, 3)


@lru_cache
def _outline(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_outline(name).replace("currentColor", colour).encode()))


def draw_icon(painter: QPainter, name: str, area: QRectF, colour: QColor) -> None:
    """Draw an icon into an area, in one colour."""
    _renderer(name, colour.name()).render(painter, area)


def icon(name: str, colour: QColor, faint: QColor | None = None) -> QIcon:
    """Return an icon in a colour, and in a fainter one for when its control can't be used."""
    made = QIcon()
    for mode, shade in ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, faint or colour)):
        for ratio in _RATIOS:
            made.addPixmap(_picture(name, shade, ratio), mode)
    return made


def _picture(name: str, colour: QColor, ratio: int) -> QPixmap:
    outline = _renderer(name, colour.name())  # Before there is a painter: an error amid painting is a crash.
    picture = QPixmap(_SIZE * ratio, _SIZE * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    outline.render(painter, QRectF(0, 0, _SIZE * ratio, _SIZE * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture
