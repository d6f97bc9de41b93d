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


def test_putting_one_on_tells_nobody(chips):
    chips.put_on(2)
    assert [chip.isChecked() for chip in chips.chips] == [False, False, True]
    assert chips.heard == []
    QTest.mouseClick(chips.chips[0], Qt.MouseButton.LeftButton)
    assert chips.heard == [0]


@pytest.fixture
def apart(qtbot):
    made = Chips(["All", "To do", "Somebody"], Theme("light"), apart=True)
    qtbot.addWidget(made)
    made.resize(200, 60)
    made.show()
    made.activateWindow()
    made.heard = []
    made.chosen.connect(made.heard.append)
    return made


def test_the_last_one_can_stand_on_a_line_of_its_own(apart):
    tops = [chip.y() for chip in apart.chips]
    assert tops[0] == tops[1] < tops[2]
    high = apart.sizeHint().height()
    apart.chips[2].hide()
    apart.layout().activate()
    assert apart.sizeHint().height() == high - apart.chips[2].height() - 4


@pytest.mark.parametrize("words", ["Ana Ruiz " * 1_000, "x" * 10_000, "أنا " * 3_000, "👩‍👩‍👧" * 2_000])
def test_words_without_end_are_cut_and_take_no_room_from_the_others(apart, words):
    widths = [chip.width() for chip in apart.chips[:2]]
    apart.say(2, words)
    apart.layout().activate()
    assert [chip.width() for chip in apart.chips[:2]] == widths == [chip.sizeHint().width() for chip in apart.chips[:2]]
    assert apart.chips[2].geometry().right() < 200
    assert apart.chips[2].toolTip() == apart.chips[2].accessibleName() == words
    assert apart.minimumSizeHint().width() < 200
    assert seen(apart.chips[2])
    apart.say(2, "Ana")
    assert apart.chips[2].toolTip() == ""


def test_arrow_keys_pass_over_one_that_is_hidden(apart):
    apart.chips[2].hide()
    apart.chips[1].setFocus()
    apart.put_on(1)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Right):
        QTest.keyClick(apart.focusWidget() or apart, key)
    assert 2 not in apart.heard
    assert not apart.chips[2].isChecked()
