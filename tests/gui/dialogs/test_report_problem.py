"""A fault of ours: the report can be read and copied."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gui.dialogs.report_problem import WORDS, ReportProblem, report
from gui.theme import Theme
from tests.gui.looks import click, shown


@pytest.fixture
def dialog(qtbot):
    return shown(qtbot, ReportProblem("Traceback: KeyError 'x'", Theme()))


def test_it_says_what_is_safe_and_shows_the_report(dialog):
    assert WORDS in [label.text() for label in dialog.findChildren(QLabel)]
    assert dialog.text.toPlainText() == report("Traceback: KeyError 'x'")
    assert dialog.text.accessibleName() == "Report"


def test_the_report_names_the_versions_that_matter():
    told = report("the fault")
    assert f"Python {sys.version.split()[0]}" in told
    assert "PySide6 " in told
    assert told.endswith("\n\nthe fault")


def test_copying_takes_all_of_it_and_leaves_the_dialog_open(dialog):
    QGuiApplication.clipboard().clear()
    click(dialog.copy)
    assert QGuiApplication.clipboard().text() == dialog.text.toPlainText()
    assert dialog.isVisible()
    click(dialog.close_button)
    assert not dialog.isVisible()


def test_the_report_can_not_be_changed(dialog):
    before = dialog.text.toPlainText()
    dialog.text.setFocus()
    QTest.keyClicks(dialog.text, "abc")
    assert dialog.text.toPlainText() == before
