"""A held key decides nothing; only movement goes on while a key is down."""

from PySide6.QtCore import Qt

from gui.selection import Mode


def test_held_decisions_count_once(frame):
    frame.press("enter")
    frame.hold(Qt.Key.Key_Return, "\r")
    frame.hold(Qt.Key.Key_2, "2")
    frame.hold(Qt.Key.Key_0, "0")
    frame.hold(Qt.Key.Key_X, "x")
    frame.hold(Qt.Key.Key_F, "f")
    assert [quote.checked for quote in frame.stored().quotes] == [True] + [False] * 11
    assert not any(quote.flagged for quote in frame.stored().quotes)
    assert frame.models.selection.mode is Mode.PICK


def test_held_arrows_go_on(frame):
    frame.hold(Qt.Key.Key_Right, "", times=3)
    assert frame.at == 4


def test_hasty_decisions_are_marked(frame):
    frame.press("enter", "enter")
    first, second = frame.stored().quotes[:2]
    assert second.decided.fast
    assert first.decided.seconds is None
