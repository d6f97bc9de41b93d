"""The queue: choosing, filtering, adding."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.model.overview import DocumentRow
from core.model.terms import State
from gui.models.documents import DocumentsModel
from gui.selection import Selection
from gui.theme import Theme
from gui.views.queue import WIDTH, Queue, project_name
from tests.gui.frame import drop
from tests.gui.looks import click, click_row, seen, shown

ROWS = [
    DocumentRow(id="a", title="Trade with the north", source="Gazette", total=4, checked=1, doubtful=2, labelled=True),
    DocumentRow(id="b", title="Floods in spring", source="Post", total=3, checked=3, state=State.COMPLETE),
    DocumentRow(id="c", title="Spring trade fair", total=2, labelled=True),
]


@pytest.fixture
def queue(qtbot):
    documents, selection = DocumentsModel(), Selection()
    made = Queue(documents, selection, Theme())
    made.selection, made.documents = selection, documents
    documents.show_rows(list(ROWS))
    return shown(qtbot, made, WIDTH, 500)


def test_a_click_makes_an_article_the_current_one(queue):
    click_row(queue.list, 2)
    assert queue.selection.document_id == "c"
    queue.list.setFocus()
    QTest.keyClick(queue.list, Qt.Key.Key_Up)
    assert queue.selection.document_id == "c"
    QTest.keyClick(queue.list, Qt.Key.Key_Return)
    assert queue.selection.document_id == "b"


def test_the_current_article_is_marked_and_stays_so_through_a_filter(queue):
    queue.selection.select_document("c")
    assert queue.list.currentIndex().row() == 2
    click(queue.chips.chips[1])
    assert (queue.order(), queue.list.currentIndex().row()) == (["a", "c"], 1)
    click(queue.chips.chips[2])
    assert (queue.order(), queue.list.currentIndex().isValid()) == (["a"], False)


def test_the_chips_count(queue):
    assert [chip.text() for chip in queue.chips.chips] == ["All 3", "To do 2", "Doubtful 1"]
    queue.documents.put([DocumentRow(id="c", title="Spring trade fair", total=2, checked=2, state=State.COMPLETE)])
    assert [chip.accessibleName() for chip in queue.chips.chips][1] == "To do 1"


def test_words_filter_by_title_and_source(queue):
    queue.filter.setFocus()
    QTest.keyClicks(queue.filter, "trade")
    assert queue.order() == ["a", "c"]
    QTest.keyClicks(queue.filter, " gaz")
    assert queue.order() == ["a"]
    assert queue.filter.accessibleName() == "Filter articles by title or source"


def test_an_empty_part_of_the_queue_says_so(queue):
    assert not queue.empty.isVisible()
    queue.documents.show_rows(ROWS[1:2])
    click(queue.chips.chips[2])
    assert queue.empty.isVisible()


def test_words_that_no_article_has_say_so_too(queue):
    QTest.keyClicks(queue.filter, "nowhere")
    assert queue.empty.isVisible()


def test_adding_is_asked_for_by_the_button_and_by_a_drop(queue, qtbot, tmp_path):
    with qtbot.waitSignal(queue.add_asked):
        click(queue.add)
    with qtbot.waitSignal(queue.files_dropped) as dropped:
        drop(queue, [tmp_path / "a.txt", tmp_path / "b.txt"])
    assert dropped.args == [[tmp_path / "a.txt", tmp_path / "b.txt"]]


def test_words_that_are_dragged_are_not_taken(queue):
    data = QMimeData()
    data.setText("words")
    no = Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no)
    event.ignore()
    QApplication.sendEvent(queue, event)
    assert not event.isAccepted()


def test_it_bears_the_projects_name(queue):
    queue.name_project(project_name(Path("/papers/spring talks.qdesk")))
    assert queue.title.text() == "spring talks"


def test_the_glass_follows_the_theme(queue):
    before = seen(queue.filter)
    queue._theme.use("dark")
    assert seen(queue.filter) != before
