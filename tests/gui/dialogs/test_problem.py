"""A project that can't be used: the sentence stands there until it was read."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from gui.dialogs.problem import Problem
from gui.theme import Theme
from tests.gui.looks import click, shown

TOLD = "work.qdesk was made by a newer Quotedesk. Nothing was changed. Please install the newest version."


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, Problem(TOLD, Theme()))


def test_it_says_the_sentence_in_full(dialog):
    assert dialog.windowTitle() == "The project can't be used"
    assert dialog.sentence.text() == TOLD
    assert dialog.sentence.height() >= dialog.sentence.heightForWidth(dialog.sentence.width())


def test_close_closes_it(dialog):
    click(dialog.findChild(QPushButton))
    assert not dialog.isVisible()


def test_escape_closes_it(dialog):
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
