"""Help shows the sheet of keys and what this program is."""

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from gui.actions.help import ACTIONS
from gui.key_cap import KeyCap


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
