"""The import dialog: it shows what would come in, and asks what has to be known."""

import csv
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

from core.formats.problems import Problems
from gui.dialogs.import_ import Import
from gui.theme import Theme
from tests.gui.looks import click, shown

LINE = '{"id": "a", "text": "“Yes,” Ana said.", "speakers": [{"id": "s", "name": "Ana"}], "quotes": [{"start": 0, "end": 6, "kind": "direct"}]}\n'


@pytest.fixture
def quoted(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text(LINE, encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    with path.open("w", newline="", encoding="utf-8") as out:
        csv.writer(out).writerows([("nr", "Kopf", "Wortlaut"), ("1", "A title", "Some words"), ("2", "", "")])
    return path


@pytest.fixture
def ask(qtbot):
    def made(*paths, theme="light"):
        dialog = shown(qtbot, Import(list(paths), "ana", Theme(theme)))
        qtbot.waitUntil(lambda: not dialog._looking.isActive())
        return dialog

    return made


def rows(dialog):
    samples = dialog.samples
    return [[samples.item(row, place).text() for place in range(5)] for row in range(samples.rowCount())]


def test_what_would_come_in_is_shown(ask, quoted, tmp_path):
    dialog = ask(quoted, tmp_path / "missing.html")
    assert dialog.kinds.text() == "1 file: Quotedesk dataset (JSON Lines); 1 file: in no format that can be read"
    assert rows(dialog) == [["a", "“Yes,” Ana said.", "3", "1", "1"]]
    assert dialog.troubles.toPlainText() == "missing.html: there is no such file"
    assert str(tmp_path / "missing.html") in dialog.troubles.toolTip()
    assert dialog.sign.isVisible()
    assert not dialog.columns.isVisible()


def test_the_button_says_how_many_come_in_once_that_is_known(ask, qtbot, quoted, tmp_path):
    pages = [tmp_path / f"{name}.html" for name in "ab"]
    for page in pages:
        page.write_text("<html><body><p>" + "Some words. " * 30 + "</p></body></html>", "utf-8")
    dialog = ask(*pages)
    assert (dialog.add.text(), dialog.sign.isVisible()) == ("Add 2 articles", False)
    assert ask(quoted).add.text() == "Add articles"


def test_quotes_become_annotations_of_somebody_or_suggestions(ask, quoted):
    dialog = ask(quoted)
    assert (dialog.reading.annotator, dialog.reading.as_suggestions) == ("ana", False)
    dialog.name.setFocus()
    dialog.name.selectAll()
    QTest.keyClicks(dialog.name, "  bo ")
    assert dialog.reading.annotator == "bo"
    dialog.name.clear()
    assert dialog.reading.annotator == "ana"
    dialog.as_annotations.setFocus()
    QTest.keyClick(dialog.as_annotations, Qt.Key.Key_Right)
    assert (dialog.as_suggestions.isChecked(), dialog.reading.as_suggestions, dialog.name.isEnabled()) == (
        True,
        True,
        False,
    )


def test_without_quotes_there_is_nothing_to_choose(ask, table):
    dialog = ask(table)
    assert not any(
        part.isEnabled() for part in (dialog.asked, dialog.as_annotations, dialog.as_suggestions, dialog.name)
    )


def test_the_text_of_a_table_is_chosen_by_keys_and_the_preview_follows(qtbot, ask, table):
    dialog = ask(table)
    assert dialog.columns.isVisible()
    assert rows(dialog) == []
    assert "has no column for the text" in dialog.troubles.toPlainText()
    dialog.samples.setFocus()
    for _ in range(20):
        if dialog.columns.fields["text"].hasFocus():
            break
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    for _ in range(3):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not dialog._looking.isActive())
    assert [row[1] for row in rows(dialog)] == ["Some words"]
    assert "row 3: has no text in the column Wortlaut" in dialog.troubles.toPlainText()
    QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
    assert (dialog.isVisible(), dialog.result()) == (False, 1)
    lines = list(dialog.preview.lines(Problems(), dialog.reading))
    assert [line.document.text for line in lines] == ["Some words"]


@pytest.mark.parametrize(("part", "ends"), [("add", 1), ("cancel", 0)])
def test_add_and_cancel_end_it_and_the_looking(qtbot, quoted, part, ends):
    dialog = shown(qtbot, Import([quoted], "ana", Theme()))
    click(getattr(dialog, part))
    assert (dialog.isVisible(), dialog.result(), dialog._looking.isActive()) == (False, ends, False)


def test_escape_adds_nothing(ask, quoted):
    dialog = ask(quoted)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert (dialog.isVisible(), dialog.result()) == (False, 0)


def test_a_folder_is_listed_before_it_can_be_added(qtbot, tmp_path, quoted):
    dialog = Import([tmp_path], "ana", Theme())
    assert not dialog.add.isEnabled()
    shown(qtbot, dialog)
    qtbot.waitUntil(dialog.add.isEnabled)
    qtbot.waitUntil(lambda: not dialog._looking.isActive())
    assert len(rows(dialog)) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_fits_into_a_small_window_and_nothing_lies_over_anything(ask, quoted, table, tmp_path, theme):
    other = tmp_path / "other.csv"
    other.write_text("x,y\n1,2\n", encoding="utf-8")
    pages = [
        tmp_path / f"page{n}{suffix}"
        for n in range(3)
        for suffix in (".html", ".md", ".xml", ".docx", ".epub", ".json")
    ]
    for page in pages:
        page.write_text("<p>" + "It rains in the valley. " * 9 + "</p>", encoding="utf-8")
    dialog = ask(quoted, table, other, *pages, theme=theme)
    dialog.repaint()
    assert dialog.width() <= 1024
    assert dialog.height() <= 700
    parts = [dialog.kinds, dialog.samples, dialog.columns, dialog.troubles, dialog.name, dialog.add]
    for above, below in pairwise(parts):
        assert above.geometry().bottom() < below.geometry().top()
    assert dialog.kinds.height() >= dialog.kinds.heightForWidth(dialog.kinds.width())
    assert dialog.rect().contains(dialog.add.geometry())


def test_every_control_has_a_name(ask, quoted):
    dialog = ask(quoted)
    for kind in (QAbstractButton, QComboBox, QLineEdit):
        for control in dialog.findChildren(kind):
            assert control.accessibleName() or control.text() or control.objectName().startswith("qt_")
    named: list[QWidget] = [dialog.samples, dialog.troubles]
    assert all(each.accessibleName() for each in named)
