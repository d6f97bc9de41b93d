"""Keys of one's own: choose an action, press a key; no two actions share one."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from gui.dialogs.keys import Keys, key_name
from gui.models.keys import KeyRow
from gui.stylesheet import style_sheet
from gui.theme import Theme
from tests.gui.looks import click, seen, shown

ROWS = (
    KeyRow("accept", "Accept and go on", "Edit", ("Return", "Enter"), ("Return", "Enter")),
    KeyRow("flag", "Flag", "Edit", ("F",), ("F",)),
    KeyRow("undo", "Undo", "Edit", ("Ctrl+Z",), ("Ctrl+Z",)),
    KeyRow("about", "About Quotedesk", "Help", (), ()),
)
NONE, CTRL, SHIFT = (Qt.KeyboardModifier[name] for name in ("NoModifier", "ControlModifier", "ShiftModifier"))
KEYPAD, ALT = Qt.KeyboardModifier.KeypadModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, Keys(ROWS, Theme()))


def choose(dialog, row):
    dialog.table.selectRow(row)
    dialog.field.setFocus()


def press(dialog, key, modifiers=NONE):
    QTest.keyClick(dialog.field, key, modifiers)


def titles(dialog):
    model = dialog.table.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("key", "text", "modifiers", "name"),
    [
        (Qt.Key.Key_F, "f", NONE, "F"),
        (Qt.Key.Key_F, "F", SHIFT, "F"),
        (Qt.Key.Key_Question, "?", SHIFT, "?"),
        (Qt.Key.Key_5, "5", KEYPAD, "5"),
        (Qt.Key.Key_Eacute, "é", NONE, "É"),
        (0x0427, "ч", NONE, "Ч"),
        (Qt.Key.Key_Z, "\x1a", CTRL, "Ctrl+Z"),
        (Qt.Key.Key_Z, "\x1a", CTRL | SHIFT, "Ctrl+Shift+Z"),
        (Qt.Key.Key_Plus, "+", CTRL, "Ctrl++"),
        (Qt.Key.Key_F3, "", SHIFT, "Shift+F3"),
        (Qt.Key.Key_Return, "\r", NONE, "Return"),
        (Qt.Key.Key_Enter, "\r", KEYPAD, "Enter"),
        (Qt.Key.Key_Space, " ", NONE, "Space"),
        (Qt.Key.Key_Escape, "\x1b", NONE, "Esc"),
        (Qt.Key.Key_PageDown, "", CTRL, "Ctrl+PgDown"),
        (Qt.Key.Key_0, "0", CTRL | KEYPAD, "Ctrl+0"),
        (Qt.Key.Key_X, "x", ALT, "Alt+X"),
    ],
)
def test_a_key_is_called_as_in_the_table_of_actions(key, text, modifiers, name):
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text)) == name


def test_a_free_key_is_given_to_the_chosen_action(dialog):
    choose(dialog, 1)
    press(dialog, "j")
    assert (dialog.model.own(), dialog.field.text()) == ({"flag": "J"}, "J")
    assert dialog.told.text() == "“Flag” has the key J once you save."
    press(dialog, Qt.Key.Key_J, CTRL)
    assert dialog.model.own() == {"flag": "Ctrl+J"}


@pytest.mark.parametrize(
    ("key", "modifiers", "owner"),
    [("z", CTRL, "Undo"), (Qt.Key.Key_Return, NONE, "Accept"), (Qt.Key.Key_Enter, NONE, "Accept")],
)
def test_the_key_of_another_action_is_refused_and_its_owner_named(dialog, key, modifiers, owner):
    choose(dialog, 1)
    press(dialog, key, modifiers)
    assert dialog.model.own() == {}
    assert f"is the key of “{owner}" in dialog.told.text()
    assert "Nothing was changed." in dialog.told.text()
    assert dialog.isVisible()


def test_the_key_that_an_action_has_already_is_no_clash(dialog):
    choose(dialog, 0)
    press(dialog, Qt.Key.Key_Return)
    assert dialog.model.own() == {"accept": "Return"}


def test_alt_is_the_menus(dialog):
    choose(dialog, 1)
    press(dialog, Qt.Key.Key_J, ALT)
    assert dialog.model.own() == {}
    assert dialog.told.text().startswith("Alt opens the menus")


@pytest.mark.parametrize("key", [Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta])
def test_a_modifier_alone_is_no_key(dialog, key):
    choose(dialog, 1)
    press(dialog, key)
    assert (dialog.model.own(), dialog.field.text()) == ({}, "")


def test_a_held_key_counts_once_and_tab_leaves_the_field(dialog):
    choose(dialog, 1)
    QApplication.sendEvent(dialog.field, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_J, NONE, "j", True, 1))
    assert dialog.model.own() == {}
    press(dialog, Qt.Key.Key_Tab)
    assert dialog.focusWidget() is dialog.clear
    dialog.field.setFocus()
    press(dialog, Qt.Key.Key_Backtab, SHIFT)
    assert not dialog.field.hasFocus()
    assert dialog.model.own() == {}


def test_the_window_gets_no_key_that_is_pressed_in_the_field(dialog):
    override = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, CTRL, "\x1a")
    override.ignore()
    QApplication.sendEvent(dialog.field, override)
    assert override.isAccepted()
    choose(dialog, 3)
    press(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.model.own()) == (True, {"about": "Esc"})


def test_a_key_can_be_taken_away_and_given_to_another_one(dialog):
    choose(dialog, 2)
    click(dialog.clear)
    assert dialog.told.text() == "“Undo” has no key once you save."
    choose(dialog, 1)
    press(dialog, "z", CTRL)
    assert dialog.model.own() == {"undo": "", "flag": "Ctrl+Z"}
    choose(dialog, 2)
    click(dialog.default)
    assert dialog.told.text() == "Ctrl Z is the key of “Flag” now. Nothing was changed. Clear it there first."
    choose(dialog, 1)
    click(dialog.default)
    choose(dialog, 2)
    click(dialog.default)
    assert dialog.model.own() == {}
    assert dialog.told.text() == "“Undo” has the key Ctrl Z once you save."


def test_all_defaults_keep_the_chosen_action(dialog):
    choose(dialog, 1)
    press(dialog, "j")
    click(dialog.defaults)
    assert (dialog.model.own(), dialog.current.id) == ({}, "flag")
    assert dialog.told.text().startswith("Every action has its default keys")
    press(dialog, "k")
    assert dialog.model.own() == {"flag": "K"}


def test_words_filter_the_actions(dialog):
    dialog.filter.setFocus()
    QTest.keyClicks(dialog.filter, "FLA")
    assert titles(dialog) == ["Flag"]
    choose(dialog, 0)
    press(dialog, "j")
    assert dialog.model.own() == {"flag": "J"}
    dialog.filter.setFocus()
    QTest.keyClicks(dialog.filter, '"*')
    assert titles(dialog) == []
    dialog.field.setFocus()
    for act in (lambda: press(dialog, "k"), lambda: click(dialog.clear), lambda: click(dialog.default)):
        dialog.told.clear()
        act()
        assert dialog.told.text().startswith("No action is chosen. Nothing was changed.")
    assert dialog.model.own() == {"flag": "J"}


@pytest.mark.parametrize(("words", "ends"), [("Save", 1), ("Cancel", 0)])
def test_save_and_cancel_end_it(dialog, words, ends):
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))
    assert (dialog.isVisible(), dialog.result()) == (False, ends)


def test_enter_in_the_filter_saves_and_nothing_is_lost(dialog):
    choose(dialog, 1)
    press(dialog, "j")
    dialog.filter.setFocus()
    QTest.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert (dialog.result(), dialog.model.own()) == (1, {"flag": "J"})


def test_its_controls_are_named(dialog):
    named = [each.accessibleName() for each in (dialog.filter, dialog.table, dialog.field)]
    assert named == ["Filter actions", "Actions and their keys", "New key"]
    assert dialog.current.id == "accept"


def test_headings_stand_over_their_columns(qtbot):
    dialog = Keys(ROWS, Theme("dark"))
    dialog.setStyleSheet(style_sheet("dark"))
    shown(qtbot, dialog)
    header = dialog.table.horizontalHeader()
    assert header.defaultAlignment() == Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    colours = seen(header.viewport())
    grounds = colours[Theme("dark").colour("panel").name()] + colours[Theme("dark").colour("line").name()]
    assert grounds > 0.9 * sum(colours.values())
