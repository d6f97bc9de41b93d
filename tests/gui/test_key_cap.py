"""A key cap is as wide as its key's name, spoken, and drawn in the theme's colours."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from gui.key_cap import HEIGHT, KeyCap, cap_width, draw_cap
from gui.theme import Theme
from tests.gui.looks import seen


def test_a_cap_is_never_narrower_than_high():
    assert cap_width("1") == cap_width("") == HEIGHT
    assert HEIGHT < cap_width("Enter") < cap_width("Page Down")


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_cap_is_raised_and_its_key_is_spoken(qtbot, name):
    theme = Theme(name)
    cap = KeyCap("Enter", theme)
    qtbot.addWidget(cap)
    cap.resize(cap.sizeHint())
    assert cap.accessibleName() == "Enter"
    assert seen(cap)[theme.colour("raised").name()] > 200
    assert seen(cap)[theme.colour("line2").name()] > 50


def test_on_a_primary_button_it_is_an_outline():
    theme = Theme("light")
    image = QImage(40, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    draw_cap(painter, QRectF(image.rect()), "F", theme, on_primary=True)
    painter.end()
    assert image.pixelColor(6, 10) == Qt.GlobalColor.black
    assert image.pixelColor(20, 0) == theme.colour("onprimary")
