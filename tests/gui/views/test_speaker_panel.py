"""The speakers of the article: their chips, their quotes, and how one is chosen."""

import pytest
from msgspec import structs
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from gui.models.article import ArticleModel
from gui.models.speakers import SpeakersModel
from gui.theme import Theme
from gui.views.speaker_panel import ROW, SpeakerPanel
from tests.gui.looks import click_row, point_at_row, row_rect, seen, shown
from tests.support.articles import FixedSource, seed_article


@pytest.fixture
def panel(qtbot):
    source = FixedSource(seed_article())
    model = ArticleModel(source)
    speakers = SpeakersModel(model)
    made = SpeakerPanel(speakers, Theme())
    made.source, made.model, made.speakers, made.heard = source, model, speakers, []
    made.chosen.connect(made.heard.append)
    made.merge_asked.connect(lambda gone, kept: made.heard.append((gone, kept)))
    model.show_document("seed")
    return shown(qtbot, made, 372, 160)


def test_a_speaker_is_chosen_by_a_click_or_by_enter(panel):
    click_row(panel.list, 1)
    panel.list.setFocus()
    QTest.keyClick(panel.list, Qt.Key.Key_Up)
    QTest.keyClick(panel.list, Qt.Key.Key_Return)
    assert panel.heard == ["s2", "s1"]


def test_each_has_a_chip_in_their_colour(panel):
    for row, fill, line in ((0, "#cfe4fc", "#08457f"), (1, "#fddecf", "#973d10")):
        area = row_rect(panel.list, row)
        chip = seen(panel.list.viewport(), QRect(area.x() + 8, area.y(), 24, area.height()))
        assert chip[fill] > 150
        assert chip[line] > 0
        assert area.height() == ROW


def test_the_figure_changes_with_the_quotes(panel):
    area = row_rect(panel.list, 0)
    figures = QRect(area.right() - 30, area.y(), 31, area.height())
    before = seen(panel.list.viewport(), figures)
    quote = next(quote for quote in panel.model.quotes if quote.speaker_id == "s1")
    panel.source.put("seed", structs.replace(quote, speaker_id="s2", speaker_name="Lavrov"))
    panel.model.refresh([quote.id])
    panel.speakers.refill()
    assert seen(panel.list.viewport(), figures) != before


def test_the_row_with_the_keys_has_the_ring_and_the_one_pointed_at_is_lit(panel):
    panel.list.setCurrentIndex(panel.speakers.index(0))
    panel.list.setFocus()
    point_at_row(panel.list, 1)
    assert seen(panel.list.viewport(), row_rect(panel.list, 0))["#4449c4"] > 400
    assert seen(panel.list.viewport(), row_rect(panel.list, 1))["#eceae5"] > 3000
    assert seen(panel.list.viewport(), row_rect(panel.list, 1))["#4449c4"] == 0


def test_it_says_what_it_lists(panel):
    told = [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]
    assert told == ["Speakers", "quotes in this article"]
    assert panel.list.accessibleName() == "Speakers of this article"


def carry(panel, start, *way, button=Qt.MouseButton.LeftButton):
    """Press in the list, move along a way, and let go at its end."""
    viewport = panel.list.viewport()
    QTest.mousePress(viewport, button, pos=start)
    for point in way:
        QTest.mouseMove(viewport, (start + point) / 2)
        QTest.mouseMove(viewport, point)
    QTest.mouseRelease(viewport, button, pos=way[-1])


def middle(panel, row):
    return row_rect(panel.list, row).center()


def test_a_speaker_dragged_onto_another_one_asks_for_a_merge(panel):
    carry(panel, middle(panel, 1), middle(panel, 0))
    assert panel.heard == [("s2", "s1")]
    carry(panel, middle(panel, 0), middle(panel, 1))
    assert panel.heard[1:] == [("s1", "s2")]
    assert panel.list.viewport().cursor().shape() == Qt.CursorShape.ArrowCursor


def test_the_pointer_says_that_a_speaker_is_carried(panel):
    viewport = panel.list.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=middle(panel, 1))
    QTest.mouseMove(viewport, middle(panel, 1) + QPoint(2, 0))
    assert viewport.cursor().shape() != Qt.CursorShape.DragMoveCursor
    QTest.mouseMove(viewport, middle(panel, 0))
    assert viewport.cursor().shape() == Qt.CursorShape.DragMoveCursor
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=middle(panel, 1))
    assert panel.heard in ([], ["s2"]), "let go where it began is no merge"


@pytest.mark.parametrize("case", ["beside the rows", "the other button", "a shaky click"])
def test_what_is_no_drag_asks_for_nothing(panel, case):
    edge = row_rect(panel.list, 0).bottomLeft() + QPoint(20, 0)
    if case == "beside the rows":
        carry(panel, middle(panel, 0), panel.list.viewport().rect().bottomRight())
        carry(panel, panel.list.viewport().rect().bottomRight(), middle(panel, 0))
    elif case == "the other button":
        carry(panel, middle(panel, 0), middle(panel, 1), button=Qt.MouseButton.RightButton)
    else:
        carry(panel, edge, edge + QPoint(0, 2))
    assert not [each for each in panel.heard if isinstance(each, tuple)]


def test_a_list_that_changes_meanwhile_drops_the_drag(panel):
    viewport, start, end = panel.list.viewport(), middle(panel, 1), middle(panel, 0)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    panel.model.show_document("")
    panel.model.show_document("seed")
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    assert panel.heard == []


def test_the_marked_speaker_is_meant_only_while_the_list_has_the_keys(panel):
    panel.list.clearFocus()
    panel.list.setCurrentIndex(panel.speakers.index(1))
    assert panel.marked() == ""
    panel.list.setFocus()
    assert panel.marked() == "s2"
    panel.list.clearFocus()
    assert panel.marked() == ""


def test_a_menu_is_asked_for_by_mouse_and_by_key(panel):
    asked = []
    panel.menu_asked.connect(asked.append)
    viewport = panel.list.viewport()
    at = middle(panel, 1)
    QApplication.sendEvent(viewport, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at)))
    assert (panel.marked(), asked) == ("s2", [viewport.mapToGlobal(at)])
    panel.list.setCurrentIndex(panel.speakers.index(0))
    at = panel.list.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, viewport.mapToGlobal(at))
    assert event.type() is QEvent.Type.ContextMenu
    QApplication.sendEvent(viewport, event)
    assert (panel.marked(), len(asked)) == ("s1", 2)
    nowhere = viewport.rect().bottomRight()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, nowhere, viewport.mapToGlobal(nowhere))
    QApplication.sendEvent(viewport, event)
    assert len(asked) == 2
