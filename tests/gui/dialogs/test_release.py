import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from core.model.overview import ReleaseRow
from gui.dialogs.release import SHOWN, Release
from gui.theme import Theme
from tests.gui.looks import click, shown

KNOWN = [
    ReleaseRow(id=n, name=f"r{n}", at=f"2026-0{n}-01T00:00:00.000Z", annotator="ana", articles=n, quotes=9)
    for n in range(1, 10)
]


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, Release(KNOWN, Theme()))


def test_a_release_needs_a_name(dialog):
    assert not dialog.freeze.isEnabled()
    QTest.keyClicks(dialog.field, "  ")
    assert not dialog.freeze.isEnabled()
    QTest.keyClicks(dialog.field, "2026-11 ")
    assert dialog.name == "2026-11"
    click(dialog.freeze)
    assert dialog.result() == 1


def test_escape_freezes_nothing(dialog):
    QTest.keyClicks(dialog.field, "x")
    QTest.keyClick(dialog.field, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.result()) == (False, 0)


def test_the_newest_releases_are_shown(dialog):
    notes = [label.text() for label in dialog.findChildren(QLabel) if label.text().startswith("r")]
    assert len(notes) == SHOWN
    assert notes[-1] == "r9: 2026-09-01, 9 articles, 9 quotes"
