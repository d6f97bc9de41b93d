"""What this is, and under which terms."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.dialogs import about
from gui.theme import Theme
from tests.gui.looks import shown


def test_it_tells_version_and_licences(qtbot):
    dialog = shown(qtbot, about.About(Theme()))
    told = " ".join(label.text() for label in dialog.findChildren(QLabel))
    for words in (f"Version {version('quotedesk')}.", "Apache License 2.0", "LGPL 3", "SIL Open Font License"):
        assert words in told


def test_enter_closes_it(qtbot):
    dialog = shown(qtbot, about.About(Theme()))
    with qtbot.waitSignal(dialog.accepted):
        QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert not dialog.isVisible()
