"""The queue: rows re-read one by one, and counted."""

from datetime import date

from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt

from core.model.overview import Progress
from core.model.terms import State
from gui.models.documents import ROW, day_of, spoken
from gui.models.queue_parts import Show
from tests.gui.models.queued import ROWS, picture


def test_the_queue_is_in_the_order_given(documents):
    assert picture(documents) == "Harbour closed | Market talks | River talks"
    assert documents.rowCount(documents.index(0)) == 0
    assert (documents.place_of("c"), documents.place_of("z"), documents.row("z")) == (2, -1, None)
    assert documents.index(1).data(ROW) is documents.row("b")
    assert documents.data(QModelIndex()) is None


def test_only_a_row_that_differs_is_told(documents, qtbot):
    changed = structs.replace(ROWS[2], title="River rose")
    told = []
    documents.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    documents.put([ROWS[0], changed, structs.replace(ROWS[0], id="z")])
    assert told == [(2, 2)]
    assert picture(documents) == "Harbour closed | Market talks | River rose"


def test_progress_and_parts_follow_what_is_put(documents):
    assert documents.progress() == Progress(checked=4, total=7, doubtful=2)
    assert (documents.count(Show.TO_DO), documents.count(Show.DOUBTFUL)) == (2, 1)
    documents.put([structs.replace(ROWS[0], checked=4, doubtful=0, state=State.COMPLETE), ROWS[1]])
    assert documents.progress() == Progress(checked=7, total=7, doubtful=0)
    assert (documents.count(Show.TO_DO), documents.count(Show.DOUBTFUL)) == (1, 0)
    documents.show_rows([])
    assert (documents.progress(), documents.count(Show.ALL)) == (Progress(), 0)


def test_an_article_is_told_in_a_sentence(documents):
    told = [documents.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told[:2] == ["Harbour closed, 1 of 4 quotes checked, 2 doubtful", "Market talks, complete"]
    assert told[2] == spoken(ROWS[2])
    tips = [documents.index(row).data(Qt.ItemDataRole.ToolTipRole) for row in range(2)]
    assert tips == ["Harbour closed\nGazette\n2024-05-01", "Market talks"], "all that a row may have to cut"


def test_the_day_of_an_article_is_told_in_words_if_it_is_one():
    today = date(2024, 6, 1)
    dates = ("2024-05-01", "2023-12-31", None, "May 2024", "2024-05", "\x00")
    told = [day_of(structs.replace(ROWS[0], date=each), today) for each in dates]
    assert told == ["1 May", "31 Dec 2023", "", "May 2024", "2024-05", "\x00"]
