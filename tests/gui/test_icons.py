"""Our icons: each outline is good SVG without colours of its own, and is drawn in the colour asked for."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from core.resources import resource
from gui.icons import draw_icon, icon

NAMES = sorted(path.stem for path in resource("icons").glob("*.svg"))
INK, FAINT = QColor("#4449c4"), QColor("#999999")


def inked(image):
    """The colours of the pixels that are wholly covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("logo")])
def test_an_icon_has_the_colour_it_is_given(name):
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    draw_icon(painter, name, QRectF(0, 0, 64, 64), INK)
    painter.end()
    assert inked(image) == {INK.name()}


@pytest.mark.parametrize("name", NAMES)
def test_an_outline_can_be_read(name):
    assert QSvgRenderer(str(resource("icons", f"{name}.svg"))).isValid()


def test_an_icon_is_sharp_on_fine_screens_and_faint_when_off():
    made = icon("tick", INK, FAINT)
    for ratio in (1, 2, 3):
        picture = made.pixmap(QSize(16, 16), ratio)
        assert (picture.width(), picture.devicePixelRatio()) == (16 * ratio, ratio)
    big = QSize(16, 16)
    assert FAINT.name() in inked(made.pixmap(big, 3, QIcon.Mode.Disabled).toImage())
    assert FAINT.name() not in inked(made.pixmap(big, 3, QIcon.Mode.Normal).toImage())


def test_without_a_faint_colour_an_icon_stays_as_it_is():
    made = icon("tick", INK)
    assert INK.name() in inked(made.pixmap(QSize(16, 16), 3, QIcon.Mode.Disabled).toImage())


def test_a_name_without_an_outline_is_an_error_at_once():
    with pytest.raises(FileNotFoundError):
        icon("no such icon", INK)
