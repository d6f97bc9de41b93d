"""Everything that keys decide can be decided with the mouse; the data says it was a click."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from core.model.terms import Kind, Reason, SpeakerType, State, Via
from gui.views.history import arrow_of
from gui.views.kind_switch import NOT_A_QUOTE


def test_decide_with_the_panel(frame):
    panel = frame.window.panel
    frame.click(panel.accept)
    assert frame.stored().quotes[0].decided.via == Via.CLICK
    assert frame.at == 2
    frame.click_row(panel.list, 1)
    stored = frame.stored().quotes[1]
    assert (stored.speaker_name, stored.decided.via) == ("Lukashenko", Via.CLICK)
    frame.click(panel.kinds.segments[Kind.INDIRECT.value])
    assert frame.quote(3).kind == Kind.INDIRECT
    frame.click(panel.flag)
    assert frame.quote(3).flagged
    assert panel.flag.text() == "Unflag"
    frame.click(panel.nobody)
    frame.click_row(panel.list, 0)
    assert frame.quote(3).speaker_type == SpeakerType.UNNAMED
    frame.click(panel.accept)
    assert frame.at == 4
    frame.click(panel.kinds.segments[NOT_A_QUOTE])
    frame.click_row(panel.list, 4)
    assert frame.stored().rejected[0].reason == Reason.DUPLICATE
    frame.click(panel.after)
    assert len(frame.models.article.quotes) == 11


def test_move_with_the_panel(frame):
    panel = frame.window.panel
    frame.click(panel.after)
    frame.click(panel.after)
    frame.click(panel.before)
    assert frame.at == 2
    frame.click(panel.skip)
    assert frame.models.article.is_doubtful(frame.quote(frame.at))
    frame.click_row(frame.window.speakers.list, 1)
    assert frame.quote(frame.at).speaker_name == "Lavrov"


def test_name_with_the_mouse(frame):
    panel = frame.window.panel
    frame.click(panel.name_box)
    frame.press(*"putin", on=panel.name_box)
    rows = panel.name_box.matches
    frame.click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    assert frame.stored().quotes[0].speaker_name == "Vladimir Putin"
    frame.click(panel.new)
    assert panel.name_box.hasFocus()


def test_undo_and_redo_with_the_toolbar_and_an_older_step_with_its_arrow(frame):
    bar = frame.window.toolbar
    assert not bar.undo.isEnabled()
    frame.click(frame.window.panel.accept)
    frame.click(bar.undo)
    assert not frame.stored().quotes[0].checked
    frame.click(bar.redo)
    assert frame.stored().quotes[0].checked
    listing = frame.window.history.list
    area = listing.visualRect(listing.model().index(0, 0))
    frame.click(listing.viewport(), arrow_of(area).center())
    assert not frame.stored().quotes[0].checked


def test_a_click_beside_the_arrow_shows_the_quote(frame):
    frame.press("enter", "enter", "enter")
    listing = frame.window.history.list
    area = listing.visualRect(listing.model().index(2, 0))
    frame.click(listing.viewport(), area.topLeft() + QPoint(60, 8))
    assert frame.at == 1
    assert frame.stored().quotes[0].checked


def test_open_an_article_filter_the_queue_and_complete(frame):
    queue = frame.window.queue
    frame.click_row(queue.list, 1)
    assert frame.models.selection.document_id == "two"
    frame.click(frame.window.panel.accept)
    assert frame.window.panel.accept.text() == "Complete"
    frame.click(frame.window.panel.accept)
    assert frame.models.watch.documents.row("two").state == State.COMPLETE
    frame.click(queue.chips.chips[1])
    assert queue.order() == ["seed"]
    frame.click(queue.chips.chips[0])
    assert queue.order() == ["seed", "two"]


def test_a_double_click_in_the_text_makes_the_quote_current(frame):
    view = frame.view
    quote = frame.quote(2)
    start = quote.fragments[0].start
    page = view.canvas.page
    top = page.line_top(start) - view.scrolling.top
    point = next(
        QPoint(x, round(top) + 12)
        for x in range(0, view.viewport().width(), 4)
        if view.quote_at(QPoint(x, round(top) + 12)) == quote.id
    )
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
    assert frame.at == 2


def test_every_action_has_a_place_in_a_menu(frame):
    menus = frame.application.menus
    placed = set()
    for menu in menus.menus:
        for entry in menu.actions():
            placed |= {one.objectName() for one in (entry.menu().actions() if entry.menu() else [entry])}
    assert set(menus.actions) <= placed
    assert [menu.title() for menu in menus.menus] == ["Project", "Edit", "View", "Help"]
