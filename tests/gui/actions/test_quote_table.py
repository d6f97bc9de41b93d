"""The table of all quotes in the window: opened, left, gone from, and changed in bulk."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from core.desk.desk import Desk
from core.model.terms import State, Status
from gui.actions import opening, quote_table
from gui.dialogs.choose_speaker import ChooseSpeakerDialog
from gui.models.quotes import Part
from tests.gui.answers import answer
from tests.gui.frame import lines


def test_it_takes_the_place_of_the_article_and_escape_leaves_it(frame):
    frame.press("ctrl+t")
    assert frame.window.shows_table
    grid = frame.window.table.grid
    assert grid.hasFocus()
    assert frame.window.table.filtered.rowCount() == 13
    frame.press("esc", on=grid)
    assert not frame.window.shows_table
    assert frame.view.hasFocus()
    frame.press("ctrl+t")
    frame.press("ctrl+t", on=grid)
    assert not frame.window.shows_table


def test_enter_goes_to_the_quote_in_its_article(frame):
    frame.press("ctrl+t")
    grid = frame.window.table.grid
    grid.setCurrentIndex(grid.model().index(12, 2))
    frame.press("enter", on=grid)
    assert (frame.models.selection.document_id, frame.at) == ("two", 1)
    assert frame.view.hasFocus()


def test_the_find_key_filters_there(frame):
    frame.press("ctrl+t")
    frame.press("ctrl+f", on=frame.window.table.grid)
    table = frame.window.table
    assert table.filter.hasFocus()
    frame.press(*"spring", "enter", on=table.filter)
    assert table.filtered.rowCount() == 1


def test_many_get_a_speaker_as_one_step(frame):
    frame.press("ctrl+t")
    rows = [frame.window.table.filtered.row(place) for place in range(3)]

    answer(lambda asked: (asked.field.setEditText("Eve"), asked.accept()), ChooseSpeakerDialog)
    quote_table.change(frame.desktop, "speaker", rows)
    stored = frame.stored().quotes[:3]
    assert [(each.speaker_name, each.status) for each in stored] == [("Eve", Status.CORRECTED)] * 3
    frame.window.activateWindow()
    frame.settle()
    frame.press("ctrl+z", on=frame.window.table.grid)
    assert not any(each.checked for each in frame.stored().quotes)


def test_nothing_is_changed_without_an_answer(frame):
    frame.press("ctrl+t")
    rows = [frame.window.table.filtered.row(0)]
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    quote_table.change(frame.desktop, "speaker", rows)
    quote_table.change(frame.desktop, "speaker", [])
    assert not any(each.checked for each in frame.stored().quotes)


def test_what_is_decided_by_button_shows_in_the_table(frame):
    frame.press("ctrl+t")
    table = frame.window.table
    frame.click(table.buttons["accept"])  # the first row is marked when the table opens
    frame.models.quotes.catch_up()
    assert table.filtered.row(0).status is Status.ACCEPTED


def test_nothing_acts_on_the_quote_that_is_hidden(frame):
    frame.press("ctrl+t")
    frame.application.menus.refresh()
    actions = frame.application.menus.actions
    assert not any(actions[name].isEnabled() for name in ("accept", "pick_1", "flag", "not_a_quote", "split"))
    frame.press("esc", on=frame.window.table.grid)
    frame.application.menus.refresh()
    assert actions["accept"].isEnabled()


def test_no_article_is_completed_behind_the_table_and_it_says_so(frame):
    frame.models.selection.select_document("two")
    frame.press("enter", "ctrl+t")
    frame.press("ctrl+enter", on=frame.window.table.grid)
    assert frame.told[-1] == (
        "The table is on show, and no article. Nothing was changed. Ctrl T goes back to the article."
    )
    assert (frame.models.article.state, frame.window.shows_table) == (State.IN_WORK, True)
    frame.press("ctrl+t", on=frame.window.table.grid)
    frame.press("ctrl+enter")
    assert frame.models.watch.documents.row("two").state is State.COMPLETE


def test_nothing_acts_on_the_article_that_is_hidden(frame):
    hidden = ("next_quote", "next_doubtful", "point", "caret", "new_quote", "merge_hinted", "keep_apart", "reopen")
    frame.models.selection.select_document("two")
    frame.press("enter", "ctrl+enter")
    frame.models.selection.select_document("two")
    for shown in (False, True):
        frame.application.menus.refresh()
        can = {name: frame.application.menus.actions[name].isEnabled() for name in hidden}
        assert can == dict.fromkeys(hidden, not shown)
        frame.press("ctrl+t")


def test_the_next_article_is_shown_in_place_of_the_table(frame):
    frame.press("ctrl+t")
    frame.press("ctrl+pgup", on=frame.window.table.grid)
    assert (frame.window.shows_table, frame.models.selection.document_id) == (True, "seed")
    frame.press("ctrl+pgdown", on=frame.window.table.grid)
    assert (frame.window.shows_table, frame.models.selection.document_id) == (False, "two")
    assert frame.view.hasFocus()


def test_it_opens_at_the_quote_that_one_comes_from(frame):
    frame.press("right", "right", "ctrl+t")
    grid = frame.window.table.grid
    assert grid.currentIndex().row() == 2
    frame.press("down", "esc", on=grid)
    frame.models.selection.select_document("two")
    frame.press("ctrl+t")
    assert grid.currentIndex().row() == 12
    frame.press("esc", on=grid)
    frame.window.table.show_part(Part.FLAGGED)
    frame.press("ctrl+t")
    assert (grid.hasFocus(), grid.currentIndex().isValid()) == (True, False)


def test_another_project_is_shown_whole(frame, tmp_path):
    table = frame.window.table
    frame.press("ctrl+t")
    table.show_speaker(frame.quote(1).speaker_id)
    table.show_part(Part.FLAGGED)
    frame.press(*"spring", "enter", on=table.filter)
    frame.press("esc", on=table.grid)
    other = tmp_path / "other.qdesk"
    desk = Desk.create(other, "ana")
    desk.bring_in(lines())
    desk.close()
    opening.open_project(frame.desktop, other)
    frame.press("ctrl+t")
    assert (table.filtered.rowCount(), table.filter.text(), table.speaker.text()) == (13, "", "Any speaker ⌄")
