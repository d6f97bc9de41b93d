"""One control in four segments: which holds, and what a press asks for."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import Theme
from gui.views.kind_switch import NOT_A_QUOTE, KindSwitch
from tests.gui.looks import click, held_enter, point_at, seen, shown


@pytest.fixture
def switch(qtbot):
    made = shown(qtbot, KindSwitch(Theme()), 360, 30)
    made.heard = []
    made.asked.connect(made.heard.append)
    return made


def test_the_segments_are_named_with_their_keys(switch):
    told = [(one.accessibleName(), one.accessibleDescription(), one.toolTip()) for one in switch.segments.values()]
    assert told == [
        ("Direct", "Key: D", "Direct (D)"),
        ("Mixed", "Key: M", "Mixed (M)"),
        ("Indirect", "Key: I", "Indirect (I)"),
        ("Not a quote", "Key: X", "Not a quote (X)"),
    ]
    assert switch.accessibleName() == "Kind of quote"


@pytest.mark.parametrize("value", ["direct", "mixed", "indirect", NOT_A_QUOTE])
def test_a_click_asks_and_shows_nothing_by_itself(switch, value):
    switch.show_value("direct")
    click(switch.segments[value])
    assert switch.heard == [value]
    assert [name for name, one in switch.segments.items() if one.isChecked()] == ["direct"]


def test_enter_and_space_press_once_however_long_they_are_held(switch):
    switch.show_value("direct")
    segment = switch.segments["mixed"]
    segment.setFocus()
    QTest.keyClick(segment, Qt.Key.Key_Return)
    held_enter(segment)
    QTest.keyClick(segment, Qt.Key.Key_Space)
    QTest.keyClick(segment, Qt.Key.Key_Z)
    assert switch.heard == ["mixed", "mixed"]


def test_without_a_quote_nothing_can_be_pressed(switch):
    switch.show_value("")
    click(switch.segments["direct"])
    assert switch.heard == []


def test_the_kind_that_holds_is_filled_and_the_one_pointed_at_lit(switch):
    switch.show_value("mixed")
    filled = {name: seen(one)["#1f2329"] for name, one in switch.segments.items()}
    assert filled["mixed"] > 800
    assert max(count for name, count in filled.items() if name != "mixed") < 100
    assert seen(switch.segments["direct"])["#eceae5"] == 0
    point_at(switch.segments["direct"])
    assert seen(switch.segments["direct"])["#eceae5"] > 500


def test_every_caption_has_room(switch):
    for one in switch.segments.values():
        assert one.width() >= one.sizeHint().width()


def test_each_segment_has_as_much_air_as_the_next_whichever_holds(switch):
    places = set()
    for value in ("direct", NOT_A_QUOTE):
        switch.show_value(value)
        airs = [one.width() - one.sizeHint().width() for one in switch.segments.values()]
        assert max(airs) - min(airs) <= 1
        places.add(tuple(one.x() for one in switch.segments.values()))
    assert len(places) == 1
    assert switch.segments[NOT_A_QUOTE].geometry().right() == switch.width() - 3
