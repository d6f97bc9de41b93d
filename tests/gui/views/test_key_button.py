"""A button shows and speaks its caption and key, and is pressed by click or Space."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import Theme
from gui.views.key_button import IconButton, KeyButton
from tests.gui.looks import click, point_at, seen, shown

LIGHT = Theme("light")
PRIMARY, HOVER = LIGHT.colour("primary").name(), LIGHT.colour("hover").name()


def made(qtbot, button):
    """Size a button without showing it, so that no pointer is over it."""
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    return button


def test_caption_and_key_are_spoken(qtbot):
    button = KeyButton("Flag", "F", LIGHT)
    qtbot.addWidget(button)
    button.setCaption("Unflag")
    assert (button.text(), button.accessibleName(), button.accessibleDescription()) == ("Unflag", "Unflag", "Key: F")
    button.setCaption("Go on", "")
    assert button.accessibleDescription() == ""


@pytest.mark.parametrize("look", ["bordered", "primary", "plain", "row"])
def test_every_look_has_room_for_caption_icon_and_key(qtbot, look):
    widths = []
    for caption, key, icon in (("Accept", "", ""), ("Accept", "Enter", ""), ("Accept", "Enter", "plus")):
        button = KeyButton(caption, key, LIGHT, look=look, icon=icon)
        qtbot.addWidget(button)
        widths.append(button.sizeHint().width())
        assert button.minimumSizeHint().width() <= widths[-1]
        button.resize(button.sizeHint())
        assert len(seen(button)) > 5
    assert widths[0] < widths[1] < widths[2]


def test_the_primary_one_is_filled_unless_it_can_not_be_used(qtbot):
    button = made(qtbot, KeyButton("Accept", "Enter", LIGHT, look="primary"))
    assert seen(button)[PRIMARY] > 1000
    button.setEnabled(False)
    assert seen(button)[PRIMARY] == 0


@pytest.mark.parametrize("look", ["bordered", "plain"])
def test_the_pointer_lights_only_what_can_be_pressed(qtbot, look):
    button = made(qtbot, KeyButton("Skip", "Tab", LIGHT, look=look))
    before = seen(button)[HOVER]
    point_at(button)
    assert seen(button)[HOVER] > before + 300
    button.setEnabled(False)
    assert seen(button)[HOVER] < 300


def test_click_and_space_press_it(qtbot):
    button = shown(qtbot, KeyButton("Skip", "Tab", LIGHT))
    heard = []
    button.clicked.connect(lambda: heard.append(button.text()))
    click(button)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert heard == ["Skip", "Skip"]


def test_an_icon_button_has_a_name_and_fades_when_it_can_not_be_used(qtbot):
    button = made(qtbot, IconButton("undo", "Undo (Ctrl Z)", LIGHT))
    assert button.toolTip() == button.accessibleName() == "Undo (Ctrl Z)"
    ink = LIGHT.colour("ink").name()
    assert seen(button)[ink] > 0
    point_at(button)
    assert seen(button)[LIGHT.colour("selected").name()] > 300
    button.setEnabled(False)
    assert seen(button)[ink] == 0


def test_saying_the_same_again_lays_nothing_out_anew(qtbot):
    button = KeyButton("Accept", "Enter", Theme())
    qtbot.addWidget(button)
    asked = []
    button.updateGeometry = lambda: asked.append(1)
    button.setCaption("Accept", "Enter")
    assert not asked
    button.setCaption("Complete", "Ctrl Enter")
    assert asked
    assert button.accessibleDescription() == "Key: Ctrl Enter"
    assert KeyButton("", "K", Theme()).accessibleDescription() == "Key: K"


def test_without_a_caption_icon_and_key_stand_together(qtbot):
    gaps = []
    for caption in ("", "x"):
        button = made(qtbot, KeyButton(caption, "C", LIGHT, icon="comment"))
        gaps.append(button.sizeHint().width())
    assert gaps[1] - gaps[0] >= 7 + 5, "caption and its gap"
