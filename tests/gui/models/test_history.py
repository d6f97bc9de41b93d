"""Last changes: a line a step, without those of the labelling job."""

import re

import pytest
from PySide6.QtCore import QModelIndex, Qt

from core.model.overview import HistoryRow
from gui.models.history import ROW, STEP, HistoryModel, can_revert, clock


def step(revision, code, **fields):
    return HistoryRow(revision=revision, at="2024-05-09T12:32:00+00:00", annotator="ana", code=code, **fields)


ROWS = [
    step(5, "undo", words={"code": "flag"}, quote_id="q1"),
    step(4, "flag", quote_id="q1", undone=True),
    step(3, "accept", words={"quote": "9", "speaker": "Ana Ruiz"}, quote_id="q2"),
    step(2, "label", words={"count": "12"}),
    step(1, "import", words={"count": "1"}),
]


@pytest.fixture
def model():
    made = HistoryModel()
    made.number_of = lambda quote_id: {"q1": "4", "q2": "5"}.get(quote_id, "")
    made.show_rows(ROWS)
    return made


def picture(model):
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_steps_are_told_newest_first_without_the_labelling(model):
    assert picture(model) == ["#4 undone: flagged", "#4 flagged", "#9 checked: Ana Ruiz", "Articles added: 1"]


def test_a_row_gives_its_parts_its_record_and_a_sentence(model):
    index = model.index(2, 0)
    assert (index.data(STEP).strong, index.data(ROW)) == ("Ana Ruiz", ROWS[2])
    spoken = model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert re.fullmatch(r"\d\d:\d\d, #4 flagged, undone", spoken)
    assert index.data(Qt.ItemDataRole.ToolTipRole).endswith(", #9 checked: Ana Ruiz")
    assert index.data(Qt.ItemDataRole.DecorationRole) is None
    assert model.data(QModelIndex()) is None
    assert model.rowCount(index) == 0


def test_the_list_is_only_reset_by_other_steps(model, qtbot):
    with qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(list(ROWS))
    with qtbot.waitSignal(model.modelReset, timeout=1000):
        model.show_rows(ROWS[1:])
    assert len(picture(model)) == 3


def test_only_decisions_that_hold_can_be_taken_back():
    assert [row.revision for row in ROWS if can_revert(row)] == [3]


def test_the_clock_needs_a_time():
    assert clock("yesterday") == ""
    assert re.fullmatch(r"\d\d:\d\d", clock("2024-05-09T12:32:00+00:00"))


def test_a_quote_that_has_another_number_now_is_told_of_by_it(model, qtbot):
    model.number_of = lambda quote_id: {"q1": "3", "q2": "4"}.get(quote_id, "")
    with qtbot.waitSignal(model.dataChanged, timeout=1000), qtbot.assertNotEmitted(model.modelReset):
        model.show_rows(list(ROWS))
    assert picture(model) == ["#3 undone: flagged", "#3 flagged", "#9 checked: Ana Ruiz", "Articles added: 1"]
    with qtbot.assertNotEmitted(model.dataChanged):
        model.show_rows(list(ROWS))
