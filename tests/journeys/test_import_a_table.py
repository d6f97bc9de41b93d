"""A table with columns that nobody could guess: the person says which is the text, by keys, and has the articles."""

import csv

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.dialogs import progress
from gui.dialogs.import_ import Import
from gui.dialogs.progress import Progress
from tests.gui.frame import drop
from tests.support.projects import dump

HEADING = ("lfd_nr", "Überschrift", "Wortlaut", "Blatt")


class Person:
    """Sees one dialog after another and works on it by keys."""

    def __init__(self, *acts):
        self._acts = list(acts)
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self):
        dialog = QApplication.activeModalWidget()
        if self._acts and isinstance(dialog, self._acts[0][0]) and dialog.isVisible() and self._acts[0][1](dialog):
            self._acts.pop(0)

    def has_done_all(self):
        self._timer.stop()
        return not self._acts


def choose_text(dialog):
    """Once the preview stands, Tab to the list of the text, take its third column, and press Enter."""
    if dialog._looking.isActive():
        return False
    field = dialog.columns.fields["text"]
    if field.currentIndex() == 0:
        assert dialog.samples.rowCount() == 0
        for _ in range(30):
            if field.hasFocus():
                break
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        for _ in range(3):
            QTest.keyClick(field, Qt.Key.Key_Down)
        return False
    assert dialog.samples.rowCount() == 8
    QTest.keyClick(field, Qt.Key.Key_Return)
    return True


def escape(dialog):
    """Wait until some articles are in the transaction, and press Escape."""
    count = dialog.told.text().partition(" ")[0]
    if not count.isdecimal() or int(count) < 20:
        return False
    QTest.keyClick(dialog.cancel, Qt.Key.Key_Escape)
    return True


@pytest.fixture
def table(frame):
    path = frame.folder / "archive.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        rows = ((n, f"Title {n}", f"“It is {n} o’clock,” Ana Ruiz said.", "Post") for n in range(300))
        csv.writer(out, delimiter=";").writerows([HEADING, *rows])
    frame.application.jobs.label = lambda *given, **named: None
    return path


def test_a_table_with_odd_columns_becomes_articles(frame, table):
    person = Person((Import, choose_text))
    drop(frame.window, [table])
    frame.settle()
    assert person.has_done_all()
    assert len(frame.models.watch.documents.rows) == 302
    assert frame.models.article.text == "“It is 0 o’clock,” Ana Ruiz said."
    assert frame.stored().document.text == frame.models.article.text
    assert frame.told[-1].startswith("300 articles added.")


def test_what_is_cancelled_half_way_leaves_the_project_as_it_was(frame, table, monkeypatch):
    monkeypatch.setattr(progress, "PATIENCE", 0)
    path = frame.desktop.bridge.path
    before = dump(path)
    person = Person((Import, choose_text), (Progress, escape))
    drop(frame.window.queue, [table])
    frame.settle()
    assert person.has_done_all()
    assert frame.told[-1] == "Nothing was added."
    assert dump(path) == before
    assert len(frame.models.watch.documents.rows) == 2
    frame.press("enter")  # and one goes on working
    assert dump(path) != before
