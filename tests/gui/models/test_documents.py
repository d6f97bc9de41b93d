"""The queue: rows re-read one by one, and counted."""

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt

from core.model.overview import DocumentRow, Progress
from core.model.terms import State
from gui.models.documents import ROW, DocumentsModel, place_and_date, spoken
from gui.models.queue_parts import Show

GAZETTE = {"source": "Gazette", "state": State.IN_WORK}
ROWS = (
    DocumentRow(id="a", title="Harbour closed", date="2024-05-01", checked=1, total=4, doubtful=2, **GAZETTE),
    DocumentRow(id="b", title="Market talks", state=State.COMPLETE, checked=3, total=3),
    DocumentRow(id="c", title="River talks", **GAZETTE),
)


@pytest.fixture
def model():
    made = DocumentsModel()
    made.show_rows(list(ROWS))
    return made


def picture(queue):
    return " | ".join(queue.index(row, 0).data() for row in range(queue.rowCount()))


def test_the_queue_is_in_the_order_given(model):
    assert picture(model) == "Harbour closed | Market talks | River talks"
    assert model.rowCount(model.index(0)) == 0
    assert (model.place_of("c"), model.place_of("z"), model.row("z")) == (2, -1, None)
    assert model.index(1).data(ROW) is model.row("b")
    assert model.data(QModelIndex()) is None


def test_only_a_row_that_differs_is_told(model, qtbot):
    changed = structs.replace(ROWS[2], title="River rose")
    told = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.put([ROWS[0], changed, structs.replace(ROWS[0], id="z")])
    assert told == [(2, 2)]
    assert picture(model) == "Harbour closed | Market talks | River rose"


def test_progress_and_parts_follow_what_is_put(model):
    assert model.progress() == Progress(checked=4, total=7, doubtful=2)
    assert (model.count(Show.TO_DO), model.count(Show.DOUBTFUL)) == (2, 1)
    model.put([structs.replace(ROWS[0], checked=4, doubtful=0, state=State.COMPLETE), ROWS[1]])
    assert model.progress() == Progress(checked=7, total=7, doubtful=0)
    assert (model.count(Show.TO_DO), model.count(Show.DOUBTFUL)) == (1, 0)
    model.show_rows([])
    assert (model.progress(), model.count(Show.ALL)) == (Progress(), 0)


def test_an_article_is_told_in_a_sentence(model):
    told = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told[:2] == ["Harbour closed, 1 of 4 quotes checked, 2 doubtful", "Market talks, complete"]
    assert told[2] == spoken(ROWS[2])
    assert [place_and_date(row) for row in ROWS] == ["Gazette · 2024-05-01", "", "Gazette"]
