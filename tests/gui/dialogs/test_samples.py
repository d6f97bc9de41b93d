"""The first articles of an import."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from gui.dialogs.samples import HEADINGS, Samples
from gui.models.import_preview import MOST_ROWS, Row
from gui.theme import Theme
from tests.gui.looks import seen, shown

ROWS = [Row(f"Article {n}", "“Yes,” she said.", 1200 + n, n, 2) for n in range(MOST_ROWS)]


def words(samples):
    return [
        [samples.item(row, place).text() for place in range(samples.columnCount())] for row in range(samples.rowCount())
    ]


def test_each_article_has_a_row_and_all_of_them_are_seen(qtbot):
    samples = shown(qtbot, Samples(Theme()))
    samples.show_rows(ROWS)
    assert words(samples)[1] == ["Article 1", "“Yes,” she said.", "1,201", "1", "2"]
    assert [samples.horizontalHeaderItem(place).text() for place in range(5)] == list(HEADINGS)
    last = samples.visualItemRect(samples.item(MOST_ROWS - 1, 4))
    assert samples.viewport().rect().contains(last)
    samples.show_rows(ROWS[:1])
    assert len(words(samples)) == 1


def test_what_stays_the_same_keeps_the_current_row(qtbot):
    samples = shown(qtbot, Samples(Theme()))
    samples.show_rows(ROWS[:3])
    samples.setFocus()
    QTest.keyClick(samples, Qt.Key.Key_Down)
    QTest.keyClick(samples, Qt.Key.Key_Down)
    here = samples.currentRow()
    samples.show_rows(ROWS[:3])
    samples.show_rows(ROWS)
    assert here == samples.currentRow() > 0


def test_the_current_row_has_a_ring_while_the_table_has_the_keys_and_tab_leaves(qtbot):
    theme = Theme()
    window = QWidget()
    column = QVBoxLayout(window)
    samples, field = Samples(theme), QLineEdit()
    column.addWidget(samples)
    column.addWidget(field)
    shown(qtbot, window)
    samples.show_rows(ROWS)
    samples.setCurrentCell(1, 0)
    samples.setFocus()
    accent = theme.colour("accent").name()
    assert seen(samples.viewport())[accent] > 300
    QTest.keyClick(samples, Qt.Key.Key_Tab)
    assert field.hasFocus()
    assert seen(samples.viewport())[accent] == 0


def test_it_is_not_changed_by_typing(qtbot):
    samples = shown(qtbot, Samples(Theme()))
    samples.show_rows(ROWS)
    samples.setCurrentCell(0, 0)
    samples.setFocus()
    QTest.keyClicks(samples, "xyz")
    QTest.keyClick(samples, Qt.Key.Key_F2)
    assert words(samples)[0][0] == "Article 0"
    assert samples.accessibleName() == "The first articles"
