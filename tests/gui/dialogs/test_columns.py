"""Which column is which, chosen by keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.dialogs.columns import CAPTIONS, Columns
from gui.models.import_preview import Table
from gui.theme import Theme
from tests.gui.looks import shown

HEADING, OTHER = ("nr", "Kopf", "Wortlaut"), ("id", "text")


def table(name, heading, **columns):
    return Table((Path(name),), heading, {field: columns.get(field, "") for field in CAPTIONS})


@pytest.fixture
def columns(qtbot):
    made = shown(qtbot, Columns(Theme()))
    made.told = []
    made.chosen.connect(lambda heading, chosen: made.told.append((heading, {f: c for f, c in chosen.items() if c})))
    return made


def test_every_field_of_an_article_has_a_list():
    from core.formats.table.foreign import FIELDS

    assert set(CAPTIONS) == set(FIELDS)


def test_what_was_found_is_chosen_already_and_a_missing_text_is_asked_for(columns):
    columns.show_tables([table("a.csv", HEADING, id="nr")])
    assert columns.fields["id"].currentText() == "nr"
    assert columns.fields["title"].currentText() == "None"
    assert columns.fields["text"].currentText() == "Choose…"
    assert columns.fields["text"].accessibleName() == "Column of the text"
    assert not columns.table.isEnabled()
    assert columns.told == []


def test_a_choice_is_told_with_all_others(columns):
    columns.show_tables([table("a.csv", HEADING, id="nr")])
    columns.fields["text"].setFocus()
    for _ in range(3):
        QTest.keyClick(columns.fields["text"], Qt.Key.Key_Down)
    assert columns.told[-1] == (HEADING, {"id": "nr", "text": "Wortlaut"})
    columns.fields["id"].setFocus()
    QTest.keyClick(columns.fields["id"], Qt.Key.Key_Up)
    assert columns.told[-1] == (HEADING, {"text": "Wortlaut"})


def test_each_table_keeps_its_choice(columns):
    tables = [table("a.csv", HEADING), table("b.csv", OTHER, text="text")]
    columns.show_tables(tables)
    QTest.keyClick(columns.fields["text"], Qt.Key.Key_Down)
    columns.table.setFocus()
    QTest.keyClick(columns.table, Qt.Key.Key_Down)
    assert columns.table.currentText() == "b.csv"
    assert columns.fields["text"].currentText() == "text"
    columns.show_tables(tables)
    QTest.keyClick(columns.table, Qt.Key.Key_Up)
    assert columns.fields["text"].currentText() == "nr"
    assert [heading for heading, _ in columns.told] == [HEADING]
    columns.show_tables([*tables, table("c.csv", ("x", "y"))])
    assert columns.table.count() == 3


def test_without_a_table_nothing_is_told(columns):
    columns.show_tables([])
    columns.fields["text"].addItems(["x", "y"])
    columns.fields["text"].setCurrentIndex(1)
    columns.table.addItem("x")
    assert columns.told == []
