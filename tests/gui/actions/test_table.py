"""Conformance: every action has an id of its own, free keys, a place in a menu, and does something when asked."""

from collections import Counter

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from gui.actions.action import Menu, Where, clashes
from gui.actions.keymap import with_own_keys
from gui.actions.table import TABLE, sheet
from tests.gui.frame import settled


def settle(frame):
    """Everything a person could see or find in the file afterwards."""
    settled(frame)
    frame.settle()
    models, window = frame.models, frame.window
    return (
        models.selection.document_id,
        models.selection.quote_id,
        models.selection.candidate,
        models.selection.mode,
        models.selection.edge,
        tuple(models.article.quotes),
        models.article.state,
        frame.view.zoom,
        frame.view.measure,
        (frame.view.hints.active, frame.view.caret.active),
        (window.queue.filtered.order, window.queue.filtered.show_only),
        (models.quotes.active, window.speakers.hint.isVisible()),
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
    assert all(action.menu is Menu.VIEW or action.part == "Edges" for action in TABLE if action.repeats)
    edges = {action.id: action.repeats for action in TABLE if action.part == "Edges"}
    assert not edges.pop("next_edge"), "which edge is live is chosen, not moved to"
    assert len(edges) == 6
    assert all(edges.values())


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
        "merge_hinted": ["n", *"Sergei Lavrov", "enter"],
        "keep_apart": ["n", *"Sergei Lavrov", "enter"],
    }
    for key in prepared.get(action.id, []):
        frame.press(key, on=QApplication.focusWidget() if frame.window.panel.name_box.hasFocus() else None)
    other = {"theme_light": "theme_dark", "order_import": "order_title", "show_all": "show_to_do"}.get(action.id)
    if other is not None:
        frame.application.menus.run(other)
    seen = []
    before = settle(frame)
    frame.application.menus.refresh()
    assert frame.application.menus.actions[action.id].isEnabled()
    QTimer.singleShot(0, lambda: answer(seen))
    frame.application.menus.run(action.id)
    assert seen or settle(frame) != before


def answer(seen):
    """Close the dialog that an action opened, if it did."""
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        seen.append(dialog.windowTitle())
        dialog.reject()


def test_enter_accepts_in_the_text():
    accept = next(action for action in TABLE if action.id == "accept")
    assert (accept.keys[0], accept.where) == ("Return", Where.TEXT)


def test_the_sheet_has_every_key_and_the_digits_once():
    rows = sheet()
    caps = [key for entries in rows.values() for keys, _ in entries for key in keys]
    assert {"1–9", "?", "F1", "Ctrl Enter", "Shift Tab", "Space"} <= set(caps)
    assert not any(key in caps for key in ("5", "7"))
    assert list(rows) == ["Decide", "Move", "Correct", "Mark", "Frame"]


def test_the_sheet_has_a_persons_own_keys():
    own = {"keys": "F2", "nobody": "Z", "not_a_quote": "Y", "pick_1": "Ctrl+1", "pick_4": ""}
    told = [(" ".join(caps), words) for entries in sheet(with_own_keys(TABLE, own)).values() for caps, words in entries]
    assert [caps for caps, words in told if words == "All keys"] == ["? F2"]
    assert [caps for caps, words in told if words.startswith("Not named")] == ["Z Ctrl 1–—"]
    assert [caps for caps, words in told if words.startswith("Not a quote:")] == ["Y Ctrl 1–5"]
    assert [caps for caps, words in told if words.startswith("Pick")] == ["Ctrl 1–9"]
