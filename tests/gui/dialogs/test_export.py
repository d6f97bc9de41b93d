"""Export: which quotes, which format, which file."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton, QRadioButton

from gui.dialogs.export import Export
from gui.theme import Theme
from tests.gui.looks import click, shown

FORMATS = [("jsonl", "Quotes, JSON Lines", ".jsonl"), ("csv", "Table", ".csv")]


@pytest.fixture
def dialog(qtbot, tmp_path):
    return shown(qtbot, Export(FORMATS, tmp_path / "my talks.jsonl", Theme()))


def press(dialog, words):
    click(next(button for button in dialog.findChildren(QPushButton) if button.text() == words))


def test_at_first_it_is_the_checked_quotes_in_the_first_format_beside_the_project(dialog, tmp_path):
    assert (dialog.which, dialog.format, dialog.out) == ("checked", "jsonl", tmp_path / "my talks.jsonl")


def test_another_format_has_its_ending(dialog, tmp_path):
    dialog.formats.setFocus()
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert (dialog.format, dialog.out) == ("csv", tmp_path / "my talks.csv")


def test_without_a_file_there_is_no_ending_to_change(dialog):
    dialog.file.clear()
    QTest.keyClick(dialog.formats, Qt.Key.Key_Down)
    assert dialog.file.text() == ""


@pytest.mark.parametrize(("place", "which"), [(0, "checked"), (1, "complete"), (2, "all")])
def test_one_of_three_is_chosen_by_a_click(dialog, place, which):
    click(dialog.findChildren(QRadioButton)[place])
    assert dialog.which == which
    dialog.choose("complete")
    assert dialog.which == "complete"


@pytest.mark.parametrize(("chosen", "out"), [("/data/out.jsonl", "/data/out.jsonl"), ("", "my talks.jsonl")])
def test_the_file_can_be_chosen_or_stays(dialog, monkeypatch, tmp_path, chosen, out):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda parent, title, start: (chosen, ""))
    press(dialog, "Choose…")
    assert dialog.out == tmp_path / out
    assert dialog.isVisible()


def test_a_typed_file_is_taken_without_blanks_around_it(dialog):
    dialog.file.selectAll()
    QTest.keyClicks(dialog.file, "  /data/out.jsonl ")
    assert dialog.out == Path("/data/out.jsonl")


@pytest.mark.parametrize(("words", "ends"), [("Export", 1), ("Cancel", 0)])
def test_export_and_cancel_end_it(dialog, words, ends):
    press(dialog, words)
    assert (dialog.isVisible(), dialog.result()) == (False, ends)


def test_the_fields_are_named(dialog):
    assert (dialog.formats.accessibleName(), dialog.file.accessibleName()) == ("Format", "File")
