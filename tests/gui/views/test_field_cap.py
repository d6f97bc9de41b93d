"""The key cap in a field: there while nothing is typed, at the right, and gone where there is no key."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from gui.theme import Theme
from gui.views.field_cap import FROM_EDGE, FieldCap
from tests.gui.looks import shown


@pytest.fixture
def field(qtbot):
    made = QLineEdit()
    made.cap = FieldCap("/", made, Theme())
    return shown(qtbot, made, 200, 30)


def test_it_stands_at_the_right_of_an_empty_field_however_wide(field):
    for width in (200, 320):
        field.resize(width, 30)
        assert field.cap.isVisible()
        assert field.cap.geometry().right() == width - FROM_EDGE - 1


def test_it_makes_room_for_what_is_typed(field):
    assert field.textMargins().right() >= field.cap.width()
    QTest.keyClicks(field, "a")
    assert not field.cap.isVisible()
    assert field.textMargins().right() == 0
    field.clear()
    assert field.cap.isVisible()


def test_it_follows_its_key_and_is_gone_without_one(field):
    right = field.cap.geometry().right()
    field.cap.say("Ctrl J")
    assert (field.cap.text, field.cap.accessibleName()) == ("Ctrl J", "Ctrl J")
    assert field.cap.geometry().right() == right
    field.cap.say("")
    assert not field.cap.isVisible()
