"""Dots and stripes have the colours of the theme and are made once."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor

from gui.theme import Theme
from gui.views.article.textures import TINT, Textures, faded


def fill(brush):
    def paint(painter):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(brush)
        painter.drawRect(QRectF(0, 0, 60, 3))

    return paint


def test_stripes_alternate_between_the_two_colours_of_doubt(drawn, colours):
    theme = Theme()
    found = colours(drawn(fill(Textures(theme).stripes(1.0)), 60, 3))
    assert found[theme.colour("doubt").name()] > 20
    assert found[theme.colour("doubtfill").name()] > 20


def test_dots_leave_most_of_the_ground_free(drawn, colours):
    found = colours(drawn(fill(Textures(Theme()).dots(1, 1.0)), 60, 3))
    light = sum(QColor(name).lightnessF() * count for name, count in found.items()) / found.total()
    assert 0.85 < light < 0.99


def test_textures_follow_slot_theme_and_pixel_ratio():
    theme = Theme()
    textures = Textures(theme)
    one = textures.dots(1, 1.0)
    assert textures.dots(1, 1.0) is one
    assert textures.dots(2, 1.0) is not one
    assert textures.dots(1, 2.0).texture().width() == 8
    theme.use("dark")
    assert textures.dots(1, 1.0) is not one


def test_the_dots_stand_on_a_thin_ground_of_the_fill():
    theme = Theme()
    corner = Textures(theme).dots(1, 1.0).texture().toImage().pixelColor(3, 3)
    ground = faded(theme.fill(1), TINT)
    assert corner.alpha() == ground.alpha()
    assert abs(corner.red() - ground.red()) < 4


def test_faded_changes_a_copy():
    colour = QColor("red")
    assert round(faded(colour, 0.5).alphaF(), 2) == 0.5
    assert colour.alphaF() == 1.0
