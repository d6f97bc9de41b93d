"""Sentences about an import: they scroll, and can be copied."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.dialogs.told import MOST, Outcome, ToldList, by_name
from gui.theme import Theme
from tests.gui.looks import click, shown


def test_many_sentences_scroll_in_the_same_room(qtbot):
    told = shown(qtbot, ToldList("Troubles"), 400, 76)
    height = told.height()
    told.show_sentences([], "Nothing is wrong.")
    assert (told.toPlainText(), told.accessibleDescription()) == ("Nothing is wrong.", "Nothing is wrong.")
    told.show_sentences([f"Sentence {n}." for n in range(30)])
    assert told.height() == height
    assert told.verticalScrollBar().maximum() > 0
    told.verticalScrollBar().setValue(3)
    told.show_sentences([f"Sentence {n}." for n in range(30)])
    assert told.verticalScrollBar().value() == 3


def test_a_hundred_thousand_are_cut(qtbot):
    told = shown(qtbot, ToldList("Troubles"))
    told.show_sentences([f"Sentence {n}." for n in range(100_000)])
    assert told.document().blockCount() == MOST + 1
    assert told.toPlainText().endswith("And 99,000 more.")


def test_it_can_be_read_and_copied_but_not_changed(qtbot):
    told = shown(qtbot, ToldList("Troubles"))
    told.show_sentences(["One.", "Two."])
    told.setFocus()
    QTest.keyClicks(told, "x")
    QTest.keyClick(told, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(told, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "One.\nTwo."


def test_the_outcome_is_copied_and_closed(qtbot):
    window = shown(qtbot, QWidget(), 800, 600)
    outcome = Outcome("12 articles added", "2 were left out.", ["a: is empty", "b: is empty"], Theme(), window)
    outcome.show()
    assert (outcome.windowTitle(), outcome.said.text()) == ("12 articles added", "2 were left out.")
    click(outcome.copy)
    assert QGuiApplication.clipboard().text() == "a: is empty\nb: is empty"
    assert outcome.isVisible()
    with qtbot.waitSignal(outcome.destroyed):
        QTest.keyClick(outcome, Qt.Key.Key_Return)


def test_a_sentence_about_a_file_names_it_without_its_folder():
    folders = [Path("/a"), Path("/a/b"), Path("/c")]
    assert by_name(f"{Path('/a/b/x.csv')}, row 7: has no text", folders) == "x.csv, row 7: has no text"
    assert by_name("2 articles have no date", folders) == "2 articles have no date"
