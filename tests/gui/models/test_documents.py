"""The queue: rows re-read one by one, filtered by part and words, counted for the progress."""

import pytest
from msgspec import structs
from PySide6.QtCore import QModelIndex, Qt

from core.model.overview import DocumentRow, Progress
from core.model.terms import State
from gui.models.documents import (
    CHIPS,
    LOOKED_UP,
    ROW,
    DocumentFilter,
    DocumentsModel,
    Order,
    Show,
    place_and_date,
    spoken,
)

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


def test_progress_and_parts_are_counted(model):
    assert model.progress() == Progress(checked=4, total=7, doubtful=2)
    assert {show.name: model.count(show) for show in Show if show not in LOOKED_UP} == {
        "ALL": 3,
        "TO_DO": 2,
        "DOUBTFUL": 1,
        "IN_WORK": 2,
        "COMPLETE": 1,
    }
    assert [model.count(show) for show in LOOKED_UP] == [0, 0], "their articles are looked up"
    assert not set(CHIPS) & set(LOOKED_UP)


def test_the_filter_shows_a_part_and_what_has_the_words(model):
    queue = DocumentFilter(model)
    queue.choose(Show.TO_DO)
    assert picture(queue) == "Harbour closed | River talks"
    queue.search(" gazette  RIVER ")
    assert picture(queue) == "River talks"
    queue.choose(Show.DOUBTFUL)
    assert picture(queue) == ""
    queue.search("")
    assert picture(queue) == "Harbour closed"


def test_a_part_that_was_looked_up_is_given_by_ids(model):
    queue = DocumentFilter(model)
    queue.choose(Show.FLAGGED, {"c", "a", "gone"})
    assert picture(queue) == "Harbour closed | River talks"
    queue.search("talks")
    assert picture(queue) == "River talks"
    queue.choose(Show.SPEAKER)
    assert picture(queue) == ""
    queue.choose(Show.ALL)
    assert picture(queue) == "Market talks | River talks"


@pytest.mark.parametrize("words", ['"', "*", "a b c qq", "😀", "(", "x" * 10_000])
def test_odd_words_find_nothing_and_do_no_harm(model, words):
    queue = DocumentFilter(model)
    queue.search(words)
    assert picture(queue) == ""
    queue.search("   ")
    assert queue.rowCount() == 3


DATED = (
    DocumentRow(id="a", title="b", date="2024-05-01", checked=1, total=4, doubtful=2),
    DocumentRow(id="b", title="Ä", date=None, checked=3, total=3, state=State.COMPLETE),
    DocumentRow(id="c", title="A", date="2025-01-31", checked=1, total=2, doubtful=5),
    DocumentRow(id="d", title="b", date="", total=1),
    DocumentRow(id="e", title="B", date="2024-05-01", checked=3, total=4, doubtful=2),
)


def ids(queue):
    return "".join(queue.index(row, 0).data(ROW).id for row in range(queue.rowCount()))


@pytest.mark.parametrize(
    ("order", "wanted"),
    [
        (Order.IMPORT, "abcde"),
        (Order.DOUBT, "caedb"),
        (Order.DATE, "caebd"),
        (Order.TITLE, "cadeb"),
        (Order.PROGRESS, "ecadb"),
    ],
)
def test_the_queue_in_every_order_ties_as_imported(order, wanted):
    model = DocumentsModel()
    queue = DocumentFilter(model)
    queue.sort_by(order)
    model.show_rows(list(DATED))
    assert ids(queue) == wanted
    queue.sort_by(Order.IMPORT)
    assert ids(queue) == "abcde"
    queue.sort_by(order)
    assert ids(queue) == wanted


@pytest.mark.parametrize("order", Order)
def test_work_on_an_article_never_moves_it(order):
    model = DocumentsModel()
    model.show_rows(list(DATED))
    queue = DocumentFilter(model)
    queue.sort_by(order)
    before = ids(queue)
    for row in DATED:
        model.put([structs.replace(row, checked=row.total, doubtful=0, state=State.COMPLETE, title="z", date="1999")])
        assert ids(queue) == before
    queue.choose(Show.COMPLETE)
    assert ids(queue) == before, "nor does another part of the queue"
    queue.sort_by(order)
    assert ids(queue) == "abcde", "the next time it stands where it belongs"


def test_an_article_comes_into_a_part_and_leaves_it_in_its_place():
    model = DocumentsModel()
    model.show_rows(list(DATED))
    queue = DocumentFilter(model)
    queue.sort_by(Order.DOUBT)
    queue.choose(Show.DOUBTFUL)
    assert ids(queue) == "cae"
    model.put([structs.replace(DATED[0], doubtful=0)])
    assert ids(queue) == "ce"
    model.put([structs.replace(DATED[0], doubtful=1), structs.replace(DATED[3], doubtful=9)])
    assert ids(queue) == "caed"


def test_articles_that_come_later_are_ranked_with_the_others():
    model = DocumentsModel()
    queue = DocumentFilter(model)
    queue.sort_by(Order.TITLE)
    model.show_rows(list(DATED[:2]))
    assert ids(queue) == "ab"
    model.show_rows(list(DATED))
    assert ids(queue) == "cadeb"
    model.show_rows([])
    assert (ids(queue), queue.rowCount()) == ("", 0)


def test_an_article_is_told_in_a_sentence(model):
    told = [model.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]
    assert told[:2] == ["Harbour closed, 1 of 4 quotes checked, 2 doubtful", "Market talks, complete"]
    assert told[2] == spoken(ROWS[2])
    assert [place_and_date(row) for row in ROWS] == ["Gazette · 2024-05-01", "", "Gazette"]
