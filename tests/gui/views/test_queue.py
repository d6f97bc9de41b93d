"""The queue: choosing, filtering, adding."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from core.model.overview import DocumentRow
from core.model.terms import State
from gui.models.documents import DocumentsModel
from gui.models.queue_parts import Order, Show
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
    assert [chip.text() for chip in queue.chips.chips if chip.isVisible()] == ["All 3", "To do 2", "Doubtful 1"]
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
    assert queue.empty.text() == "No article is in this part of the queue."


def test_words_that_no_article_has_say_so_too(queue):
    QTest.keyClicks(queue.filter, "nowhere")
    assert queue.empty.isVisible()
    assert queue.empty.text() == "No article fits “nowhere” here."
    queue.documents.show_rows([])
    assert queue.empty.text() == "No articles yet."


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


menus = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def menu_of(queue):
    """Press the button over the list and return the menu that hangs below it."""
    click(queue.ordering)
    return next(menu for menu in queue.findChildren(QMenu) if menu.isVisible())


@menus
def test_the_button_offers_every_order_and_the_parts_without_a_chip(queue):
    menu = menu_of(queue)
    entries = [entry.text() for entry in menu.actions()]
    assert entries == [
        *("As imported", "Doubt first", "Newest first", "By title", "Most done first", ""),
        *("Only: in work", "Only: complete", "Only: flagged", "Only: by speaker"),
    ]
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["As imported"]
    menu.close()


@menus
def test_what_is_chosen_in_the_menu_is_asked_for(queue):
    heard = []
    queue.order_chosen.connect(heard.append)
    queue.part_asked.connect(heard.append)
    for key in ("By title", "Only: flagged"):
        menu = menu_of(queue)
        next(entry for entry in menu.actions() if entry.text() == key).trigger()
        menu.close()
    assert heard == [Order.TITLE, Show.FLAGGED]
    assert queue.order() == ["a", "b", "c"], "it only asks"


@menus
def test_the_menu_works_by_key(queue):
    heard = []
    queue.order_chosen.connect(heard.append)
    queue.ordering.setFocus()
    QTest.keyClick(queue.ordering, Qt.Key.Key_Space)
    menu = QApplication.activePopupWidget()
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert heard == [Order.DOUBT]


@menus
def test_another_order_is_named_on_the_button_and_keeps_the_mark(queue):
    queue.selection.select_document("a")
    queue.sort_by(Order.TITLE)
    assert queue.order() == ["b", "c", "a"]
    assert (queue.ordering.text(), queue.list.currentIndex().row()) == ("By title ⌄", 2)
    assert queue.ordering.accessibleName() == "By title"
    menu = menu_of(queue)
    assert [entry.text() for entry in menu.actions() if entry.isChecked()] == ["By title"]
    menu.close()


def test_a_part_that_was_looked_up_has_a_chip_while_it_is_shown(queue):
    queue.show_part(Show.SPEAKER, "With Ana Ruiz", {"b", "c"})
    special = queue.chips.chips[-1]
    assert (queue.order(), special.text(), special.isChecked()) == (["b", "c"], "With Ana Ruiz 2", True)
    click(queue.chips.chips[1])
    assert (queue.order(), special.isVisible()) == (["a", "c"], False)
    queue.show_part(Show.COMPLETE)
    assert (queue.order(), special.text()) == (["b"], "Complete 1")
    queue.show_part(Show.ALL)
    assert (queue.order(), queue.chips.chips[0].isChecked()) == (["a", "b", "c"], True)


def test_the_chip_of_the_part_that_is_shown_does_nothing_more(queue):
    queue.show_part(Show.FLAGGED, ids={"c"})
    click(queue.chips.chips[-1])
    assert (queue.order(), queue.chips.chips[-1].text()) == (["c"], "Flagged 1")


def test_a_part_without_articles_says_so(queue):
    queue.show_part(Show.SPEAKER, "With Ana Ruiz")
    assert queue.empty.isVisible()
    assert queue.chips.chips[-1].text() == "With Ana Ruiz 0"
    queue.show_part(Show.ALL)
    assert not queue.empty.isVisible()


@pytest.mark.parametrize("name", ["x" * 10_000, "أنا" * 3_000, "👩‍👩‍👧" * 1_000])
def test_a_speaker_with_an_endless_name_leaves_the_queue_its_width(queue, name):
    high = queue.list.y()
    widths = [chip.width() for chip in queue.chips.chips[:3]]
    queue.show_part(Show.SPEAKER, f"With {name}", {"a"})
    queue.layout().activate()
    assert queue.width() == WIDTH
    assert [chip.width() for chip in queue.chips.chips[:3]] == widths
    assert all(queue.chips.rect().contains(chip.geometry()) for chip in queue.chips.chips)
    queue.show_part(Show.ALL)
    QApplication.processEvents()
    assert queue.list.y() == high


def test_the_title_gives_way_to_the_order(queue):
    queue.name_project("x" * 10_000)
    queue.layout().activate()
    assert queue.width() == WIDTH
    assert queue.rect().contains(queue.ordering.geometry())
    assert queue.ordering.width() >= queue.ordering.minimumSizeHint().width()


def test_escape_clears_the_filter_and_then_goes_back_to_the_text(frame):
    field = frame.window.queue.filter
    field.setFocus()
    QTest.keyClicks(field, "zzz")
    assert frame.window.queue.order() == []
    frame.press("esc", on=field)
    assert (field.text(), field.hasFocus(), frame.window.queue.order()) == ("", True, ["seed", "two"])
    frame.press("esc", on=field)
    assert frame.view.hasFocus()
