"""Keys are called as people write them, and alike wherever they are told."""

from PySide6.QtGui import QAction

from gui.key_names import cap, caps_of
from tests.gui.frame import frame, made_project  # noqa: F401


def test_keys_are_written_as_people_do():
    names = {"Ctrl+Return": "Ctrl Enter", "Left": "←", "n": "N", "Ctrl++": "Ctrl +", "Ctrl+-": "Ctrl −", "F6": "F6"}
    assert {key: cap(key) for key in names} == names
    assert (cap("/"), cap("Shift+Tab"), cap("Ctrl+PgDown")) == ("/", "Shift Tab", "Ctrl Page Down")


def test_keys_that_are_called_alike_are_told_once():
    assert caps_of(("Return", "Enter", "Ctrl+Z")) == ["Enter", "Ctrl Z"]


def test_menus_and_the_table_of_keys_have_one_spelling(frame):  # noqa: F811
    keymap, menus = frame.desktop.keymap, frame.application.menus
    for action in keymap.actions:
        entry: QAction = menus.actions[action.id]
        assert entry.text() == "\t".join([action.title, *([keymap.cap(action.id)] if action.keys else [])])
    assert menus.actions["complete"].text().endswith("\tCtrl Enter")
    assert not [entry for entry in menus.actions.values() if "+" in entry.text().removesuffix("+")]
