"""Keys of the text are looked up by what is typed: other layouts, the numpad, and held keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from gui.actions.keyboard import latin_letter

NONE = Qt.KeyboardModifier.NoModifier


def event(key, text="", modifiers=NONE, repeat=False, place=0, virtual=0):
    return QKeyEvent(QEvent.Type.KeyPress, key, modifiers, place, virtual, 0, text, repeat, 1)


def found(frame, *given, **named):
    action = frame.application.keyboard.find(event(*given, **named))
    return action.id if action else None


@pytest.mark.parametrize(
    ("given", "named", "wanted"),
    [
        ((Qt.Key.Key_2, "2"), {"modifiers": Qt.KeyboardModifier.KeypadModifier}, "pick_2"),
        ((Qt.Key.Key_Eacute, "2"), {"modifiers": Qt.KeyboardModifier.ShiftModifier}, "pick_2"),
        ((Qt.Key.Key_N, "N"), {"modifiers": Qt.KeyboardModifier.ShiftModifier}, "new_speaker"),
        ((Qt.Key.Key_Question, "?"), {"modifiers": Qt.KeyboardModifier.ShiftModifier}, "keys_by_sign"),
        ((Qt.Key.Key_Enter, "\r"), {"modifiers": Qt.KeyboardModifier.KeypadModifier}, "accept"),
        ((Qt.Key.Key_Backtab, ""), {"modifiers": Qt.KeyboardModifier.ShiftModifier}, "previous_doubtful"),
        ((Qt.Key.Key_Tab, "\t"), {}, "next_doubtful"),
        ((Qt.Key.Key_Slash, "/"), {"modifiers": Qt.KeyboardModifier.ShiftModifier}, "type_name"),
        ((0x0427, "ч"), {"place": 53}, "not_a_quote"),
        ((0x0427, "ч"), {"virtual": ord("X")}, "not_a_quote"),
        ((Qt.Key.Key_X, "x"), {"modifiers": Qt.KeyboardModifier.ControlModifier}, None),
        ((Qt.Key.Key_Q, "q"), {}, None),
        ((Qt.Key.Key_PageDown, ""), {}, None),
        ((Qt.Key.Key_Agrave, "à"), {}, None),
    ],
)
def test_a_key_is_found_by_what_it_types(frame, given, named, wanted):
    assert found(frame, *given, **named) == wanted


def test_letters_of_another_alphabet_are_found_by_their_place():
    assert [latin_letter(event(0x0419, "й", place=place)) for place in (24, 46, 58, 99)] == ["Q", "L", "M", ""]


def test_a_key_of_the_text_is_kept_from_shortcuts_and_a_held_one_does_nothing(frame):
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F, NONE, "f")
    override.ignore()
    QApplication.sendEvent(frame.view, override)
    assert override.isAccepted()
    QApplication.sendEvent(frame.view, event(Qt.Key.Key_F, "f", repeat=True))
    assert not frame.quote(1).flagged
    QApplication.sendEvent(frame.view, event(Qt.Key.Key_F, "f"))
    assert frame.quote(1).flagged
    assert not frame.desktop.by_key


def test_what_can_not_be_done_now_does_nothing(start):
    start.press("enter", "x", "right")
    assert start.told == []
