"""The frame's style sheet: complete for each theme, and worn by the whole application."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from gui.stylesheet import SYSTEM, dress, palette, resolve, style_sheet
from gui.theme import THEMES, Theme, tokens
from tests.gui.looks import seen


@pytest.mark.parametrize("name", THEMES)
def test_every_colour_of_the_sheet_is_one_of_the_theme(name):
    sheet = style_sheet(name)
    assert "$" not in sheet
    assert sheet.count("{") == sheet.count("}") > 10
    colours = {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{6}\b", sheet)}
    assert colours
    assert colours <= {colour.upper() for colour in tokens(name).values()}


@pytest.mark.parametrize("name", THEMES)
def test_the_palette_has_the_colours_of_the_theme(name):
    made, theme = palette(name), Theme(name)
    for role, token in (("Text", "ink"), ("Base", "raised"), ("PlaceholderText", "ink3"), ("ToolTipBase", "raised")):
        assert made.color(QPalette.ColorRole[role]) == theme.colour(token)
    off = made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText)
    assert off == theme.colour("off")


@pytest.mark.parametrize("field", [QLineEdit, QPlainTextEdit])
@pytest.mark.parametrize("name", THEMES)
def test_what_an_empty_field_asks_for_can_be_read(qapp, qtbot, field, name):
    theme = Theme(name)
    made = field()
    qtbot.addWidget(made)
    made.setStyleSheet(style_sheet(name))
    made.setPlaceholderText("IIIIIIII")
    made.resize(200, 40)
    made.show()
    assert made.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colour("ink3")
    assert seen(made)[theme.colour("ink3").name()] > 10


@pytest.mark.parametrize(
    ("scheme", "wanted"),
    [(Qt.ColorScheme.Dark, "dark"), (Qt.ColorScheme.Light, "light"), (Qt.ColorScheme.Unknown, "light")],
)
def test_the_system_is_followed_as_far_as_it_says(monkeypatch, scheme, wanted):
    class Hints:
        def colorScheme(self):
            return scheme

    monkeypatch.setattr(QGuiApplication, "styleHints", Hints)
    assert resolve(SYSTEM) == wanted
    assert [resolve(name) for name in THEMES] == list(THEMES)


def test_a_change_of_theme_dresses_the_application_anew(qapp):
    theme = Theme("light")
    put_on = dress(qapp, theme)
    put_on()
    assert qapp.styleSheet() == style_sheet("light")
    theme.use("dark")
    assert qapp.styleSheet() == style_sheet("dark")
    assert qapp.palette().color(QPalette.ColorRole.Text) == theme.colour("ink")
    theme.use("light")
