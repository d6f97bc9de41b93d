"""Undo and redo show where they worked, and say what they did."""

import pytest

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
