"""The magnifying glass stands at the left of its field, in the colours of the theme."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QToolButton

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


def test_words_begin_close_to_the_glass_but_not_on_it(frame):
    for field in (frame.window.toolbar.search, frame.window.panel.name_box):
        picture = field.findChild(QToolButton).geometry().center().x() + 8
        begin = field.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center().x()
        assert 4 <= begin - picture <= 10


def test_it_fades_with_its_field(field):
    field.setStyleSheet("border: none; background: white")
    found = []
    for enabled in (True, False):
        field.setEnabled(enabled)
        found.append([seen(field)[field.theme.colour(role).name()] for role in ("ink3", "off")])
    (dark, _), (none, faint) = found
    assert dark > 5 > none
    assert faint > 5
