"""Keys of the text are looked up by what is typed: other layouts, the numpad, and held keys."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from core.model.spans import Span
from gui.actions.keyboard import latin_letter
from gui.selection import Mode
from gui.views.article.hints import Target

NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


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
        ((Qt.Key.Key_Q, "q"), {}, "new_quote"),
        ((Qt.Key.Key_Semicolon, ";"), {}, "point"),
        ((0x0416, "ж"), {"place": 47}, None),
        ((Qt.Key.Key_Left, ""), {"modifiers": SHIFT}, "edge_left_character"),
        ((Qt.Key.Key_Down, ""), {"modifiers": SHIFT}, "edge_right_sentence"),
        ((Qt.Key.Key_Left, ""), {"modifiers": SHIFT | CONTROL}, "edge_left_word"),
        ((Qt.Key.Key_Right, ""), {"modifiers": SHIFT | CONTROL}, "edge_right_word"),
        ((Qt.Key.Key_Left, ""), {"modifiers": CONTROL}, None),
        ((Qt.Key.Key_Left, ""), {"modifiers": SHIFT | ALT}, None),
        ((Qt.Key.Key_Up, ""), {"modifiers": SHIFT | CONTROL}, None),
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


def send(frame, *given, **named):
    """Press a key."""
    QApplication.sendEvent(frame.view, event(*given, **named))
    frame.settle()


def keeps(frame, key, text="", modifiers=NONE):
    """Whether the text keeps a key from the window's shortcuts."""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifiers, text)
    asked.ignore()
    QApplication.sendEvent(frame.view, asked)
    return asked.isAccepted()


def test_edges_move_on_while_their_key_is_held_and_all_else_is_done_once(frame):
    end = frame.quote(1).span.end
    for _ in range(3):
        send(frame, Qt.Key.Key_Left, "", modifiers=SHIFT, repeat=True)
    assert frame.quote(1).span.end <= end - 3
    for key, text in (
        (Qt.Key.Key_V, "v"),
        (Qt.Key.Key_E, "e"),
        (Qt.Key.Key_A, "a"),
        (Qt.Key.Key_B, "b"),
        (Qt.Key.Key_K, "k"),
    ):
        send(frame, key, text, repeat=True)
    assert (frame.view.caret.active, frame.view.hints.active) == (False, False)
    assert (frame.models.selection.mode, frame.models.selection.edge) == (
        Mode.PICK,
        len(frame.quote(1).fragments) * 2 - 1,
    )


def test_in_the_caret_only_its_keys_and_q_s_v_do_anything(frame):
    frame.press("v")
    before, position = frame.stored(), frame.view.caret.position
    signs = [*"abcdefghijklmnoprtuwxyz0123456789/;?.,", "enter", Qt.Key.Key_Delete, Qt.Key.Key_Backspace]
    frame.press(*signs)
    assert (frame.stored(), frame.at, frame.view.caret.position) == (before, 1, position)
    assert (frame.view.caret.active, frame.view.hints.active, frame.models.selection.mode) == (True, False, Mode.PICK)
    frame.press("shift+left", "ctrl+shift+left", "shift+up")
    assert frame.view.selected_span() is not None
    assert frame.stored().quotes == before.quotes, "the caret moves and no edge"
    frame.press("v")
    assert not frame.view.caret.active
    frame.press("f")
    assert frame.quote(1).flagged


def test_the_caret_keeps_its_keys_from_shortcuts_and_leaves_the_others(frame):
    frame.press("v")
    for key in (Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_Left):
        assert keeps(frame, key, modifiers=CONTROL)
    frame.press("ctrl+pgdown")
    assert frame.models.selection.document_id == "seed", "Ctrl Page Down is the caret's while it is there"
    for key in (Qt.Key.Key_Z, Qt.Key.Key_F, Qt.Key.Key_K):
        assert not keeps(frame, key, modifiers=CONTROL)
    assert keeps(frame, Qt.Key.Key_M, "m")
    assert keeps(frame, Qt.Key.Key_Escape, "\x1b")
    frame.press("esc")
    assert not frame.view.caret.active


def test_undo_works_while_the_caret_is_there(frame):
    frame.press("f", "v", "ctrl+z")
    assert not frame.quote(1).flagged


def test_while_letters_are_shown_every_key_without_control_is_one_of_them(frame):
    frame.press("e")
    labels = set(frame.view.hints.labels)
    for key, text in (
        (Qt.Key.Key_Return, "\r"),
        (Qt.Key.Key_1, "1"),
        (Qt.Key.Key_Right, ""),
        (Qt.Key.Key_Tab, "\t"),
        (Qt.Key.Key_F6, ""),
    ):
        assert keeps(frame, key, text)
        send(frame, key, text)
    assert (frame.at, set(frame.view.hints.labels), frame.quote(1).checked) == (1, labels, False)
    assert not keeps(frame, Qt.Key.Key_K, modifiers=CONTROL)
    assert frame.view.hints.active
    assert keeps(frame, Qt.Key.Key_Escape, "\x1b")
    frame.press("esc")
    assert (frame.view.hints.active, frame.view.hasFocus()) == (False, True)


@pytest.mark.parametrize(
    ("given", "named"),
    [
        ((Qt.Key.Key_A, "a"), {}),
        ((Qt.Key.Key_A, "A"), {"modifiers": SHIFT}),
        ((0x0424, "ф"), {"place": 38}),
        ((0x0424, "Ф"), {"place": 38, "modifiers": SHIFT}),
        ((0x05E9, "ש"), {"virtual": ord("A")}),
    ],
)
def test_letters_are_typed_on_any_keyboard(frame, given, named):
    frame.press("e")
    wanted = frame.view.hints.labels["a"].span
    send(frame, *given, **named)
    assert frame.quote(1).mention == wanted
    assert not frame.view.hints.active


def test_a_held_letter_points_once_and_backspace_takes_one_back(frame):
    frame.view.hints.begin([Target(Span(n, n + 1), n) for n in range(60)], lambda value: None)
    send(frame, Qt.Key.Key_A, "a")
    send(frame, Qt.Key.Key_A, "a", repeat=True)
    assert frame.view.hints.typed == "a"
    send(frame, Qt.Key.Key_Backspace, "\b")
    assert frame.view.hints.typed == ""


def test_the_rest_of_a_held_letter_decides_nothing(frame):
    frame.press(";", "a")
    at, before = frame.at, frame.stored()
    for _ in range(3):
        send(frame, Qt.Key.Key_A, "a", repeat=True)
    assert (frame.at, frame.stored(), frame.models.selection.mode) == (at, before, Mode.PICK)
