"""Flag, doubt and comment: they decide nothing, and a comment goes to the quote it was written about."""

import pytest
from msgspec import structs
from PySide6.QtWidgets import QApplication

from gui.actions import mark
from tests.gui.frame import ANNOTATOR, lines
from tests.support.projects import opened


@pytest.fixture
def box(frame):
    return frame.window.panel.comment_box


def comments(frame):
    """Return the comments of the file by quote, the empty ones left out."""
    return {number: quote.comment for number, quote in enumerate(frame.stored().quotes, 1) if quote.comment}


def test_flag_and_doubt_are_put_on_and_taken_off_and_decide_nothing(frame):
    frame.press("f", "w")
    stored = frame.stored().quotes[0]
    assert (stored.flagged, stored.sure, stored.checked, frame.at) == (True, False, False, 1)
    assert frame.window.panel.notes.text() == "unsure"
    frame.press("f", "w")
    stored = frame.stored().quotes[0]
    assert (stored.flagged, stored.sure) == (False, True)
    frame.press("ctrl+z", "ctrl+z")
    assert (frame.quote(1).flagged, frame.quote(1).sure) == (True, False)


def test_a_checked_quote_stays_checked(frame):
    frame.press("enter", "left", "f", "w", "c")
    frame.press(*"so", "enter", on=frame.window.panel.comment_box)
    stored = frame.stored().quotes[0]
    assert (stored.checked, stored.flagged, stored.sure, stored.comment) == (True, True, False, "so")


def test_a_comment_is_written_and_the_text_has_the_keys_again(frame, box):
    frame.press("c")
    assert (box.isVisible(), box.hasFocus()) == (True, True)
    frame.press(*"Who? 1 x", "enter", on=box)
    assert comments(frame) == {1: "Who? 1 x"}
    assert (box.isVisible(), frame.view.hasFocus(), frame.at) == (False, True, 1)
    assert frame.window.panel.notes.text() == "“Who? 1 x”"
    frame.press("c")
    assert box.textCursor().selectedText() == "Who? 1 x"


def test_escape_leaves_the_comment_as_it_was(frame, box):
    frame.press("c")
    frame.press(*"no", "esc", on=box)
    assert (comments(frame), box.isVisible(), frame.view.hasFocus()) == ({}, False, True)
    assert frame.models.watch.history.rows == []


def test_an_empty_comment_takes_it_off_and_the_same_one_is_no_step(frame, box):
    frame.press("c")
    frame.press(*"a", "enter", on=box)
    frame.press("c")
    frame.press("enter", on=box)
    frame.press("c")
    frame.press("right", " ", "enter", on=box)
    assert len(frame.models.watch.history.rows) == 1
    assert frame.told == []
    frame.press("c")
    frame.press(" ", "enter", on=box)
    assert comments(frame) == {}
    frame.press("ctrl+z")
    assert comments(frame) == {1: "a"}


@pytest.mark.parametrize("leave", ["panel", "tag", "text", "queue", "article"])
def test_whatever_is_clicked_meanwhile_the_comment_goes_to_its_quote(frame, box, leave):
    frame.press("c")
    frame.press(*"odd", on=box)
    if leave == "panel":
        frame.click(frame.window.panel.after)
    elif leave == "tag":
        place = frame.view.canvas.tags.place_of(4)
        frame.click(frame.view.viewport(), frame.view.canvas.tags.rect(place).center())
    elif leave == "text":
        frame.click(frame.view.viewport())
    elif leave == "queue":
        frame.click_row(frame.window.queue.list, 1)
    else:
        frame.press("ctrl+pgdown", on=box)
    assert not box.isVisible()
    frame.models.selection.select_document("seed")
    assert comments(frame) == {1: "odd"}
    assert "odd" not in box.toPlainText() or not box.isVisible()


def test_the_button_pressed_again_keeps_what_is_being_written(frame, box):
    frame.click(frame.window.panel.comment)
    frame.press(*"half", on=box)
    frame.click(frame.window.panel.comment)
    assert (box.toPlainText(), box.hasFocus()) == ("half", True)
    frame.press(*" done", "enter", on=box)
    assert comments(frame) == {1: "half done"}


def test_a_comment_can_be_undone_by_letters_while_it_is_written_and_whole_afterwards(frame, box):
    frame.press("c")
    frame.press(*"ab", "ctrl+z", on=box)
    assert box.toPlainText() == ""
    frame.press(*"cd", "enter", on=box)
    frame.press("ctrl+z")
    assert comments(frame) == {}


def test_lines_and_any_script_are_kept(frame, box):
    frame.press("c")
    box.setPlainText("e\u0301 👩\u200d🚀\nשלום <b>")
    frame.press("enter", on=box)
    assert comments(frame) == {1: "e\u0301 👩\u200d🚀\nשלום <b>"}
    assert frame.window.panel.notes.text() == "“e\u0301 👩\u200d🚀 שלום <b>”"


def test_without_a_quote_nothing_is_marked(frame, box):
    frame.models.selection.select_quote("")
    for act in (mark.flag, mark.unsure, mark.begin_comment):
        act(frame.desktop)
    QApplication.processEvents()
    assert (box.isVisible(), frame.models.watch.history.rows) == (False, [])


def test_a_rejected_quote_takes_no_mark(frame, box):
    frame.press("x", "f", "w", "c")
    assert (box.isVisible(), len(frame.models.watch.history.rows)) == (False, 1)


@pytest.mark.parametrize("place", ["find", "search", "filter"])
def test_the_keys_stay_where_one_goes_from_a_comment(frame, box, place):
    goals = {"search": frame.window.toolbar.search, "filter": frame.window.queue.filter}
    goal = goals.get(place, frame.window.toolbar.search)
    frame.press("c")
    frame.press(*"ask", on=box)
    frame.press("ctrl+f", on=box) if place == "find" else frame.click(goal)
    assert (goal.hasFocus(), box.isVisible()) == (True, False)
    frame.press(*"fix", on=QApplication.focusWidget())
    stored = frame.stored().quotes[0]
    assert (goal.text(), stored.comment, stored.flagged, stored.checked) == ("fix", "ask", False, False)
    assert len(frame.stored().quotes) == 12


def test_a_comment_whose_quote_is_labelled_away_stays_to_be_copied(frame, box):
    seed = lines()[0]
    gone = frame.quote(1).id
    frame.press("c")
    frame.press(*"why him", on=box)
    others = tuple(quote for quote in seed.layer.quotes if quote.id != gone)
    frame.desktop.bridge.take_labels(structs.replace(seed, layer=structs.replace(seed.layer, quotes=others)))
    assert "is no longer in the article" in frame.told[-1]
    assert (box.toPlainText(), box.isVisible(), box.hasFocus()) == ("why him", True, True)
    frame.press("esc", on=box)
    assert (box.isVisible(), frame.view.hasFocus(), comments(frame)) == (False, True, {})


def test_the_window_stays_open_while_it_shows_a_comment_that_can_not_be_kept(frame, box):
    seed = lines()[0]
    frame.press("c")
    frame.press(*"why", on=box)
    others = tuple(quote for quote in seed.layer.quotes if quote.id != frame.quote(1).id)
    frame.desktop.bridge.take_labels(structs.replace(seed, layer=structs.replace(seed.layer, quotes=others)))
    frame.application.menus.run("quit")
    assert (frame.window.isVisible(), frame.desktop.bridge.is_open, box.toPlainText()) == (True, True, "why")
    assert "the window stays open" in frame.told[-1]
    frame.press("esc", on=box)
    frame.application.menus.run("quit")
    assert (frame.window.isVisible(), frame.desktop.bridge.is_open) == (False, False)


def test_a_comment_that_is_being_written_is_kept_when_the_window_goes(frame, box):
    path = frame.desktop.bridge.path
    frame.press("c")
    frame.press(*"odd", on=box)
    frame.window.close()
    with opened(path, ANNOTATOR) as desk:
        assert [quote.comment for quote in desk.queries.article("seed").quotes if quote.comment] == ["odd"]
