"""Of the chips one is always on; it is put on by a click, Space or Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import Theme
from gui.views.chips import Chips
from tests.gui.looks import seen


@pytest.fixture
def chips(qtbot):
    made = Chips(["All", "To do", "Doubtful"], Theme("light"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_a_click_puts_one_on_and_the_other_off(chips):
    assert [chip.isChecked() for chip in chips.chips] == [True, False, False]
    QTest.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert [chip.isChecked() for chip in chips.chips] == [False, True, False]
    QTest.mouseClick(chips.chips[1], Qt.MouseButton.LeftButton)
    assert chips.heard == [1]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_keys_put_on_what_has_the_focus(chips, key):
    chips.chips[2].setFocus()
    QTest.keyClick(chips.chips[2], key)
    assert chips.heard == [2]


def test_new_words_are_shown_and_spoken_and_make_room(chips):
    narrow = chips.chips[1].sizeHint().width()
    chips.say(1, "To do 1234")
    assert chips.chips[1].accessibleName() == chips.chips[1].text() == "To do 1234"
    assert chips.chips[1].sizeHint().width() > narrow + 20


def test_the_one_that_is_on_is_filled(chips):
    primary = Theme("light").colour("primary").name()
    assert seen(chips.chips[0])[primary] > 100
    assert seen(chips.chips[1])[primary] == 0
