"""The part of the queue that is on show: filtered by part and words, in every order, and what comes and goes in it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from core.model.overview import DocumentRow
from core.model.terms import State
from gui.models.document_filter import DocumentFilter
from gui.models.documents import ROW, DocumentsModel
from gui.models.queue_parts import Order, Show
from tests.gui.models.queued import picture


def test_the_filter_shows_a_part_and_what_has_the_words(documents):
    queue = DocumentFilter(documents)
    queue.choose(Show.TO_DO)
    assert picture(queue) == "Harbour closed | River talks"
    queue.search(" gazette  RIVER ")
    assert picture(queue) == "River talks"
    queue.choose(Show.DOUBTFUL)
    assert picture(queue) == ""
    queue.search("")
    assert picture(queue) == "Harbour closed"


def test_a_part_that_was_looked_up_is_given_by_ids(documents):
    queue = DocumentFilter(documents)
    queue.choose(Show.FLAGGED, {"c", "a", "gone"})
    assert picture(queue) == "Harbour closed | River talks"
    queue.search("talks")
    assert picture(queue) == "River talks"
    queue.choose(Show.SPEAKER)
    assert picture(queue) == ""
    queue.choose(Show.ALL)
    assert picture(queue) == "Market talks | River talks"


@pytest.mark.parametrize("words", ['"', "*", "a b c qq", "😀", "(", "x" * 10_000])
def test_odd_words_find_nothing_and_do_no_harm(documents, words):
    queue = DocumentFilter(documents)
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
    documents = DocumentsModel()
    queue = DocumentFilter(documents)
    queue.sort_by(order)
    documents.show_rows(list(DATED))
    assert ids(queue) == wanted
    queue.sort_by(Order.IMPORT)
    assert ids(queue) == "abcde"
    queue.sort_by(order)
    assert ids(queue) == wanted


@pytest.mark.parametrize("order", Order)
def test_work_on_an_article_never_moves_it(order):
    documents = DocumentsModel()
    documents.show_rows(list(DATED))
    queue = DocumentFilter(documents)
    queue.sort_by(order)
    before = ids(queue)
    for row in DATED:
        documents.put(
            [structs.replace(row, checked=row.total, doubtful=0, state=State.COMPLETE, title="z", date="1999")]
        )
        assert ids(queue) == before
    queue.choose(Show.COMPLETE)
    assert ids(queue) == before, "nor does another part of the queue"
    queue.sort_by(order)
    assert ids(queue) == "abcde", "the next time it stands where it belongs"


def test_an_article_comes_into_a_part_and_leaves_it_in_its_place():
    documents = DocumentsModel()
    documents.show_rows(list(DATED))
    queue = DocumentFilter(documents)
    queue.sort_by(Order.DOUBT)
    queue.choose(Show.DOUBTFUL)
    assert ids(queue) == "cae"
    documents.put([structs.replace(DATED[0], doubtful=0)])
    assert ids(queue) == "ce"
    documents.put([structs.replace(DATED[0], doubtful=1), structs.replace(DATED[3], doubtful=9)])
    assert ids(queue) == "caed"


def test_a_part_that_was_looked_up_follows_what_is_looked_up_again():
    documents = DocumentsModel()
    documents.show_rows(list(DATED))
    queue = DocumentFilter(documents)
    QAbstractItemModelTester(queue, QAbstractItemModelTester.FailureReportingMode.Fatal)
    queue.sort_by(Order.DOUBT)
    queue.choose(Show.FLAGGED, {"a", "d"})
    resets = []
    queue.modelReset.connect(lambda: resets.append(1))
    for found, wanted in (({"a", "d"}, "ad"), ({"a", "c", "gone"}, "ca"), (set(), ""), ({"b"}, "b")):
        queue.put(found)
        assert ids(queue) == wanted
    queue.search("z")
    queue.put({"a"})
    assert (ids(queue), len(resets)) == ("", 1)


def test_an_article_has_its_place_also_while_it_is_not_on_show():
    documents = DocumentsModel()
    documents.show_rows(list(DATED))
    queue = DocumentFilter(documents)
    queue.sort_by(Order.DOUBT)  # caedb
    queue.choose(Show.FLAGGED, {"a", "d"})
    beside = {each: queue.beside(each) for each in ("c", "a", "e", "d", "b", "gone", "")}
    assert beside == {"c": (-1, 0), "a": (-1, 1), "e": (0, 1), "d": (0, 2), "b": (1, 2), "gone": (-1, 0), "": (-1, 0)}


def test_articles_that_come_later_are_ranked_with_the_others():
    documents = DocumentsModel()
    queue = DocumentFilter(documents)
    queue.sort_by(Order.TITLE)
    documents.show_rows(list(DATED[:2]))
    assert ids(queue) == "ab"
    documents.show_rows(list(DATED))
    assert ids(queue) == "cadeb"
    documents.show_rows([])
    assert (ids(queue), queue.rowCount()) == ("", 0)


def test_an_article_is_found_where_it_stands(documents):
    queue = DocumentFilter(documents)
    queue.sort_by(Order.TITLE)
    queue.choose(Show.TO_DO)
    assert [queue.index_of(each).row() for each in ("a", "b", "c", "z")] == [0, -1, 1, -1]
    assert queue.data(QModelIndex()) is None
    assert queue.rowCount(queue.index(0)) == 0


row = st.builds(
    DocumentRow,
    id=st.sampled_from("abcdef"),
    title=st.sampled_from(["harbour", "Market", "river"]),
    date=st.sampled_from([None, "2024-05-01", "2025-01-31"]),
    state=st.sampled_from(State),
    checked=st.integers(0, 3),
    total=st.integers(3, 5),
    doubtful=st.integers(0, 2),
)


@given(
    first=st.lists(row, max_size=6, unique_by=lambda each: each.id),
    later=st.lists(row, max_size=8),
    order=st.sampled_from(Order),
    show=st.sampled_from([Show.ALL, Show.TO_DO, Show.DOUBTFUL, Show.COMPLETE]),
    words=st.sampled_from(["", "r", "mark"]),
)
def test_whatever_comes_the_view_is_told_rightly(first, later, order, show, words):
    documents = DocumentsModel()
    queue = DocumentFilter(documents)
    QAbstractItemModelTester(queue, QAbstractItemModelTester.FailureReportingMode.Fatal)
    documents.show_rows(list(first))
    queue.sort_by(order)
    queue.choose(show)
    queue.search(words)
    ranked = sorted(range(len(first)), key=lambda place: order.key(first[place], place))
    for changed in later:
        documents.put([changed])
        now = [documents.rows[place] for place in ranked]
        assert ids(queue) == "".join(each.id for each in now if show.holds(each) and words in each.title.casefold())
