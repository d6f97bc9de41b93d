"""Help: the palette does what is typed, keys can be changed and are shown, and what this program is."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.settings import Settings
from gui.actions import help as room
from gui.actions.help import ACTIONS
from gui.actions.table import TABLE
from gui.dialogs.keys import Keys
from gui.key_cap import KeyCap
from gui.models.palette import ENTRY
from gui.views.command_palette import CommandPalette
from tests.gui.answers import answer


def shown_by(act):
    """Return what stands in the dialog that an act opens."""
    seen = {}

    def read():
        dialog = QApplication.activeModalWidget()
        seen["title"] = dialog.windowTitle()
        seen["words"] = [label.text() for label in dialog.findChildren(QLabel)]
        seen["caps"] = len(dialog.findChildren(KeyCap))
        dialog.reject()

    QTimer.singleShot(0, read)
    act()
    return seen


@pytest.mark.parametrize("key", ["f1", "?"])
def test_the_sheet_opens_by_key(frame, key):
    shown = shown_by(lambda: frame.press(key))
    assert shown["title"] == "All keys"
    assert {"Decide", "Move", "Undo", "Pick the speaker and go on", "Not a quote"} <= set(shown["words"])
    assert shown["caps"] > 30


def test_what_this_program_is(frame):
    shown = shown_by(lambda: frame.application.menus.run("about"))
    assert shown["title"] == "About Quotedesk"
    assert any("Apache License 2.0" in words for words in shown["words"])


def test_help_can_always_be_had(start):
    assert all(action.enabled(start.desktop) for action in ACTIONS)


def ask_for(frame, words, *keys):
    """Open the palette by key, type some words and press keys."""

    def act(dialog):
        QTest.keyClicks(dialog.field, words)
        for key in keys:
            QTest.keyClick(dialog.field, key)

    answer(act, CommandPalette)
    frame.press("ctrl+k", on=frame.window.focusWidget())
    awake(frame)


def awake(frame):
    """Make the window the active one again: on this platform it does not become so by itself after a dialog."""
    frame.window.activateWindow()
    frame.settle()


def entries(frame):
    """Return the entries of the palette by id."""
    found = {}

    def read(dialog):
        model = dialog.list.model()
        rows = (model.index(row, 0).data(ENTRY) for row in range(model.rowCount()))
        found.update({entry.id: entry for entry in rows})

    answer(read, CommandPalette)
    room.show_palette(frame.desktop)
    awake(frame)
    return found


def test_the_palette_does_what_is_typed(frame):
    ask_for(frame, "flag or", Qt.Key.Key_Return)
    assert frame.quote(1).flagged
    assert frame.view.hasFocus()


def test_the_palette_begins_what_goes_on_elsewhere(frame):
    ask_for(frame, "type a name", Qt.Key.Key_Return)
    assert frame.window.panel.name_box.hasFocus()
    ask_for(frame, "next quote", Qt.Key.Key_Return)
    assert frame.at == 2


def test_who_leaves_the_palette_has_done_nothing(frame):
    ask_for(frame, "flag or", Qt.Key.Key_Escape)
    ask_for(frame, "zzz", Qt.Key.Key_Return)
    ask_for(frame, "redo", Qt.Key.Key_Return)
    assert not frame.quote(1).flagged
    assert (frame.at, frame.told, frame.models.watch.history.rows) == (1, [], [])


def test_the_palette_has_every_action_and_greys_what_can_not_be_done(frame):
    found = entries(frame)
    assert set(found) == {action.id for action in TABLE} - {"palette", "keys_by_sign"}
    assert (found["accept"].enabled, found["undo"].enabled, found["accept"].cap) == (True, False, "Enter")
    assert found["undo"].group == "Edit"


def test_the_palette_works_without_a_project(start):
    found = entries(start)
    assert found["open_project"].enabled
    assert not found["accept"].enabled
    ask_for(start, "accept", Qt.Key.Key_Return)
    assert start.told == []


def change_keys(frame, act):
    answer(act, Keys)
    room.change_keys(frame.desktop)


def give(dialog, action_id, key, modifiers=Qt.KeyboardModifier.NoModifier):
    row = next(place for place, row in enumerate(dialog.model.rows) if row.id == action_id)
    dialog.table.selectRow(row)
    QTest.keyClick(dialog.field, key, modifiers)


def test_a_key_of_ones_own_acts_at_once_is_shown_everywhere_and_kept(frame):
    change_keys(frame, lambda dialog: (give(dialog, "flag", "y"), dialog.accept()))
    awake(frame)
    frame.press("y")
    assert frame.quote(1).flagged
    assert Settings.load(frame.desktop.settings.path)["keys"] == {"flag": "Y"}
    assert frame.window.panel.flag.accessibleDescription() == "Key: Y"
    assert entries(frame)["flag"].cap == "Y"
    sheet = {}
    QTimer.singleShot(0, lambda: sheet.update(caps=caps_of(QApplication.activeModalWidget())))
    room.show_keys(frame.desktop)
    assert "Y" in sheet["caps"]


def caps_of(dialog):
    caps = [cap.accessibleName() for cap in dialog.findChildren(KeyCap)]
    dialog.reject()
    return caps


def test_keys_that_were_given_before_stand_in_the_table_and_can_be_taken_back(frame):
    frame.desktop.keymap.use({"flag": "Y"})
    rows = {}

    def act(dialog):
        rows.update({row.id: row for row in dialog.model.rows})
        dialog.defaults.click()
        dialog.accept()

    change_keys(frame, act)
    assert (rows["flag"].keys, rows["flag"].default, rows["accept"].keys) == (("Y",), ("F",), ("Return", "Enter"))
    assert frame.desktop.keymap.cap("flag") == "F"
    assert Settings.load(frame.desktop.settings.path)["keys"] == {}


def test_who_cancels_keeps_the_old_keys(frame):
    change_keys(frame, lambda dialog: (give(dialog, "flag", "y"), dialog.reject()))
    assert (frame.desktop.keymap.cap("flag"), frame.desktop.settings["keys"]) == ("F", {})


def test_the_key_of_another_action_is_refused_in_the_real_table(frame):
    told = []

    def act(dialog):
        for key, modifiers in (("x", Qt.KeyboardModifier.NoModifier), ("z", Qt.KeyboardModifier.ControlModifier)):
            give(dialog, "flag", key, modifiers)
            told.append(dialog.told.text())
        dialog.accept()

    change_keys(frame, act)
    assert told[0].startswith("X is the key of “Not a quote”.")
    assert told[1].startswith("Ctrl Z is the key of “Undo”.")
    assert frame.desktop.settings["keys"] == {}


def test_keys_that_can_not_be_kept_hold_for_now_and_that_is_said(frame):
    (frame.folder / "file").write_text("in the way")
    frame.desktop.settings.path = frame.folder / "file" / "settings.toml"
    change_keys(frame, lambda dialog: (give(dialog, "flag", "y"), dialog.accept()))
    assert "They hold until you close the program." in frame.told[-1]
    assert frame.desktop.keymap.cap("flag") == "Y"
