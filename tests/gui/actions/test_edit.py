"""Undo and redo show where they worked, and say what they did."""

import pytest

from core.commands.roster import MergeSpeakers
from core.desk.desk import Desk
from core.model.terms import Reason, State, Status
from gui.actions import edit
from gui.selection import Mode
from tests.gui.frame import settled


def test_undo_goes_back_to_the_article_and_quote_of_the_step(frame):
    frame.press("right", "2", "ctrl+pgdown")
    assert edit.can_undo(frame.desktop)
    edit.undo(frame.desktop)
    assert (frame.models.selection.document_id, frame.at) == ("seed", 2)
    assert frame.told[-1].startswith("undone:")
    edit.redo(frame.desktop)
    assert frame.quote(2).speaker_name == "Lukashenko"
    assert frame.told[-1].startswith("done again:")


def test_undo_of_what_concerns_a_whole_article_goes_to_that_article(frame):
    for _ in range(12):
        frame.press("enter")
    frame.press("ctrl+enter")
    frame.models.selection.select_document("two")
    assert frame.models.selection.document_id == "two"
    edit.undo(frame.desktop)
    assert (frame.models.selection.document_id, frame.models.article.state) == ("seed", State.IN_WORK)


def test_one_older_step_alone(frame):
    frame.press("2", "enter")
    settled(frame)
    oldest = frame.models.watch.history.rows[-1]
    edit.revert(frame.desktop, oldest.revision)
    assert frame.speakers().startswith("lu LA")
    assert frame.told[-1].startswith("taken back:")


def test_nothing_to_undo_is_said_and_changes_nothing(frame):
    before = frame.speakers()
    assert not edit.can_undo(frame.desktop)
    assert not edit.can_redo(frame.desktop)
    edit.undo(frame.desktop)
    assert frame.told
    assert frame.speakers() == before


@pytest.mark.parametrize("key", ["x", "0"])
def test_what_the_digits_were_asked_for_goes_with_the_step_that_asked(frame, key):
    frame.press("right", key, "ctrl+z", "1")
    assert not frame.models.article.is_ghost(frame.quote(2).id)
    assert (frame.quote(2).status, frame.quote(2).speaker_name) == (Status.ACCEPTED, "Lavrov")
    assert frame.at == 3


def test_a_rejection_done_again_asks_for_its_reason_again(frame):
    frame.press("right", "x", "ctrl+z", "ctrl+y")
    assert (frame.models.selection.mode, frame.at) == (Mode.REASON, 2)
    frame.press("1")
    assert [each.reason for each in frame.stored().rejected] == [Reason.SCARE]


def test_a_step_that_somebody_else_has_changed_since_tells_the_way_to_the_older_ones(frame):
    frame.press("1", "/")
    frame.press(*"Bob Bee", "enter", on=frame.window.panel.name_box)
    path, speakers = frame.desktop.bridge.path, {each.name: each.id for each in frame.desktop.bridge.queries.speakers()}
    other = Desk.open(path, "bea")
    other.run(MergeSpeakers(kept_id=speakers["Lavrov"], gone_id=speakers["Bob Bee"]))
    other.close()
    frame.press("ctrl+z")
    assert "can't be undone: bea has changed the same quote (" in frame.told[-1]
    assert "The arrow at an older step in Last changes undoes it alone." in frame.told[-1]
    settled(frame)
    edit.revert(frame.desktop, frame.models.watch.history.rows[-1].revision)
    assert frame.quote(1).status is Status.SUGGESTED
    assert frame.told[-1].startswith("taken back:")
