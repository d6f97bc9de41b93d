"""Menus and shortcuts come from the table: keys beside entries, greyed where nothing can be done."""

from PySide6.QtGui import QKeySequence

from gui.actions.action import Where
from gui.actions.table import TABLE
from tests.gui.frame import settled


def test_window_keys_are_shortcuts_and_text_keys_are_only_shown(frame):
    actions = frame.application.menus.actions
    for action in TABLE:
        made = actions[action.id]
        if action.where is Where.WINDOW and action.keys:
            assert made.shortcuts()[0] == QKeySequence(action.keys[0])
        else:
            assert made.shortcuts() == []
    assert actions["accept"].text() == "Accept and go on\tEnter"
    assert not actions["undo"].autoRepeat()


def test_entries_are_grey_without_a_project(start):
    actions = start.application.menus.actions
    grey = {name for name, made in actions.items() if not made.isEnabled()}
    assert {"accept", "pick_1", "undo", "export", "next_quote", "zoom_in", "complete"} <= grey
    assert not grey & {"new_project", "open_project", "add_articles", "settings", "keys", "quit"}


def test_digits_and_themes_have_menus_of_their_own(frame):
    edit, view = frame.application.menus.menus[1:3]
    assert [entry.text() for entry in edit.actions() if entry.menu()] == ["Pick"]
    assert [entry.text() for entry in view.actions() if entry.menu()] == ["Theme"]


def test_the_theme_in_use_is_ticked(frame):
    menus = frame.application.menus
    menus.run("theme_dark")
    settled(frame)
    ticked = [name for name, made in menus.actions.items() if made.isChecked()]
    assert ticked == ["theme_dark"]
    assert frame.application.theme.name == "dark"
