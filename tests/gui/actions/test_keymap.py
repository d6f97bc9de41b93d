"""Keys of one's own in the place of the table's, never two actions on one key."""

import pytest
from PySide6.QtGui import QKeySequence

from core.settings import Settings
from gui.actions.action import clashes
from gui.actions.keymap import Keymap, with_own_keys
from gui.actions.table import TABLE
from tests.gui.frame import Frame

DEFAULTS = {action.id: action.keys for action in TABLE}


def keys_of(keymap):
    return {action.id: action.keys for action in keymap.actions}


def test_without_a_choice_the_keys_are_the_tables(qapp):
    keymap = Keymap(TABLE, {})
    assert keymap.actions == TABLE
    assert (keymap.cap("accept"), keymap.cap("undo"), keymap.cap("about"), keymap.cap("gone")) == (
        "Enter",
        "Ctrl Z",
        "",
        "",
    )
    assert (keymap.title("accept"), keymap.title("gone")) == ("Accept and go on", "gone")
    assert (keymap.default("accept"), keymap.default("about"), keymap.default("gone")) == ("Return Enter", "", "")


def test_a_persons_keys_take_the_place_of_the_tables(qapp):
    keymap = Keymap(TABLE, {"flag": "Ctrl+J", "about": "Ctrl+Shift+A Y", "undo": ""})
    keys = keys_of(keymap)
    assert (keys["flag"], keys["about"], keys["undo"]) == (("Ctrl+J",), ("Ctrl+Shift+A", "Y"), ())
    assert {action: keys[action] for action in keys if action not in ("flag", "about", "undo")} == {
        action: DEFAULTS[action] for action in DEFAULTS if action not in ("flag", "about", "undo")
    }
    assert (keymap.cap("flag"), keymap.cap("undo"), keymap.default("flag")) == ("Ctrl J", "", "F")


@pytest.mark.parametrize(
    "own",
    [
        {"flag": "X"},
        {"flag": "x"},
        {"flag": "ctrl+z"},
        {"flag": "Y", "about": "y"},
        {"about": "Return"},
        {"flag": "Y Z", "unsure": "Z"},
    ],
)
def test_where_two_would_share_a_key_the_tables_hold_for_all(qapp, own):
    keymap = Keymap(TABLE, own | {"comment": "Ctrl+J"})
    assert keymap.actions == TABLE
    assert keymap.own == {}


def test_two_actions_may_change_places(qapp):
    keymap = Keymap(TABLE, {"flag": "W", "unsure": "F"})
    assert (keymap.cap("flag"), keymap.cap("unsure")) == ("W", "F")
    assert clashes(keymap.actions) == []


@pytest.mark.parametrize(
    "own",
    [
        {"from_later": "X", "": "Return", "gone": "Ctrl+Z"},
        {"flag": "   "},
        {"flag": "Y Y y"},
        {"flag": "no such key"},
        {"flag": "😀"},
        {"flag": "+"},
        {"flag": "x" * 10_000},
    ],
)
def test_odd_files_do_no_harm(qapp, own):
    keymap = Keymap(TABLE, own)
    assert clashes([action for action in keymap.actions if action.id != "flag"]) == []
    assert all(isinstance(keymap.cap(action.id), str) for action in keymap.actions)
    assert keymap.cap("undo") == "Ctrl Z"


def test_a_key_said_twice_for_one_action_is_no_clash(qapp):
    assert Keymap(TABLE, {"flag": "Y y", "undo": "Ctrl+J"}).cap("undo") == "Ctrl J"


def test_other_keys_are_told_and_the_old_ones_can_come_back(qapp, qtbot):
    keymap = Keymap(TABLE, {})
    with qtbot.waitSignal(keymap.changed):
        keymap.use({"flag": "Y"})
    assert keymap.own == {"flag": "Y"}
    with qtbot.waitSignal(keymap.changed):
        keymap.use({})
    assert keymap.actions == TABLE


def test_the_table_itself_is_never_changed():
    changed = with_own_keys(TABLE, {"flag": "Y"})
    assert {action.id: action.keys for action in TABLE} == DEFAULTS
    assert [action.id for action in changed] == [action.id for action in TABLE]


def test_new_keys_act_at_once_and_the_old_ones_no_more(frame):
    frame.desktop.keymap.use({"flag": "Y", "next_article": "Ctrl+J", "zoom_in": "Z"})
    frame.press("y")
    assert frame.quote(1).flagged
    frame.press("f")
    assert frame.quote(1).flagged
    frame.press("ctrl+j")
    assert frame.models.selection.document_id == "two"
    frame.press("ctrl+pgup")
    frame.press("z")
    assert frame.view.zoom > 1
    assert frame.window.panel.flag.accessibleDescription() == "Key: Y"
    assert frame.application.menus.actions["flag"].text() == "Flag or unflag\tY"
    assert frame.application.menus.actions["next_article"].shortcuts() == [QKeySequence("Ctrl+J")]


def test_an_action_without_a_key_is_still_in_the_menu(frame):
    frame.desktop.keymap.use({"flag": "", "undo": ""})
    frame.press("f", "ctrl+z")
    assert not frame.quote(1).flagged
    assert frame.application.menus.actions["flag"].text() == "Flag or unflag"
    assert frame.application.menus.actions["undo"].shortcuts() == []
    assert frame.window.panel.flag.accessibleDescription() == ""
    frame.application.menus.run("flag")
    assert frame.quote(1).flagged


@pytest.mark.parametrize(
    ("own", "cap"),
    [({"flag": "Y", "from_later": "X"}, "Y"), ({"flag": "X"}, "F"), ({"flag": "X", "not_a_quote": "F"}, "X")],
)
def test_the_settings_file_is_read_when_the_window_opens(qapp, tmp_path, own, cap):
    settings = Settings(tmp_path / "settings.toml")
    settings.choose("keys", own)
    settings.save()
    frame = Frame(tmp_path)
    assert frame.desktop.keymap.cap("flag") == cap
    assert frame.window.panel.flag.accessibleDescription() == f"Key: {cap}"
    assert frame.application.menus.actions["flag"].text() == f"Flag or unflag\t{cap}"
    frame.close()
    assert Settings.load(settings.path)["keys"] == own, "what can't be used is kept for another day"
