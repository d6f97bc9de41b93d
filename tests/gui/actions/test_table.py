"""Conformance: every action has an id of its own, free keys, a place in a menu, and does something when asked."""

from collections import Counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.actions.action import Menu, Where, clashes
from gui.actions.table import BY_ID, TABLE, sheet
from tests.gui.frame import settled

ASKING = ("new_project", "open_project", "add_articles", "export", "settings", "keys", "keys_by_sign", "about")


def settle(frame):
    """Everything a person could see or find in the file afterwards."""
    settled(frame)
    models, window = frame.models, frame.window
    return (
        models.selection.document_id,
        models.selection.quote_id,
        models.selection.candidate,
        models.selection.mode,
        tuple(models.article.quotes),
        models.article.state,
        frame.view.zoom,
        frame.application.theme.name,
        frame.desktop.settings["theme"],
        QApplication.focusWidget(),
        window.queue.isVisible(),
        window.isVisible(),
        frame.desktop.bridge.path,
        len(frame.told),
    )


def test_ids_are_unique_and_titles_are_words():
    assert [name for name, count in Counter(action.id for action in TABLE).items() if count > 1] == []
    assert all(action.title and action.title[0].isupper() and "!" not in action.title for action in TABLE)
    assert all(isinstance(action.menu, Menu) for action in TABLE)


def test_no_key_is_claimed_twice():
    assert clashes(TABLE) == []


def test_no_key_uses_alt_and_only_movement_repeats():
    assert not any("alt" in key.casefold() for action in TABLE for key in action.keys)
    assert all(action.menu is Menu.VIEW for action in TABLE if action.repeats)


@pytest.mark.parametrize("action", TABLE, ids=lambda action: action.id)
def test_every_action_does_something(frame, action):
    prepared = {
        "undo": ["enter"],
        "redo": ["enter", "ctrl+z"],
        "previous_quote": ["right"],
        "previous_candidate": ["down"],
        "previous_article": ["ctrl+pgdown"],
        "back": ["f6"],
        "reopen": ["ctrl+pgdown", "enter", "ctrl+enter", "ctrl+pgdown"],
        "zoom_fit": ["ctrl+="],
        "kind_direct": ["i"],
    }
    frame.press(*prepared.get(action.id, []))
    if action.id == "theme_light":
        frame.application.menus.run("theme_dark")
    seen = []
    before = settle(frame)
    frame.application.menus.refresh()
    assert frame.application.menus.actions[action.id].isEnabled()
    if action.id in ASKING:
        QTimer.singleShot(0, lambda: answer(seen))
    frame.application.menus.run(action.id)
    assert seen or settle(frame) != before


def answer(seen):
    """Close the dialog that an action opened."""
    dialog = QApplication.activeModalWidget()
    seen.append(dialog.windowTitle())
    dialog.reject()


def test_keys_are_found_by_id():
    assert BY_ID["accept"].keys[0] == "Return"
    assert BY_ID["accept"].where is Where.TEXT


def test_the_sheet_has_every_key_and_the_digits_once():
    rows = sheet()
    caps = [key for entries in rows.values() for keys, _ in entries for key in keys]
    assert {"1–9", "?", "F1", "Ctrl Enter", "Shift Tab", "Space"} <= set(caps)
    assert not any(key in caps for key in ("5", "7"))
    assert list(rows) == ["Decide", "Move", "Correct", "Mark", "Frame"]
