"""The magnifying glass stands at the left of its field, in the colours of the theme."""

import pytest
from PySide6.QtWidgets import QLineEdit

from gui.theme import Theme
from gui.views.glass import Glass
from tests.gui.looks import seen, shown


@pytest.fixture
def field(qtbot):
    made = QLineEdit()
    made.theme = Theme("light")
    made.plain = seen(shown(qtbot, made, 160, 30))
    made.glass = Glass(made, made.theme)
    return made


def test_it_is_seen_in_its_field(field):
    assert field.actions() == [field.glass]
    assert seen(field) != field.plain


def test_it_follows_the_theme(field):
    before = seen(field)
    field.theme.use("dark")
    assert seen(field) != before
