"""Menus and shortcuts come from the table: keys beside entries, greyed where nothing can be done."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.actions.action import Where
from gui.actions.table import TABLE
from gui.selection import Mode
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


def test_what_belongs_together_has_a_menu_of_its_own_with_all_of_it(frame):
    inner = {
        entry.text(): [made.objectName() for made in entry.menu().actions()]
        for menu in frame.application.menus.menus
        for entry in menu.actions()
        if entry.menu()
    }
    assert inner == {
        part: [action.id for action in TABLE if action.part == part]
        for part in dict.fromkeys(action.part for action in TABLE)
        if not part.isdigit()
    }
    assert len(inner["Pick"]) == 9
    assert {"Correct", "Edges", "Theme"} <= set(inner)
    assert {"mention", "cue", "split", "join", "nest", "caret", "new_quote"} == set(inner["Correct"])
    assert len(inner["Edges"]) == 7


def test_movement_of_edges_goes_on_while_its_key_is_held_and_nothing_else_of_the_edit_menu_does(frame):
    actions = frame.application.menus.actions
    held = {name for name, made in actions.items() if made.autoRepeat()}
    assert {"edge_left_character", "edge_right_sentence", "next_quote"} <= held
    assert not held & {"split", "join", "chain", "flag", "caret", "second_speaker", "next_edge", "point"}


def test_an_entry_does_what_its_key_does(frame):
    end = frame.quote(1).span.end
    frame.application.menus.run("edge_left_word")
    assert frame.quote(1).span.end < end
    frame.application.menus.run("unsure")
    assert not frame.quote(1).sure
    frame.application.menus.run("second_speaker")
    assert frame.models.selection.mode is Mode.SECOND


def test_for_a_rejected_quote_nothing_can_be_corrected_or_marked(frame):
    frame.press("x")
    frame.application.menus.refresh()
    actions = frame.application.menus.actions
    of_a_quote = ("flag", "unsure", "comment", "chain", "second_speaker", "split", "join", "nest", "mention", "cue")
    assert not any(actions[name].isEnabled() for name in (*of_a_quote, "next_edge", "edge_left_word"))
    assert all(actions[name].isEnabled() for name in ("caret", "new_quote", "point", "accept"))


def test_the_theme_in_use_is_ticked(frame):
    menus = frame.application.menus
    menus.run("theme_dark")
    settled(frame)
    ticked = [name for name, made in menus.actions.items() if made.isChecked() and name.startswith("theme_")]
    assert ticked == ["theme_dark"]
    assert frame.application.theme.name == "dark"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_some_actions_pop_up_as_a_menu_and_do_what_they_do(frame):
    menus = frame.application.menus
    menus.pop_up(("flag", "", "undo"), QPoint(40, 40))
    shown = QApplication.activePopupWidget()
    flag, line, undo = shown.actions()
    assert (flag.text(), line.isSeparator(), undo.isEnabled()) == ("Flag or unflag\tF", True, False)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert frame.quote(1).flagged
    assert QApplication.activePopupWidget() is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
@pytest.mark.parametrize(("words", "first"), [(False, "accept"), (True, "new_quote")])
def test_the_text_has_a_menu_for_the_quote_or_for_the_selected_words(frame, words, first):
    if words:
        frame.view.words.select(0, 6)
    at = frame.view.viewport().mapToGlobal(QPoint(2, 2))
    frame.view.menu_asked.emit(at)
    shown = QApplication.activePopupWidget()
    assert shown.actions()[0] is frame.application.menus.actions[first]
    shown.close()


def test_other_keys_stand_beside_the_entries_at_once(frame):
    actions = frame.application.menus.actions
    frame.desktop.keymap.use({"flag": "Ctrl+Shift+F", "undo": "Ctrl+Y", "redo": ""})
    assert actions["flag"].text() == "Flag or unflag\tCtrl Shift F"
    assert actions["flag"].shortcuts() == []
    assert actions["undo"].shortcuts() == [QKeySequence("Ctrl+Y")]
    assert actions["redo"].shortcuts() == []
    frame.press("f", "ctrl+z")
    assert not frame.quote(1).flagged
    frame.press("ctrl+shift+f")
    assert frame.quote(1).flagged
    frame.press("ctrl+y")
    assert not frame.quote(1).flagged
    frame.desktop.keymap.use({})
    assert actions["flag"].text() == "Flag or unflag\tF"
