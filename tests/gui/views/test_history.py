"""Last changes: a click shows the quote, the arrow or Enter takes a step back."""

import pytest
from msgspec import structs
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from core.model.overview import HistoryRow
from gui.models.history import HistoryModel
from gui.theme import Theme
from gui.views.history import HEIGHT, History, arrow_of
from tests.gui.looks import click, point_at_row, row_rect, seen, shown


def row(revision, code, quote_id=None, **words):
    at = f"2026-05-09T12:0{revision}:00+00:00"
    return HistoryRow(
        revision=revision, at=at, annotator="ana", code=code, words=words, document_id="seed", quote_id=quote_id
    )


ROWS = [
    row(4, "accept", "q3", quote="3", speaker="Lavrov"),
    structs.replace(row(3, "assign", "q2", quote="2", speaker="Lukashenko", before="Lavrov"), undone=True),
    row(2, "complete"),
    row(1, "import", count="2"),
]


@pytest.fixture
def history(qtbot):
    model = HistoryModel()
    made = History(model, Theme())
    made.model, made.heard = model, []
    made.revert_asked.connect(made.heard.append)
    made.quote_asked.connect(lambda *pair: made.heard.append(pair))
    model.show_rows(ROWS)
    return shown(qtbot, made, 372, 220)


def click_arrow(history, number):
    click(history.list.viewport(), arrow_of(row_rect(history.list, number)).center())


def click_words(history, number):
    click(history.list.viewport(), row_rect(history.list, number).topLeft() + QPoint(80, 10))


def test_the_arrow_takes_one_step_back(history):
    click_arrow(history, 0)
    click_arrow(history, 2)
    assert history.heard == [4, 2]


def test_what_is_undone_or_came_by_itself_has_no_arrow(history):
    click_arrow(history, 1)
    click_arrow(history, 3)
    assert history.heard == []
    arrows = [arrow_of(row_rect(history.list, number)) for number in range(4)]
    inked = [len(seen(history.list.viewport(), arrow.adjusted(4, 2, -4, -2))) > 3 for arrow in arrows]
    assert inked == [True, False, True, False]


def test_a_click_on_the_words_shows_the_quote_and_takes_nothing_back(history):
    click_words(history, 0)
    click_words(history, 1)
    click_words(history, 2)
    assert history.heard == [("seed", "q3"), ("seed", "q2")]


def test_a_double_click_on_the_words_takes_nothing_back(history):
    at = row_rect(history.list, 0).topLeft() + QPoint(80, 10)
    QTest.mouseDClick(history.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert 4 not in history.heard


def test_enter_takes_the_current_step_back(history):
    click_words(history, 0)
    history.list.setFocus()
    QTest.keyClick(history.list, Qt.Key.Key_Return)
    assert history.heard == [("seed", "q3"), 4]


def test_what_is_undone_is_faint(history):
    ink = [seen(history.list.viewport(), row_rect(history.list, number))["#1c1f24"] for number in range(4)]
    assert ink[1] == 0
    assert min(ink[0], ink[2], ink[3]) > 0


def test_the_row_with_the_keys_has_the_ring_and_the_one_pointed_at_is_lit(history):
    history.list.setCurrentIndex(history.model.index(0))
    history.list.setFocus()
    point_at_row(history.list, 2)
    area = row_rect(history.list, 0)
    assert area.height() == HEIGHT
    assert seen(history.list.viewport(), QRect(area.x(), area.y(), area.width(), 3))["#4449c4"] > 200
    assert seen(history.list.viewport(), row_rect(history.list, 2))["#eceae5"] > 2000
