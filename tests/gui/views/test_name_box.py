"""Naming: typing brings matches, Enter or a click takes one, Escape leaves the box empty."""

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from core.model.records import Speaker
from gui.models.names import Name, NamesModel
from gui.stylesheet import style_sheet
from gui.theme import Theme
from gui.views.name_box import NameBox
from tests.gui.looks import click_row, held_enter, row_rect, seen, shown

ANA, ANTON = Name("Ana Ruiz", "", "s1"), Name("Anton Bell", "the mayor", "s2")


@pytest.fixture
def box(qtbot):
    names = NamesModel()
    names.know([Speaker(id="s1", name="Ana Ruiz"), Speaker(id="s2", name="Anton Bell", aliases=("the mayor",))], {})
    window = QWidget()
    made = NameBox(names, Theme("light"))
    names.setParent(made)
    made.other = QPushButton("Other")
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch()
    column.addWidget(made.other)
    made.heard, made.leavings = [], []
    made.named.connect(made.heard.append)
    made.left.connect(lambda: made.leavings.append("left"))
    made.window_ = shown(qtbot, window, 300, 300)
    made.setFocus()
    return made


def listed(box):
    return [name.text for name in box._names.names] if box.matches.isVisible() else []


def test_typing_brings_matches_and_enter_takes_the_first(box):
    QTest.keyClicks(box, "an")
    assert listed(box) == ["Ana Ruiz", "Anton Bell", "an"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [ANA]
    assert (box.text(), listed(box)) == ("", [])


@pytest.mark.parametrize(("keys", "taken"), [(["Down"], 1), (["Up"], 2), (["Down"] * 3, 0), (["Down", "Up"], 0)])
def test_arrows_go_around_the_matches(box, keys, taken):
    QTest.keyClicks(box, "an")
    for key in keys:
        QTest.keyClick(box, Qt.Key[f"Key_{key}"])
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [(ANA, ANTON, Name("an", "new speaker"))[taken]]


def test_it_says_whom_enter_would_name(box):
    meant = []
    box.meant.connect(meant.append)
    QTest.keyClicks(box, "an")
    assert meant[-1] == ANA
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert meant[-1] == ANTON
    for _ in "an":
        QTest.keyClick(box, Qt.Key.Key_Backspace)
    assert meant[-1] is None
    QTest.keyClicks(box, "mayor")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert meant[-2:] == [ANTON, None]


def test_a_click_takes_a_match(box):
    QTest.keyClicks(box, "mayor")
    click_row(box.matches, 0)
    assert box.heard == [ANTON]


def test_a_new_speaker_is_named_as_typed_even_where_one_would_match(box):
    box.begin(new=True, words="Ana")
    assert box.placeholderText() == "Name of the new speaker"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert box.heard == [Name("Ana", "new speaker")]
    assert box.placeholderText() == "Type a name or a role"


def test_the_words_that_stand_there_are_typed_over(box):
    box.begin(new=False, words="somebody")
    QTest.keyClicks(box, "ruiz")
    assert listed(box)[0] == "Ana Ruiz"


def test_escape_and_leaving_put_the_matches_away(box):
    QTest.keyClicks(box, "an")
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert (box.leavings, box.text(), listed(box)) == (["left"], "", [])
    QTest.keyClicks(box, "an")
    box.other.setFocus()
    assert (box.text(), listed(box), box.heard) == ("", [], [])


def test_enter_without_words_and_a_held_enter_name_nobody(box):
    QTest.keyClick(box, Qt.Key.Key_Return)
    QTest.keyClicks(box, "an")
    held_enter(box)
    assert box.heard == []


def test_the_matches_stay_inside_the_window_and_never_take_the_keys(box):
    box.window_.resize(300, 120)
    QTest.keyClicks(box, "an")
    assert box.window_.rect().contains(box.matches.geometry())
    assert box.hasFocus()
    assert (box.accessibleName(), box.matches.accessibleName()) == ("Name the speaker", "Names that match")


def test_the_marked_name_is_lit_over_its_whole_row(box):
    theme = Theme("light")
    box.window_.setStyleSheet(style_sheet("light"))
    QTest.keyClicks(box, "an")
    row = row_rect(box.matches, 0)
    middle = seen(box.matches.viewport(), QRect(row.right() - 10, row.y(), 1, row.height()))
    assert middle[theme.colour("selected").name()] >= row.height() - 1
    corner = seen(box.matches.viewport(), QRect(row.topLeft(), QSize(1, 1)))
    assert theme.colour("selected").name() not in corner
